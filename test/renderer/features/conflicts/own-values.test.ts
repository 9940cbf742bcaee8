import { describe, expect, it } from 'vitest';
import type { OwnField } from '../../../../db/contract/conflicts.ts';
import { draftsOf, noneKey, valuesOf } from '../../../../renderer/features/conflicts/own-values.ts';

const name: OwnField = { kind: 'line', field: 'name', label: 'Name', isRequired: true };
const note: OwnField = { kind: 'text', field: 'note', label: 'Note', isRequired: false };
const days: OwnField = { kind: 'number', field: 'days', label: 'Days', isRequired: false };
const date: OwnField = { kind: 'date', field: 'date', label: 'Date', isRequired: false, words: 'dateText' };
const due: OwnField = { kind: 'date', field: 'due', label: 'Due', isRequired: true, words: null };
const options = [
  { value: 1, words: 'Yes' },
  { value: 0, words: 'No' },
];
const hold: OwnField = { kind: 'choice', field: 'hold', label: 'Hold', isRequired: true, options };
const lead: OwnField = { kind: 'choice', field: 'lead', label: 'Lead', isRequired: false, options };

describe('a value of one’s own', () => {
  it('begins with what the record shows', () => {
    const stored = { name: 'Housing', note: null, days: 5, date: '2026', dateText: 'late 2026', hold: 0, lead: null };
    expect(draftsOf([name, note, days, date, hold, lead], stored)).toEqual({
      name: 'Housing',
      note: '',
      days: '5',
      date: { date: '2026', text: 'late 2026' },
      hold: '0',
      lead: noneKey,
    });
  });

  it.each([
    ['a line without the space around it', name, ' Housing ', { name: 'Housing' }],
    ['a text that was never written and stays empty', note, '', { note: null }],
    ['a number with its commas', days, '1,250', { days: 1250 }],
    ['a number that is none', days, ' ', { days: null }],
    ['a date with its words', date, { date: '2026', text: 'late 2026' }, { date: '2026', dateText: 'late 2026' }],
    ['a date that has no words', due, { date: '2026-05-08', text: null }, { due: '2026-05-08' }],
    ['the value behind a choice', hold, '1', { hold: 1 }],
    ['a choice of none', lead, noneKey, { lead: null }],
  ] as const)('is read as %s', (_, own, draft, values) => {
    expect(valuesOf([own], { [own.field]: draft }, {})).toEqual({ values });
  });

  it('empties what was written before', () => {
    expect(valuesOf([note], { note: '' }, { note: 'Before' })).toEqual({ values: { note: '' } });
  });

  it.each([
    ['a required line that is empty', name, '  ', '“Name” must not be empty.'],
    ['a number in letters', days, 'five', 'Write the number in figures.'],
    [
      'words where only a date is kept',
      due,
      { date: '2026', text: 'late 2026' },
      'Give a date, such as 8 May 2020, May 2020 or 2020.',
    ],
    ['a required choice of none', hold, noneKey, '“Hold” must not be empty.'],
  ] as const)('is refused for %s', (_, own, draft, problem) => {
    expect(valuesOf([own], { [own.field]: draft }, {})).toEqual({ problem, field: own.field });
  });
});
