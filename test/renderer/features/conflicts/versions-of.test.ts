import { describe, expect, it } from 'vitest';
import type { ConflictDetail, ConflictSide } from '../../../../db/contract/conflicts.ts';
import { versionsOf } from '../../../../renderer/features/conflicts/versions-of.ts';

const author = { operationId: 'o', laptop: 'Laptop A', post: 'Post A', at: 0, words: 'Edited an action', reason: '' };
const told = (field: string, value: string | null) => ({
  field,
  label: field,
  value,
  stored: value,
  fromShown: null,
  fromBase: null,
});

const side = (id: string, part: Partial<ConflictSide> = {}): ConflictSide => ({
  ...author,
  id,
  deed: 'wrote',
  record: null,
  says: '',
  isShown: false,
  fields: [told('text', id)],
  ...part,
});

const detail = (part: Partial<ConflictDetail>): ConflictDetail =>
  ({ sides: [], base: null, shown: [], ...part }) as unknown as ConflictDetail;

const record = { rowId: 'r', name: 'Approval', place: null };

describe('the versions beside each other', () => {
  it('mark the one that is shown, and what stood before where that is', () => {
    const shown = versionsOf(detail({ sides: [side('one'), side('two', { isShown: true })] }));
    expect(shown.sides.map(({ standing }) => standing)).toEqual([null, 'shown']);
    const governed = versionsOf(
      detail({ sides: [side('one')], base: { ...author, fields: [told('text', 'before')], isShown: true } }),
    );
    expect([governed.before?.standing, governed.now]).toEqual(['shown', null]);
  });

  it('say what the record shows where it is none of them, and which was left out', () => {
    const { sides, now } = versionsOf(
      detail({ sides: [side('one', { deed: 'left-out' })], shown: [told('text', null)] }),
    );
    expect(sides.map(({ standing }) => standing)).toEqual(['left-out']);
    expect(now?.fields.map(({ value }) => value)).toEqual([null]);
  });

  it('of records have the same fields in the same order, and say where they differ', () => {
    const { sides } = versionsOf(
      detail({
        sides: [
          side('one', { record, isShown: true, fields: [told('kind', 'Adopted'), told('date', '8 May 2020')] }),
          side('two', { record, isShown: true, fields: [told('note', 'Late'), told('kind', 'Adopted')] }),
        ],
      }),
    );
    expect(sides.map(({ fields }) => fields.map(({ field, value, differs }) => [field, value, differs]))).toEqual([
      [
        ['kind', 'Adopted', false],
        ['date', '8 May 2020', true],
        ['note', null, true],
      ],
      [
        ['kind', 'Adopted', false],
        ['date', null, true],
        ['note', 'Late', true],
      ],
    ]);
    expect(sides.map(({ standing }) => standing)).toEqual([null, null]);
  });

  it('of a removal say that the record is removed', () => {
    const { sides } = versionsOf(detail({ sides: [side('one', { deed: 'removed', fields: [] })] }));
    expect(sides[0]?.fields).toMatchObject([{ label: 'Record', value: 'Removed' }]);
  });
});
