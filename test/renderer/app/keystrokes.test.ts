import { describe, expect, it } from 'vitest';
import { type Keystroke, keystrokeToShortcut } from '../../../renderer/app/keystrokes.ts';

const stroke = (keys: string): Keystroke => {
  const parts = keys.split('+');
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Cmd'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  };
};

describe('keystrokes', () => {
  it.each([
    ['undo takes back the last change', 'Ctrl+z', 'page', 'undo'],
    ['Cmd counts as Ctrl', 'Cmd+z', 'page', 'undo'],
    ['redo is on Ctrl+Shift+Z', 'Ctrl+Shift+Z', 'page', 'redo'],
    ['redo is on Ctrl+Y', 'Ctrl+y', 'page', 'redo'],
    ['a field that is typed in keeps its own undo', 'Ctrl+z', 'field', null],
    ['a field that is typed in keeps its own redo', 'Ctrl+y', 'field', null],
    ['a question mark typed into a field is a question mark', '?', 'field', null],
    ['a question mark elsewhere shows the shortcuts', '?', 'page', 'shortcuts'],
    ['a stroke typed into a field is a stroke', '/', 'field', null],
    ['a stroke elsewhere finds', '/', 'page', 'find'],
    ['the palette opens from a field', 'Ctrl+k', 'field', 'palette'],
    ['the palette does not open over a dialog', 'Ctrl+k', 'dialog', null],
    ['undo does not reach below a dialog', 'Ctrl+z', 'dialog', null],
    ['the lock works in a field', 'Ctrl+l', 'field', 'lock'],
    ['the lock works over a dialog', 'Ctrl+l', 'dialog', 'lock'],
    ['AltGr, which is Ctrl and Alt, types its character', 'Ctrl+Alt+l', 'page', null],
    ['a plain letter does nothing', 'z', 'page', null],
    ['Alt and a number beyond the places does nothing', 'Alt+0', 'page', null],
    ['Alt and an arrow goes back', 'Alt+ArrowLeft', 'page', 'back'],
    ['Alt and the other arrow goes forward', 'Alt+ArrowRight', 'page', 'forward'],
    ['in a field Alt and an arrow belong to the field', 'Alt+ArrowLeft', 'field', null],
    ['going back does not reach below a dialog', 'Alt+ArrowLeft', 'dialog', null],
  ] as const)('%s', (_words, keys, place, wanted) => {
    expect(keystrokeToShortcut(stroke(keys), place)).toBe(wanted);
  });

  it('goes to a place of the rail by its number', () => {
    expect(keystrokeToShortcut(stroke('Alt+2'), 'page')).toEqual({ path: '/reviews' });
  });
});
