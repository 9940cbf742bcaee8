import { create } from 'zustand';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const key = 'tracker:theme';

/** Kept where the shell keeps such things between starts; how the screen looks says nothing about a case. */
const kept = (): Theme => THEMES.find((theme) => theme === localStorage.getItem(key)) ?? 'system';

export const useTheme = create<{ readonly theme: Theme }>(() => ({ theme: 'system' }));

export const chooseTheme = (theme: Theme): void => {
  localStorage.setItem(key, theme);
  applyTheme(theme);
};

export const applyKeptTheme = (): void => applyTheme(kept());

const applyTheme = (theme: Theme): void => {
  useTheme.setState({ theme });
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
};
