import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readVault, unwrapKey } from '../../../db/store/vault.ts';
import { openSharedBoard, PASSPHRASE, refusalOf, TODAY } from '../../support/board.ts';

let board: Awaited<ReturnType<typeof openSharedBoard>>;
beforeAll(async () => {
  board = await openSharedBoard();
}, 60_000);
afterAll(() => board.close());

let references = 0;
const addReview = async (notifiedOn = '2026-06-01', code = 'lcspr-england'): Promise<string> => {
  const type = (await board.client.board.get()).reviewTypes.find((candidate) => candidate.code === code);
  const reference = `R ${++references}`;
  return (await board.client.reviews.add({ reference, reviewTypeId: type?.id ?? '', notifiedOn })).id;
};
const addAction = async (reviewId: string): Promise<string> =>
  (await board.client.actions.add({ number: `${++references}`, text: 'Brief all teams', reviewId })).id;
const clockOf = async (reviewId: string, name: RegExp) => {
  const clock = (await board.client.reviews.get({ id: reviewId })).clocks.find((candidate) =>
    name.test(candidate.name),
  );
  if (clock === undefined) throw new Error(`there is no clock ${name}`);
  return clock;
};

describe('events that other records are evidence of', () => {
  it('a recorded decision to proceed stops the clock that waits for one', async () => {
    const reviewId = await addReview('2019-06-01', 'scr-england');
    expect((await clockOf(reviewId, /decision within 1 month/i)).state).toBe('breached');
    await board.client.records.add({
      table: 'proceedDecisions',
      row: { reviewId, decision: 'do-not-proceed', decidedOn: '2019-06-20' },
    });
    expect((await clockOf(reviewId, /decision within 1 month/i)).state).toBe('met');
  });

  it('a planned publication starts the clock that counts back from it, and a take-down ends the year on the website', async () => {
    const reviewId = await addReview();
    await board.client.publication.plan({ reviewId, plannedOn: '2027-03-01' });
    expect((await clockOf(reviewId, /copies sent before/i)).dueOn).toBe('2027-02-18');
    await board.client.publication.publish({ reviewId, publishedOn: '2026-10-01', place: 'the website' });
    await board.client.publication.takeDown({ reviewId, takenDownOn: '2026-10-20' });
    const year = await clockOf(reviewId, /stays available/i);
    expect(year).toMatchObject({ state: 'breached', stoppedOn: '2026-10-20' });
  });

  it('an edited publication date moves the event with it', async () => {
    const reviewId = await addReview();
    await board.client.records.add({ table: 'milestones', row: { reviewId, kind: 'initiated', date: '2026-06-01' } });
    await board.client.publication.publish({ reviewId, publishedOn: '2026-10-01', place: 'the website' });
    expect((await clockOf(reviewId, /within 6 months/i)).stoppedOn).toBe('2026-10-01');
    const { record } = (await board.client.reviews.get({ id: reviewId })).publication;
    await board.client.records.edit({
      table: 'publications',
      id: record?.id ?? '',
      was: { publishedOn: '2026-10-01' },
      now: { publishedOn: '2026-11-01' },
    });
    expect((await clockOf(reviewId, /within 6 months/i)).stoppedOn).toBe('2026-11-01');
  });
});

describe('the ladder for actions', () => {
  it('asks each rung in turn, and signs off only at the last', async () => {
    const { bodies } = await board.client.board.get();
    const body = (kind: string): string => bodies.find((candidate) => candidate.kind === kind)?.id ?? '';
    await board.client.records.add({
      table: 'ladderSteps',
      row: { appliesTo: 'action', position: 9, bodyId: body('board'), kind: 'signed-off' },
    });
    const id = await addAction(await addReview());
    for (const to of ['in-progress', 'reported-complete'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one state after another
      await board.client.actions.moveState({ ids: [id], to, date: TODAY });
    }
    const awaits = async (kind: string): Promise<boolean> => {
      const { rows } = await board.client.actions.list({ filter: { awaitingBodyId: body(kind) } });
      return rows.some((row) => row.id === id);
    };
    const approve = (kind: string, as: 'evidence-accepted' | 'signed-off') =>
      board.client.approvals.record({
        appliesTo: 'action',
        actionIds: [id],
        bodyId: body(kind),
        kind: as,
        date: TODAY,
      });
    expect(await awaits('sub-group')).toBe(true);
    await approve('sub-group', 'evidence-accepted');
    expect([await awaits('sub-group'), await awaits('executive'), await awaits('board')]).toEqual([false, true, false]);
    await approve('executive', 'signed-off');
    expect(board.store.row('actions', id).state).toBe('evidence-accepted');
    expect([await awaits('executive'), await awaits('board')]).toEqual([false, true]);
    await approve('board', 'signed-off');
    expect(board.store.row('actions', id).state).toBe('signed-off');
  });
});

describe('a change of RAG scheme', () => {
  it('lets no action drop out of the counts, and shows no level that the scheme has not', async () => {
    const { board: settings, ragSchemes } = await board.client.board.get();
    const id = await addAction(await addReview());
    await board.client.actions.rate({ ids: [id], which: 'confirmed', level: 'on-time' });
    const brag = ragSchemes.find((scheme) => scheme.code === 'brag');
    await board.client.records.edit({
      table: 'boards',
      id: settings.id,
      was: { ragSchemeId: settings.ragSchemeId },
      now: { ragSchemeId: brag?.id ?? '' },
    });
    const { counts, actionsByRag } = await board.client.overview.get();
    expect(actionsByRag.reduce((sum, level) => sum + level.count, 0)).toBe(counts.actions);
    const { rows } = await board.client.actions.list({ filter: {} });
    expect(rows.find((row) => row.id === id)).toMatchObject({ rag: null, ragFrom: null, ragConfirmed: 'on-time' });
    await board.client.records.edit({
      table: 'boards',
      id: settings.id,
      was: { ragSchemeId: brag?.id ?? '' },
      now: { ragSchemeId: settings.ragSchemeId },
    });
  });
});

describe('undo', () => {
  it('does not take back a review that an action was added to since, and says what stands in the way', async () => {
    const reviewId = await addReview();
    const made = (await board.client.history.next()).undo;
    await addAction(reviewId);
    const refusal = await refusalOf(board.client.history.undo({ operationId: made?.operationId ?? '' }));
    expect(refusal.code).toBe('added-since');
    expect(board.store.row('reviews', reviewId).removed).toBeNull();
  });

  it('a recommendation that an action answers is not removed from under it', async () => {
    const reviewId = await addReview();
    const recommendation = await board.client.records.add({
      table: 'recommendations',
      row: { reviewId, number: '1', text: 'Agencies should share what they know.' },
    });
    await board.client.actions.add({ number: '1.1', text: 'Brief all teams', recommendationId: recommendation.id });
    const refusal = await refusalOf(board.client.records.remove({ table: 'recommendations', id: recommendation.id }));
    expect(refusal.code).toBe('not-allowed');
  });
});

describe('a meeting that is a target', () => {
  it('leaves the earlier target on record when it moves', async () => {
    const { bodies } = await board.client.board.get();
    const meeting = await board.client.records.add({
      table: 'meetings',
      row: { bodyId: bodies[0]?.id ?? '', date: '2027-01-14' },
    });
    const id = await addAction(await addReview());
    await board.client.actions.changeTarget({ ids: [id], targetDate: null, targetMeetingId: meeting.id });
    await board.client.records.edit({
      table: 'meetings',
      id: meeting.id,
      was: { date: '2027-01-14' },
      now: { date: '2027-02-18' },
    });
    const { action, earlierTargets } = await board.client.actions.get({ id });
    expect(action).toMatchObject({ targetDate: '2027-02-18', timesMoved: 1 });
    expect(earlierTargets).toMatchObject([
      { targetDate: '2027-01-14', reason: 'The meeting that is the target was moved' },
    ]);
  });
});

describe('an edit', () => {
  it('that does not say what stood there before is refused: it could overwrite another', async () => {
    const reviewId = await addReview();
    const edit = { table: 'reviews', id: reviewId, was: {}, now: { title: 'Another' } } as const;
    expect((await refusalOf(board.client.records.edit(edit))).code).toBe('bad-input');
  });
});

describe('a changed passphrase', () => {
  it('leaves no copy of the key file that the old one opens', async () => {
    board.session.store.backup('asked');
    await board.session.changePassphrase(PASSPHRASE, 'another lantern orchard window');
    const folder = path.join(board.session.folder, 'backups');
    const copies = readdirSync(folder).filter((name) => name.endsWith('.vault.json'));
    expect(copies.length).toBeGreaterThan(0);
    for (const copy of copies) {
      expect(existsSync(path.join(folder, copy))).toBe(true);
      const vault = readVault(path.join(folder, copy));
      // oxlint-disable-next-line no-await-in-loop -- a few, each slow on purpose
      await expect(unwrapKey(vault, { kind: 'passphrase', text: PASSPHRASE })).rejects.toMatchObject({
        code: 'wrong-passphrase',
      });
    }
    await board.session.changePassphrase('another lantern orchard window', PASSPHRASE);
  });
});
