import { beforeEach, describe, expect, it } from 'vitest';
import { openBoard, refusalOf, type TestBoard, TODAY } from '../../support/board.ts';

let board: TestBoard;
let reviewId: string;
let reasons: ReadonlyMap<string, string>;

beforeEach(async () => {
  board = await openBoard();
  const data = await board.client.board.get();
  reasons = new Map(data.delayReasons.map(({ code, id }) => [code, id]));
  const type = data.reviewTypes.find(({ code }) => code === 'lcspr-england');
  const review = { reference: 'LCSPR 2026/01', reviewTypeId: type?.id ?? '', notifiedOn: '2025-10-01' };
  reviewId = (await board.client.reviews.add(review)).id;
  await board.client.records.add({ table: 'milestones', row: { reviewId, kind: 'completed', date: '2026-03-01' } });
});

const row = async () => (await board.client.publication.register({ filter: {} })).rows[0];
const delay = (code: string, since: string) =>
  board.client.publication.addDelay({
    reviewId,
    delayReasonIds: [reasons.get(code) ?? ''],
    since,
    told: 'National Panel',
    toldOn: since,
  });

describe('publication', () => {
  it('goes from a decision over overlapping delays to the website and off it again', async () => {
    expect(await row()).toMatchObject({ state: 'not-yet-decided', completeUnpublished: true });
    await board.client.publication.decide({ reviewId, decision: 'full-report', decidedOn: '2026-03-10' });
    await board.client.publication.plan({ reviewId, plannedOn: '2027-01-15' });
    expect(await row()).toMatchObject({ state: 'planned', decision: 'full-report', plannedOn: '2027-01-15' });
    const trial = await delay('criminal-proceedings', '2026-03-15');
    const inquest = await delay('inquest', '2026-06-01');
    expect(await row()).toMatchObject({ state: 'delayed', told: 'National Panel; National Panel' });
    expect((await row())?.reasons).toHaveLength(2);
    await board.client.publication.endDelay({ delayId: trial.id, endedOn: '2026-09-01', endedBy: 'verdict' });
    expect((await row())?.reasons.map(({ id }) => id)).toEqual([reasons.get('inquest')]);
    const detail = await board.client.reviews.get({ id: reviewId });
    expect(detail.publication.delays.find(({ id }) => id === trial.id)).toMatchObject({
      days: 170,
      endedBy: 'verdict',
    });
    const published = await board.client.publication.publish({
      reviewId,
      publishedOn: '2026-11-20',
      place: 'the website',
    });
    expect(await row()).toMatchObject({
      state: 'published',
      completeUnpublished: false,
      availableUntil: '2027-11-20',
      reasons: [],
    });
    const until = async () =>
      (await board.client.reviews.get({ id: reviewId })).clocks.find(({ stopsAt }) => stopsAt === 'published')
        ?.stoppedOn;
    expect(await until()).toBe('2026-11-20');
    await board.client.history.undo({ operationId: published.operationId ?? '' });
    expect(await until()).toBeNull();
    expect(await row()).toMatchObject({ state: 'delayed' });
    expect((await row())?.reasons.map(({ id }) => id)).toEqual([reasons.get('inquest')]);
    expect(inquest.operationId).not.toBeNull();
    await board.client.publication.publish({ reviewId, publishedOn: '2026-11-20', place: 'the website' });
    await board.client.publication.takeDown({ reviewId, takenDownOn: TODAY });
    expect((await row())?.state).toBe('taken-down');
  });

  it('is not taken down before it was published, nor when it never was', async () => {
    expect((await refusalOf(board.client.publication.takeDown({ reviewId, takenDownOn: TODAY }))).code).toBe(
      'bad-input',
    );
    await board.client.publication.publish({ reviewId, publishedOn: '2026-11-20', place: 'the website' });
    const early = board.client.publication.takeDown({ reviewId, takenDownOn: '2026-11-19' });
    expect((await refusalOf(early)).code).toBe('bad-input');
    expect((await row())?.state).toBe('published');
  });

  it('keeps every decision; the last one counts and none is undone', async () => {
    const first = await board.client.publication.decide({ reviewId, decision: 'full-report', decidedOn: '2026-03-10' });
    await board.client.publication.decide({
      reviewId,
      decision: 'not-to-be-published',
      decidedOn: '2026-05-10',
      basis: 'Welfare of a sibling',
    });
    expect(await row()).toMatchObject({ state: 'not-to-be-published', decision: 'not-to-be-published' });
    expect((await board.client.reviews.get({ id: reviewId })).publication.decisions).toHaveLength(2);
    const undo = board.client.history.undo({ operationId: first.operationId ?? '' });
    expect((await refusalOf(undo)).code).toBe('not-undoable');
  });

  it('has delays with the reasons that were chosen, changed as one act', async () => {
    const { id: delayId } = await delay('inquest', '2026-06-01');
    const choose = (...codes: readonly string[]) =>
      board.client.publication.setDelayReasons({
        delayId,
        delayReasonIds: codes.map((code) => reasons.get(code) ?? ''),
      });
    const shown = async () => (await row())?.reasons.map(({ id }) => id).toSorted();
    const changed = await choose('criminal-proceedings', 'family-wishes');
    expect(new Set(await shown())).toEqual(
      new Set([reasons.get('criminal-proceedings'), reasons.get('family-wishes')]),
    );
    await board.client.history.undo({ operationId: changed.operationId ?? '' });
    expect(await shown()).toEqual([reasons.get('inquest')]);
    expect((await choose('inquest')).operationId).toBeNull();
    const none = board.client.publication.setDelayReasons({ delayId, delayReasonIds: [] });
    expect((await refusalOf(none)).code).toBe('bad-input');
  });
});

describe('what the register reminds of', () => {
  const remindersOf = async () =>
    (await board.client.publication.reminders()).map(({ kind, words }) => `${kind}: ${words}`);

  it('is nothing on a board where nothing waits', async () => {
    expect(await remindersOf()).toEqual([]);
  });

  it('is an overdue review of a delay, an expected end that passed, and that nobody was told', async () => {
    await board.client.publication.addDelay({
      reviewId,
      delayReasonIds: [reasons.get('inquest') ?? ''],
      since: '2026-05-01',
      nextReviewOn: '2026-11-20',
      expectedEndOn: '2026-10',
      expectedEndEvent: 'the conclusion of the inquest',
    });
    expect(await remindersOf()).toEqual([
      'delay-review: The review of the delay is 3 days overdue, was due 20 November 2026',
      'end-passed: The delay was expected to end in October 2026 with the conclusion of the inquest and is still open: end it, or give another date',
      'nobody-told: Publication is delayed, and nobody is recorded as told',
    ]);
    expect(await row()).toMatchObject({ endPassed: true, expectedEndOn: '2026-10', reviewOverdue: true });
    expect((await board.client.publication.register({ filter: { endPassed: true } })).rows).toHaveLength(1);
  });

  it('is copies to send 7 working days before publication, until they are sent', async () => {
    await board.client.publication.plan({ reviewId, plannedOn: '2026-12-10' });
    expect(await remindersOf()).toEqual([
      'copies-due: Copies of the report are to be sent before publication, due in 8 days, 1 December 2026',
    ]);
    await board.client.records.add({
      table: 'milestones',
      row: { reviewId, kind: 'copies-sent-before-publication', date: TODAY },
    });
    expect(await remindersOf()).toEqual([]);
  });

  it('is a year on the website that ends within 30 days, and one that is cut short', async () => {
    await board.client.publication.publish({ reviewId, publishedOn: '2025-12-10', place: 'the website' });
    expect(await remindersOf()).toEqual(['leaving-site: Its year on the website ends in 17 days, 10 December 2026']);
    expect((await row())?.shortOfYear).toBe(false);
    await board.client.publication.publish({
      reviewId,
      publishedOn: '2026-11-01',
      place: 'the website',
      availableUntil: '2027-03-01',
    });
    expect((await remindersOf())[0]).toContain('short-of-year: It is to leave the website on 1 March 2027');
    expect((await row())?.shortOfYear).toBe(true);
  });
});

describe('days of delay over time', () => {
  it('add up by reason and quarter, with ended delays, and say where they are at least so many', async () => {
    const trial = await delay('criminal-proceedings', '2026-09-21');
    await board.client.publication.endDelay({ delayId: trial.id, endedOn: '2026-10-11', endedBy: 'verdict' });
    await delay('inquest', '2026-10-06');
    const quarters = await board.client.publication.delaysOverTime({ by: 'quarter' });
    expect(quarters).toMatchObject({
      periods: ['Jul–Sep 2026', 'Oct–Dec 2026'],
      inAll: { days: [10, 53], total: 63 },
      atLeast: false,
    });
    expect(quarters.byReason.map(({ reason, days }) => [reason, days])).toEqual([
      ['Inquest', [0, 48]],
      ['Criminal proceedings', [10, 10]],
    ]);
    await delay('family-court', '2026-11');
    expect((await board.client.publication.delaysOverTime({ by: 'year' })).atLeast).toBe(true);
  });
});
