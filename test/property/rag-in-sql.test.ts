import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTION_STATES } from '../../db/domain/codes.ts';
import { addDays, latestDay } from '../../db/domain/partial-date.ts';
import { rateSchedule, rateVariance } from '../../db/domain/rag.ts';
import { listActions } from '../../db/service/action-list.ts';
import { boardScheme } from '../../db/service/rag.ts';
import { openSharedBoard, TODAY } from '../support/board.ts';

let board: Awaited<ReturnType<typeof openSharedBoard>>;
beforeAll(async () => {
  board = await openSharedBoard();
  board.store.db.pragma('synchronous = OFF');
}, 60_000);
afterAll(() => board.close());

/** Days that lie thick around the bounds of the rule, and far from them. */
const day = fc
  .oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 25, max: 33 }), fc.integer({ min: -900, max: 900 }))
  .map((days) => addDays(TODAY, days));
const target = fc.oneof(
  day,
  day.map((on) => on.slice(0, 7)),
  day.map((on) => on.slice(0, 4)),
  fc.constant(null),
);

const action = fc.record({
  state: fc.constantFrom(...ACTION_STATES),
  targetDate: target,
  updates: fc.array(day, { maxLength: 2 }),
  requests: fc.array(day, { maxLength: 2 }),
  moved: fc.nat(2),
  evidence: fc.nat(2),
  removedOnes: fc.boolean(),
});

const add = (of: (typeof action extends fc.Arbitrary<infer T> ? T : never)[]): readonly string[] =>
  board.store.operation({ kind: 'import' }, (write) =>
    of.map(({ state, targetDate, updates, requests, moved, evidence, removedOnes }) => {
      const id = write.insert('actions', { number: '1', text: 'x', state, targetDate });
      for (const date of updates) write.insert('progressUpdates', { actionId: id, date, text: 'x' });
      for (const requestedOn of requests) write.insert('updateRequests', { actionId: id, requestedOn });
      for (let at = 0; at < moved; at++) write.insert('earlierTargets', { actionId: id, reason: 'x' });
      for (let at = 0; at < evidence; at++) {
        write.insert('evidenceLinks', { actionId: id, evidenceId: write.insert('evidence', { what: 'x' }) });
      }
      if (removedOnes) {
        // What was entered and removed again counts for nothing.
        write.remove(
          'progressUpdates',
          write.insert('progressUpdates', { actionId: id, date: '2030-01-01', text: 'x' }),
        );
        write.remove('updateRequests', write.insert('updateRequests', { actionId: id, requestedOn: '2030-01-01' }));
        write.remove('earlierTargets', write.insert('earlierTargets', { actionId: id, reason: 'x' }));
        const evidenceId = write.insert('evidence', { what: 'x' });
        write.insert('evidenceLinks', { actionId: id, evidenceId });
        write.remove('evidence', evidenceId);
      }
      return id;
    }),
  ).result;

const rowsOf = (ids: readonly string[]) => {
  const { rows } = listActions(board.store, TODAY, { filter: {}, offset: 0, limit: 100_000 });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id));
};

describe('the rating in SQL, by which lists sort and count', () => {
  it('is the rule of the schedule scheme for any action', () => {
    const { dueSoonDays } = boardScheme(board.store);
    fc.assert(
      fc.property(fc.array(action, { minLength: 20, maxLength: 60 }), (actions) => {
        const rows = rowsOf(add(actions));
        for (const [at, { state, targetDate, updates, requests, moved, evidence }] of actions.entries()) {
          const question = {
            state,
            targetDay: targetDate === null ? null : latestDay(targetDate),
            timesMoved: moved,
            lastUpdateOn: updates.toSorted().at(-1) ?? null,
            lastRequestedOn: requests.toSorted().at(-1) ?? null,
            hasEvidence: evidence > 0,
            today: TODAY,
            dueSoonDays,
          };
          const row = rows[at];
          expect(row?.targetDay).toBe(question.targetDay);
          expect(row).toMatchObject({
            timesMoved: moved,
            evidenceCount: evidence,
            lastUpdateOn: question.lastUpdateOn,
          });
          expect(row?.ragComputed, JSON.stringify(question)).toBe(rateSchedule(question).level);
        }
      }),
      { seed: 2018, numRuns: 10 },
    );
  });

  it('is the rule of the target-variance scheme for any measure, at its bounds too', () => {
    const { store } = board;
    const scheme = store.prepare<[], { id: string }>(`select id from ragSchemes where kind = 'target-variance'`).get();
    const row = store.prepare<[], { id: string }>('select id from boards').get();
    store.operation({ kind: 'edit-board' }, (write) =>
      write.update('boards', row?.id ?? '', { ragSchemeId: scheme?.id ?? null }),
    );
    const measure = fc.record({
      current: fc.oneof(fc.integer({ min: 0, max: 130 }), fc.constantFrom(100, 95, 94, 90, 85, 84)),
      higherIsBetter: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(fc.array(measure, { minLength: 10, maxLength: 30 }), (measures) => {
        const ids = store.operation({ kind: 'import' }, (write) =>
          measures.map(({ current, higherIsBetter }) => {
            const actionId = write.insert('actions', { number: '1', text: 'x' });
            write.insert('measures', { actionId, text: 'x', target: 100, current, higherIsBetter });
            return actionId;
          }),
        ).result;
        const rows = rowsOf(ids);
        for (const [at, { current, higherIsBetter }] of measures.entries()) {
          const below = higherIsBetter === 1 ? 100 - current : current - 100;
          expect(rows[at]?.ragComputed, `${below}% below`).toBe(rateVariance(below)?.level);
        }
      }),
      { seed: 2019, numRuns: 6 },
    );
  });
});
