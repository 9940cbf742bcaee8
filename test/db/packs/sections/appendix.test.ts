import { expect, test } from 'vitest';
import type { Pack } from '../../../../db/packs/model.ts';
import { addRecord } from '../../../../db/service/records.ts';
import { openBoard } from '../../../support/board.ts';
import { printSections, rowsOf } from './printed-sections.ts';

const lacks = (pack: Pack): Readonly<Record<string, string>> =>
  Object.fromEntries(rowsOf(pack, 'data-quality').map(({ what, which }) => [what, which ?? '']));

test('two cases under one label are named, so that two children are never taken for one', async () => {
  const board = await openBoard('sample');
  expect(lacks(printSections(board, ['appendix']))).not.toHaveProperty(['Label that another case has too']);
  const other = board.store
    .prepare<[], { caseId: string; reference: string }>(
      `select r.caseId, r.reference from reviews r where r.removed is null
       and not exists (select 1 from labels l where l.caseId = r.caseId and l.label = 'Baby T') limit 1`,
    )
    .get();
  board.store.operation({ kind: 'edit-review' }, (write) => {
    const own = board.store
      .prepare<[string], { id: string }>('select id from labels where caseId = ? and removed is null')
      .all(other?.caseId ?? '');
    for (const { id } of own) write.update('labels', id, { label: 'baby t' });
  });
  const clash = lacks(printSections(board, ['appendix']))['Label that another case has too'];
  expect(clash).toContain('Baby T (LCSPR 2025/02)');
  expect(clash).toContain(`baby t (${other?.reference})`);
});

test('a due date that was set by hand stands beside the one its rule gives, with the reason', async () => {
  const board = await openBoard('sample');
  const clock = board.store
    .prepare<[], { id: string }>(
      `select k.id from clocks k join clockFacts f on f.clockId = k.id where k.removed is null and f.dueOn is not null and k.relaxationReason = '' limit 1`,
    )
    .get();
  board.store.operation({ kind: 'edit-clock' }, (write) =>
    write.update('clocks', clock?.id ?? '', { overrideDueOn: '2027-05-08', overrideReason: 'Agreed with the Panel' }),
  );
  const [row] = rowsOf(printSections(board, ['appendix']), 'clocks-set-by-hand').filter(({ due }) => due !== '');
  expect(row).toMatchObject({ due: '8 May 2027', reason: 'Agreed with the Panel' });
  expect(row?.computed).toMatch(/^\d+ \w+ \d{4}$/);
});

test('figures as stated stand in the appendix, or in a section of their own where a pack on the whole board has none', async () => {
  const board = await openBoard();
  addRecord(board.store, 'statedFigures', { source: 'Annual report', statement: 'There are 4 reviews.', stated: 4 });
  const withAppendix = printSections(board, ['cover', 'appendix']);
  expect(withAppendix.sections.map(({ id }) => id)).toEqual(['cover', 'appendix']);
  expect(rowsOf(withAppendix, 'stated-figures')).toHaveLength(1);
  const without = printSections(board, ['cover', 'clocks']);
  expect(without.sections.map(({ id }) => id)).toEqual(['cover', 'clocks', 'stated-figures']);
  const narrow = printSections(board, ['cover', 'action-log']);
  expect(narrow.sections.map(({ id }) => id)).toEqual(['cover', 'action-log']);
});

test('the words of the appendix spell out the types of review that the board has, and only those', async () => {
  const board = await openBoard('sample');
  const words = rowsOf(printSections(board, ['appendix']), 'words-used');
  expect(words.find(({ word }) => word === 'SCR')?.meaning).toMatch(/^Serious case review\. .*single central record/);
  expect(words.map(({ word }) => word)).not.toContain('MAPPA SCR');
});
