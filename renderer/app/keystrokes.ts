import { PLACES } from './places.ts';

export type Keystroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** What a keystroke can ask for; a path goes to a place. */
export type Shortcut =
  | 'palette'
  | 'find'
  | 'undo'
  | 'redo'
  | 'lock'
  | 'shortcuts'
  | 'back'
  | 'forward'
  | { readonly path: string };

/** Where the keyboard is: in a field, whose own undo and letters come first; in a dialog, which has the keyboard to itself. */
export type KeyboardPlace = 'page' | 'field' | 'dialog';

/** Cmd counts as Ctrl. The lock works everywhere; finding and the palette also while a field is typed in. */
export const keystrokeToShortcut = (stroke: Keystroke, place: KeyboardPlace): Shortcut | null => {
  const { key, shiftKey, altKey } = stroke;
  const ctrl = stroke.ctrlKey || stroke.metaKey;
  if (ctrl && !altKey) return withCtrl(key.toLowerCase(), shiftKey, place);
  if (place === 'dialog') return null;
  if (altKey && !ctrl && !shiftKey) return withAlt(key, place);
  if (place === 'field' || ctrl || altKey) return null;
  if (key === '?') return 'shortcuts';
  return key === '/' ? 'find' : null;
};

const withCtrl = (letter: string, shift: boolean, place: KeyboardPlace): Shortcut | null => {
  if (letter === 'l') return 'lock';
  if (place === 'dialog') return null;
  if (letter === 'k' && !shift) return 'palette';
  if (letter === 'f' && !shift) return 'find';
  if (place === 'field') return null;
  if (letter === 'z') return shift ? 'redo' : 'undo';
  return letter === 'y' && !shift ? 'redo' : null;
};

/** In a field Alt and an arrow move by words on some systems. */
const withAlt = (key: string, place: KeyboardPlace): Shortcut | null => {
  if (key === 'ArrowLeft') return place === 'field' ? null : 'back';
  if (key === 'ArrowRight') return place === 'field' ? null : 'forward';
  return placeByNumber(key);
};

const placeByNumber = (key: string): Shortcut | null => {
  const place = /^[1-9]$/.test(key) ? PLACES[Number(key) - 1] : undefined;
  return place === undefined ? null : { path: place.path };
};
