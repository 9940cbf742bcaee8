import { useEffect } from 'react';
import { openPalette, openShortcuts } from '../state/over-frame.ts';
import { goBack, goForward } from './browsing.ts';
import { focusFind, redoNext, undoNext } from './commands.ts';
import { goTo } from './go-to.ts';
import { type KeyboardPlace, keystrokeToShortcut, type Shortcut } from './keystrokes.ts';
import { lockBoard } from './screens.ts';

/** Heard on the way down: a focused button keeps keys to itself on the way up. */
export const useShortcuts = (): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      const shortcut = keystrokeToShortcut(event, placeOf(event.target));
      if (shortcut === null) return;
      event.preventDefault();
      event.stopPropagation();
      run(shortcut);
    };
    window.addEventListener('keydown', listen, { capture: true });
    window.addEventListener('mouseup', goByMouse, { capture: true });
    return () => {
      window.removeEventListener('keydown', listen, { capture: true });
      window.removeEventListener('mouseup', goByMouse, { capture: true });
    };
  }, []);
};

/** The two buttons at a mouse's side. A browser would go by itself, the program's own window would not: so both are told not to. */
const goByMouse = (event: MouseEvent): void => {
  if (event.button !== 3 && event.button !== 4) return;
  event.preventDefault();
  if (event.button === 3) goBack();
  else goForward();
};

const run = (shortcut: Shortcut): void => {
  if (typeof shortcut === 'object') return goTo(shortcut.path);
  switch (shortcut) {
    case 'palette':
      return openPalette();
    case 'find':
      return focusFind();
    case 'undo':
      return void undoNext();
    case 'redo':
      return void redoNext();
    case 'lock':
      return lockBoard('command');
    case 'shortcuts':
      return openShortcuts();
    case 'back':
      return goBack();
    case 'forward':
      return goForward();
  }
};

const dialogs = '.ui-dialog-scrim, .app-palette-scrim';
const fields = 'textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])';

const placeOf = (target: EventTarget | null): KeyboardPlace => {
  if (document.querySelector(dialogs) !== null) return 'dialog';
  const isField = target instanceof HTMLElement && (target.isContentEditable || target.matches(fields));
  return isField ? 'field' : 'page';
};
