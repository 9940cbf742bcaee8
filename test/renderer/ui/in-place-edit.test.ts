import { describe, expect, it } from 'vitest';
import {
  type InPlaceEdit,
  type InPlaceEvent,
  nextStep,
  reading,
  shownValue,
} from '../../../renderer/ui/in-place-edit.ts';

const after = (...events: readonly InPlaceEvent<string>[]): InPlaceEdit<string> =>
  events.reduce<InPlaceEdit<string>>(nextStep, reading);

const begin = { kind: 'begin', draft: 'old' } as const;
const type = { kind: 'type', draft: 'mine' } as const;
const save = { kind: 'save', draft: 'mine', mine: 'mine', before: 'old' } as const;
const saved = { kind: 'answer', result: { ok: true } } as const;
const failed = { kind: 'answer', result: { ok: false, message: 'The disk is full.' } } as const;
const stale = { kind: 'answer', result: { ok: false, message: 'Changed meanwhile.', current: 'theirs' } } as const;

const shown = (state: InPlaceEdit<string>, value: string): string => shownValue(state, value, Object.is);

describe('a value edited in place', () => {
  it('shows the new value while it is saved and until the page has it', () => {
    expect(shown(after(begin, type, save), 'old')).toBe('mine');
    expect(shown(after(begin, type, save, saved), 'old')).toBe('mine');
  });

  it('shows the page’s own value once that changes, whatever was saved', () => {
    expect(shown(after(begin, type, save, saved), 'later')).toBe('later');
    expect(shown(after(begin, type, save, saved, { kind: 'value arrived' }), 'old')).toBe('old');
  });

  it('keeps what was typed when the save fails, and says why', () => {
    expect(after(begin, type, save, failed)).toMatchObject({
      step: 'editing',
      draft: 'mine',
      problem: 'The disk is full.',
    });
  });

  it('keeps both values when someone else changed it meanwhile', () => {
    expect(after(begin, type, save, stale)).toMatchObject({ step: 'stale', mine: 'mine', theirs: 'theirs' });
  });

  it('saves again from the stale state, when the person keeps theirs', () => {
    expect(after(begin, type, save, stale, save, saved)).toMatchObject({ step: 'reading', justSaved: true });
  });

  it('goes back to reading when the person leaves or takes the other value', () => {
    expect(after(begin, type, { kind: 'leave' })).toEqual(reading);
    expect(after(begin, type, save, stale, { kind: 'leave' })).toEqual(reading);
  });

  it('does not leave while a save is under way', () => {
    expect(after(begin, type, save, { kind: 'leave' })).toMatchObject({ step: 'saving', draft: 'mine' });
  });

  it('forgets a refusal as soon as the person types on', () => {
    expect(after(begin, { kind: 'refuse', problem: 'No such date.' }, type)).toMatchObject({
      draft: 'mine',
      problem: null,
    });
  });

  it('drops an answer that comes after nothing was asked', () => {
    expect(after(saved)).toEqual(reading);
  });
});
