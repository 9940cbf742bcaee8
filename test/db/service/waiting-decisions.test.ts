import { createRouterClient } from '@orpc/server';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { router } from '../../../db/service/index.ts';
import { PUBLISHED_SQL, readPublications, UNPUBLISHED_SQL } from '../../../db/service/publication-readings.ts';
import type { BoardSession } from '../../../db/service/session.ts';
import { replay } from '../../../db/store/as-at.ts';
import { endAtClock } from '../../../db/store/log-end.ts';
import type { Store } from '../../../db/store/store.ts';
import type { Client } from '../../support/board.ts';
import { createLaptops, type Laptops, stateOf } from '../../support/replicas.ts';

const REVIEW = '00000000-0000-7000-8000-00000000000b';
const BODY = '00000000-0000-7000-8000-00000000000d';
const CLOCK = '00000000-0000-7000-8000-00000000000e';

let laptops: Laptops;
beforeAll(() => {
  laptops = createLaptops(2, (store) => {
    store.operation({ kind: 'import' }, (write) => {
      write.insert('boards', { name: 'Board', nation: 'england' });
      const caseId = write.insert('cases', { reference: 'C1' });
      const type = { code: 't', name: 'T', shortName: 'T', singular: 't', plural: 't', nation: 'england' };
      const reviewTypeId = write.insert('reviewTypes', type);
      const stageId = write.insert('stages', { reviewTypeId, code: 's', name: 'S', kind: 'complete', position: 0 });
      write.insert('reviews', { id: REVIEW, caseId, reference: 'R1', title: 'Review', reviewTypeId, stageId });
      write.insert('bodies', { id: BODY, name: 'Executive', kind: 'executive', position: 0 });
      write.insert('ladderSteps', { appliesTo: 'plan', position: 0, bodyId: BODY, kind: 'adopted' });
      write.insert('clocks', {
        id: CLOCK,
        reviewId: REVIEW,
        name: 'Decision',
        runsFrom: 'referred',
        stopsAt: 'decided-to-proceed',
        length: 15,
        unit: 'working-days',
        direction: 'after',
        position: 0,
      });
    });
  });
}, 60_000);
afterAll(() => laptops.close());

type Laptop = { readonly store: Store; readonly client: Client };
type Pair = { readonly a: Laptop; readonly b: Laptop; readonly exchange: () => void };

const laptopOf = (store: Store): Laptop => {
  const session = { present: store, store, pastDay: null, refuseInThePast: () => undefined, keepName: () => undefined };
  return { store, client: createRouterClient(router, { context: { session: session as unknown as BoardSession } }) };
};

const apart = (work: (pair: Pair) => Promise<void>): Promise<void> =>
  laptops.runAsync(2, 1, async ({ all, deliverAll }) => {
    const [a, b] = all.map(({ store }) => laptopOf(store));
    if (a === undefined || b === undefined) throw new Error('two laptops are needed');
    await work({ a, b, exchange: deliverAll });
    deliverAll();
    expect(stateOf(a.store)).toEqual(stateOf(b.store));
  });

const approve = ({ store }: Laptop, kind: string, date: string): string =>
  store.operation({ kind: 'record-approval' }, (write) =>
    write.insert('approvals', { appliesTo: 'plan', reviewId: REVIEW, bodyId: BODY, kind, date }),
  ).result;

const decidePublication = ({ store }: Laptop, decision: string, decidedOn: string): string =>
  store.operation({ kind: 'decide-publication' }, (write) =>
    write.insert('publicationDecisions', { reviewId: REVIEW, decision, decidedOn }),
  ).result;

const decideProceed = ({ store }: Laptop, decision: string, decidedOn: string): string =>
  store.operation({ kind: 'decide-whether-to-proceed' }, (write) =>
    write.insert('proceedDecisions', { reviewId: REVIEW, decision, decidedOn }),
  ).result;

/** Keeps all of them, or drops one. */
const settle = async ({ client }: Laptop, drop?: string): Promise<void> => {
  const [waiting] = (await client.conflicts.list({})).conflicts;
  if (waiting === undefined) throw new Error('nothing waits');
  const { id, sides } = await client.conflicts.get({ id: waiting.id });
  await client.conflicts.decide({
    id,
    sides: sides.map((side) => side.id),
    choice: drop === undefined ? { do: 'keep' } : { do: 'drop', side: drop },
    reason: 'As minuted',
  });
};

const plan = async ({ client }: Laptop) => {
  const { ladders, approvals } = await client.reviews.get({ id: REVIEW });
  const ladder = ladders.find(({ appliesTo }) => appliesTo === 'plan');
  return {
    state: ladder?.steps[0]?.state,
    words: ladder?.words,
    waiting: approvals.filter(({ waits }) => waits).length,
  };
};

const stoppedOn = ({ store }: Laptop): string | null =>
  store.db.prepare<[], string | null>('select stoppedOn from clockFacts').pluck().get() ?? null;

const isUnpublished = ({ store }: Laptop): boolean =>
  store.db
    .prepare(`select 1 from reviews r where ${UNPUBLISHED_SQL} and not ${PUBLISHED_SQL}`)
    .get({ today: '2026-11-22' }) !== undefined;

describe('decisions on one matter that two laptops recorded apart', () => {
  it('do not count on the ladder until they are settled: what stood before does, and says so', () =>
    apart(async ({ a, b, exchange }) => {
      approve(a, 'deferred', '2020-03-01');
      exchange();
      approve(a, 'adopted', '2020-05-08');
      const rejected = approve(b, 'rejected', '2020-05-08');
      exchange();
      for (const laptop of [a, b]) {
        expect(await plan(laptop)).toEqual({
          state: 'deferred',
          words:
            'Deferred by the Executive on 1 March 2020; awaiting adoption by the Executive; two decisions of 8 May 2020 wait to be settled',
          waiting: 2,
        });
      }
      await settle(b, rejected);
      exchange();
      for (const laptop of [a, b])
        expect(await plan(laptop)).toEqual({
          state: 'met',
          words: 'Adopted by the Executive on 8 May 2020',
          waiting: 0,
        });
    }));

  it('do not say where publication stands, in one review or in lists', () =>
    apart(async ({ a, b, exchange }) => {
      decidePublication(a, 'not-to-be-published', '2020-01-01');
      exchange();
      decidePublication(a, 'full-report', '2020-05-08');
      const summary = decidePublication(b, 'executive-summary-only', '2020-06-08');
      exchange();
      for (const laptop of [a, b]) {
        const { publication } = await laptop.client.reviews.get({ id: REVIEW });
        expect(publication.state).toBe('not-to-be-published');
        expect(publication.words).toBe(
          'Not to be published; two decisions of 8 May 2020 and 8 June 2020 wait to be settled',
        );
        expect(publication.decisions.map(({ waits }) => waits)).toEqual([false, true, true]);
        expect(isUnpublished(laptop)).toBe(false);
      }
      await settle(a, summary);
      exchange();
      for (const laptop of [a, b]) {
        const { publication } = await laptop.client.reviews.get({ id: REVIEW });
        expect(publication.words).toBe('Full report: to be published, no date set');
        expect(isUnpublished(laptop)).toBe(true);
      }
    }));

  it('stop no clock, and stop it once they are settled', () =>
    apart(async ({ a, b, exchange }) => {
      decideProceed(a, 'proceed', '2020-05-08');
      expect(stoppedOn(a)).toBe('2020-05-08');
      decideProceed(b, 'defer', '2020-05-09');
      exchange();
      expect([a, b].map(stoppedOn)).toEqual([null, null]);
      await settle(a);
      expect(stoppedOn(a)).toBe('2020-05-08');
      exchange();
      expect([a, b].map(stoppedOn)).toEqual(['2020-05-08', '2020-05-08']);
    }));

  it('did not count in the past in which they waited, also when they are settled since', () =>
    apart(async ({ a, b, exchange }) => {
      decidePublication(a, 'full-report', '2020-05-08');
      const summary = decidePublication(b, 'executive-summary-only', '2020-05-08');
      exchange();
      const then = a.store.db.prepare<[], string>('select max(clock) from operations').pluck().get() ?? '';
      await settle(a, summary);
      for (const [until, decision] of [
        [then, null],
        [null, 'full-report'],
      ] as const) {
        const past = replay(a.store.db, until === null ? undefined : endAtClock(until));
        expect(readPublications(past, '2026-11-22').get(REVIEW)?.reading.decision).toBe(decision);
        past.close();
      }
    }));
});

/** They ask whose the rows are, not what was decided. */
const READ_AS_ROWS = ['db/store/facts.ts', 'db/store/review-rows.ts'];

describe('a query of recorded decisions', () => {
  it('asks which of them count, wherever it stands', () => {
    const root = path.resolve(import.meta.dirname, '../../..');
    const files = ['db/service', 'db/packs', 'db/store']
      .flatMap((folder) =>
        readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
          path.join(folder, file),
        ),
      )
      .filter((file) => file.endsWith('.ts') && !READ_AS_ROWS.includes(file));
    const reading = files.filter((file) =>
      /\b(from|join) (approvals|proceedDecisions|publicationDecisions)\b/.test(
        readFileSync(path.join(root, file), 'utf8'),
      ),
    );
    expect(reading.length).toBeGreaterThan(5);
    for (const file of reading)
      expect(readFileSync(path.join(root, file), 'utf8'), file).toContain('waiting-decisions.ts');
  });
});
