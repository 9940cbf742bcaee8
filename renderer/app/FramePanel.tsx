import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { create } from 'zustand';

/** The place beside the work where a SidePanel stands: there while some place asks for it. */
type Slot = { readonly asked: number; readonly element: HTMLElement | null };

const useSlot = create<Slot>(() => ({ asked: 0, element: null }));

export const useIsPanelAsked = (): boolean => useSlot(({ asked }) => asked > 0);

/** For the frame alone. */
export function PanelSlot() {
  return <div className="app-panel-slot" ref={holdElement} />;
}

const holdElement = (element: HTMLElement | null): void => useSlot.setState({ element });

/** `{open && <FramePanel><SidePanel …/></FramePanel>}`: shows its content beside the work, wherever it is written. */
export function FramePanel({ children }: { readonly children: ReactNode }) {
  const element = useSlot((slot) => slot.element);
  useEffect(() => {
    useSlot.setState(({ asked }) => ({ asked: asked + 1 }));
    return () => useSlot.setState(({ asked }) => ({ asked: asked - 1 }));
  }, []);
  return element === null ? null : createPortal(children, element);
}
