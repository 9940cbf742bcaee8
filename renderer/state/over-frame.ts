import { create } from 'zustand';

/** What is open over the frame: at most one of these. */
type OverFrame = { readonly open: 'palette' | 'shortcuts' | null };

export const useOverFrame = create<OverFrame>(() => ({ open: null }));

export const openPalette = (): void => useOverFrame.setState({ open: 'palette' });
export const openShortcuts = (): void => useOverFrame.setState({ open: 'shortcuts' });
export const closeOverFrame = (): void => useOverFrame.setState({ open: null });
