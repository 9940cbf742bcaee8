import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changesBetweenMoments } from '../../../../db/packs/since/changes-between.ts';
import { endOfDay } from '../../../../db/store/log-end.ts';
import type { Store } from '../../../../db/store/store.ts';
import { createLaptops, type Laptops } from '../../../support/replicas.ts';
import { TODAY } from '../../../support/board.ts';

const REVIEW = '00000000-0000-7000-8000-00000000000b';
const STAGES = ['Referred', 'Report being written', 'Report agreed', 'Closed'] as const;
const stageId = (name: (typeof STAGES)[number]): string => `00000000-0000-7000-8000-0000000000a${STAGES.indexOf(name)}`;
const BEGUN = Date.parse(`${TODAY}T09:00:00Z`);
const DAYS = 86_400_000;

let laptops: Laptops;
beforeAll(() => {
  laptops = createLaptops(2, (store) => {
    store.operation({ kind: 'import' }, (write) => {
      write.insert('boards', { name: 'Exampleshire', nation: 'england' });
      const caseId = write.insert('cases', { reference: 'C1' });
      const type = { code: 't', name: 'T', shortName: 'T', singular: 't', plural: 't', nation: 'england' } as const;
      const reviewTypeId = write.insert('reviewTypes', type);
      for (const [position, name] of STAGES.entries())
        write.insert('stages', {
          id: stageId(name),
          reviewTypeId,
          code: `s${position}`,
          name,
          kind: 'in-progress',
          position,
        });
      write.insert('reviews', {
        id: REVIEW,
        caseId,
        reference: 'R1',
        title: '',
        reviewTypeId,
        stageId: stageId('Referred'),
      });
    });
  });
}, 60_000);
afterAll(() => laptops.close());

const move = (store: Store, to: (typeof STAGES)[number], reason: string): void => {
  store.operation({ kind: 'move-review', reason }, (write) =>
    write.update('reviews', REVIEW, { stageId: stageId(to) }),
  );
};

const decide = (store: Store, to: (typeof STAGES)[number], reason: string): void => {
  const waiting = store.db
    .prepare<[], Record<'id' | 'tableName' | 'rowId' | 'cell' | 'sides', string>>('select * from conflicts')
    .get();
  if (waiting === undefined) throw new Error('nothing waits');
  const { id: conflictId, tableName, rowId, cell, sides } = waiting;
  store.operation({ kind: 'decide-conflict', reason }, (write) => {
    write.insert('conflictDecisions', { conflictId, tableName, rowId, cell, sides, choice: 'side' });
    write.update('reviews', REVIEW, { stageId: stageId(to) });
  });
};

const at = (day: string) => ({ end: endOfDay(day), day });
const laterDay = (days: number): string => new Date(BEGUN + days * DAYS).toISOString().slice(0, 10);
const movedIn = (store: Store) =>
  changesBetweenMoments(store.db, at(TODAY), at(laterDay(9)))?.stageMoves.map((moved) => [
    moved.from,
    moved.to,
    moved.when.sort,
    moved.reason,
  ]);

describe('a review that two laptops moved apart', () => {
  it('is told by the move that stands, while the two that came after it wait to be settled, and then by the one taken', () => {
    laptops.run(2, 1, ({ all, deliverAll }) => {
      const [a, b] = all;
      if (a === undefined || b === undefined) throw new Error('two laptops are needed');
      b.wrongBy = 2 * DAYS;
      move(b.store, 'Report agreed', 'Agreed by the sub-group');
      deliverAll();
      a.wrongBy = 4 * DAYS;
      move(a.store, 'Closed', 'Nothing is left to be done');
      b.wrongBy = 3 * DAYS;
      move(b.store, 'Report being written', 'A draft came back');
      deliverAll();
      for (const store of [a.store, b.store])
        expect(movedIn(store)).toEqual([['Referred', 'Report agreed', laterDay(2), 'Agreed by the sub-group']]);
      a.wrongBy = 5 * DAYS;
      decide(a.store, 'Report being written', 'The minutes say so');
      deliverAll();
      for (const store of [a.store, b.store])
        expect(movedIn(store)).toEqual([['Referred', 'Report being written', laterDay(5), 'The minutes say so']]);
    });
  });
});
