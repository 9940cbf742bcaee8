import { describe, expect, it } from 'vitest';
import { CONFLICT_KINDS } from '../../../db/domain/codes.ts';
import {
  choiceWords,
  conflictExplanation,
  conflictHeading,
  notCombinedWords,
  ownValueWords,
  sideSays,
  TWIN_FIELDS,
} from '../../../db/domain/conflict-words.ts';

describe('a matter to decide', () => {
  it.each([
    ['field', 'actions', 'text', '“Text” has two versions'],
    ['removed-and-edited', 'actions', 'removed', 'Removed on one laptop, changed on another'],
    ['two-decisions', 'approvals', '', 'Two decisions of one body on the same matter'],
    ['two-decisions', 'publicationDecisions', '', 'Two publication decisions on one review'],
    ['twins', 'agencies', '', 'Two agencies have the same name'],
    ['twins', 'actions', '', 'Two actions of one plan have the same number'],
    ['cannot-stand', 'themes', 'parentThemeId', '“Parent theme” would lead round in a circle'],
    ['cannot-stand', 'reviewTypes', '', 'A change that this record cannot hold'],
  ] as const)('of kind %s in %s.%s is called “%s”', (kind, table, cell, words) => {
    expect(conflictHeading({ kind, table, cell, count: 2 })).toBe(words);
  });

  it('says how many there are', () => {
    expect(conflictHeading({ kind: 'field', table: 'actions', cell: 'targetDate', count: 3 })).toBe(
      '“Target date” has three versions',
    );
    expect(conflictHeading({ kind: 'twins', table: 'reviews', cell: '', count: 12 })).toMatch(/^12 reviews/);
  });

  it('says what counts until it is decided', () => {
    const field = { kind: 'field', table: 'actions', cell: 'text', count: 2 } as const;
    expect(conflictExplanation(field, false)).toMatch(/one version is shown and the others are kept\.$/);
    expect(conflictExplanation({ ...field, cell: 'state' }, true)).toMatch(/what stood before counts\.$/);
    expect(conflictExplanation({ ...field, cell: 'legalHold' }, false)).toMatch(/the hold stays on\.$/);
    for (const kind of CONFLICT_KINDS) {
      expect(conflictExplanation({ ...field, kind }, false)).toMatch(/Until you decide/);
    }
  });
});

describe('what a side says', () => {
  it('is its value, or its values by field', () => {
    expect(sideSays('wrote', [{ label: 'Text', value: 'Brief all' }])).toBe('says “Brief all”');
    expect(
      sideSays('wrote', [
        { label: 'Target date', value: '1 March 2027' },
        { label: 'Target as written', value: 'early March' },
      ]),
    ).toBe('says Target date “1 March 2027” and Target as written “early March”');
    expect(sideSays('wrote', [{ label: 'Text', value: null }])).toBe('says nothing: the field is empty');
    expect(sideSays('removed', [])).toBe('removed the record');
  });
});

describe('what can be chosen', () => {
  it('is said as what will be done', () => {
    const of = (kind: (typeof CONFLICT_KINDS)[number], table: string, cell = '') => ({ kind, table, cell });
    expect(choiceWords(of('field', 'actions', 'text'), 'take', { by: 'Laptop B' })).toBe(
      'Take the version of Laptop B',
    );
    expect(choiceWords(of('removed-and-edited', 'actions'), 'take', { deed: 'removed' })).toBe('Remove the record');
    expect(choiceWords(of('two-decisions', 'approvals'), 'drop', { by: 'Laptop B' })).toBe(
      'Revoke the one recorded on Laptop B',
    );
    expect(choiceWords(of('twins', 'agencies'), 'drop', { by: 'Laptop B' })).toBe(
      'Remove the one recorded on Laptop B',
    );
    expect(choiceWords(of('cannot-stand', 'themes', 'parentThemeId'), 'keep')).toBe('Leave “Parent theme” empty');
    expect(ownValueWords(of('twins', 'reviews'), true)).toBe('Give one of them another reference');
    expect(ownValueWords(of('field', 'actions', 'text'), true)).toBe('Combine: write “Text” yourself');
    expect(ownValueWords(of('field', 'actions', 'leadAgencyId'), false)).toBe('Give “Lead agency” another value');
    expect(notCombinedWords('actions', 'state')).toMatch(/^“State” of an action is not combined/);
  });

  it('names a field for every kind of twins', () => {
    for (const table of Object.keys(TWIN_FIELDS)) {
      expect(conflictHeading({ kind: 'twins', table, cell: '', count: 2 })).not.toMatch(/of one thing/);
    }
  });
});
