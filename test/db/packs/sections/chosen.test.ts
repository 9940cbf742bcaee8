import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBoard, openSharedBoard, refusalOf, type TestBoard } from '../../../support/board.ts';
import { figuresOf, printSections, rowsOf } from './printed-sections.ts';

let board: TestBoard & { close(): void };
beforeAll(async () => {
  board = await openSharedBoard('sample');
});
afterAll(() => board.close());

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

describe('a briefing on one review', () => {
  test('tells its clocks, story, publication, recommendations, actions and approvals as its page does', async () => {
    const { rows } = await board.client.reviews.list({ filter: { find: 'LCSPR 2025/02' }, offset: 0, limit: 1 });
    const detail = await board.client.reviews.get({ id: rows[0]?.id ?? '' });
    const pack = printSections(board, ['review-briefing'], { reviewId: detail.review.id });
    expect(pack.sections[0]?.heading).toBe('Briefing on LCSPR 2025/02');
    const begun = detail.clocks.filter(({ state }) => state !== 'waiting').map(({ name }) => name);
    expect(rowsOf(pack, 'briefing-clocks').map(({ clock }) => clock)).toEqual(begun);
    for (const { name } of detail.clocks) expect(JSON.stringify(pack)).toContain(name);
    expect(rowsOf(pack, 'briefing-story')).toHaveLength(detail.milestones.length);
    expect(rowsOf(pack, 'briefing-delays')).toHaveLength(detail.publication.delays.length);
    expect(rowsOf(pack, 'briefing-recommendations').map(({ number }) => number)).toEqual(
      detail.recommendations.map(({ number }) => number),
    );
    expect(rowsOf(pack, 'briefing-actions')).toHaveLength(detail.actions.length);
    expect(rowsOf(pack, 'briefing-approvals')).toHaveLength(
      detail.approvals.filter(({ appliesTo }) => appliesTo !== 'action').length,
    );
    expect(JSON.stringify(pack)).toContain(detail.publication.words);
  });

  test('of a review that is not on the register is refused, naming the field', async () => {
    expect(await refusalOf(() => printSections(board, ['review-briefing'], { reviewId: UNKNOWN }))).toMatchObject({
      code: 'bad-input',
      details: { field: 'reviewId' },
    });
  });
});

describe('an agency pack', () => {
  test('counts as the agency’s page does', async () => {
    const agencies = await board.client.agencies.list();
    const busiest = agencies.toSorted((a, b) => b.open - a.open)[0];
    const id = busiest?.id ?? '';
    const detail = await board.client.agencies.get({ id });
    const pack = printSections(board, ['agency'], { agencyId: id });
    expect(pack.sections[0]?.heading).toBe(busiest?.name);
    expect(figuresOf(pack)).toMatchObject({
      'Open actions that it leads': [detail.figures.open, null],
      Overdue: [detail.figures.overdue, detail.figures.open],
      'No update received': [detail.figures.noUpdate, detail.figures.open],
      'Meetings attended': [detail.figures.attended, detail.figures.expected],
    });
    const { total } = await board.client.actions.list({
      filter: { open: true, jointAgencyId: id },
      offset: 0,
      limit: 1,
    });
    expect(rowsOf(pack, 'agency-actions')).toHaveLength(detail.figures.open + total);
    const waiting = detail.requests.rows.filter(({ isWaitedFor }) => isWaitedFor);
    expect(rowsOf(pack, 'agency-updates').filter(({ answered }) => answered === 'Not yet').length).toBe(waiting.length);
    expect(rowsOf(pack, 'agency-attendance').length).toBe(new Set(detail.attendances.map(({ body }) => body)).size);
  });

  test('takes an update of the month in which it was asked for as the answer, as the figures do', async () => {
    const own = await openBoard();
    const { id: agencyId } = await own.client.records.add({ table: 'agencies', row: { name: 'Police' } });
    const { reviewTypes } = await own.client.board.get();
    const review = { reference: 'R 1', reviewTypeId: reviewTypes[0]?.id ?? '', notifiedOn: '2026-01-05' };
    const { id: reviewId } = await own.client.reviews.add(review);
    const { id: actionId } = await own.client.actions.add({
      number: '1',
      text: 'Brief',
      reviewId,
      leadAgencyId: agencyId,
    });
    own.store.operation({ kind: 'edit' }, (write) => {
      write.insert('updateRequests', { actionId, agencyId, requestedOn: '2026-10-12' });
      write.insert('progressUpdates', { actionId, date: '2026-10', text: 'Begun' });
    });
    const pack = printSections(own, ['agency'], { agencyId });
    expect(figuresOf(pack)['No update received']).toEqual([0, 1]);
    expect(rowsOf(pack, 'agency-updates').filter(({ answered }) => answered === 'Not yet')).toEqual([]);
    const { requests } = await own.client.agencies.get({ id: agencyId });
    expect(requests.rows.map(({ isAnswered }) => isAnswered)).toEqual([true]);
  });

  test('waits for no update of an action that is signed off or set aside, as the agency’s page does not', async () => {
    const own = await openBoard();
    const { id: agencyId } = await own.client.records.add({ table: 'agencies', row: { name: 'Police' } });
    const { reviewTypes } = await own.client.board.get();
    const review = { reference: 'R 1', reviewTypeId: reviewTypes[0]?.id ?? '', notifiedOn: '2026-01-05' };
    const { id: reviewId } = await own.client.reviews.add(review);
    const asked = async (number: string, state: 'in-progress' | 'signed-off' | 'superseded'): Promise<void> => {
      const { id: actionId } = await own.client.actions.add({
        number,
        text: 'Brief',
        reviewId,
        leadAgencyId: agencyId,
      });
      own.store.operation({ kind: 'edit' }, (write) => {
        write.update('actions', actionId, { state });
        for (const requestedOn of ['2026-01-12', '2026-11-12']) {
          write.insert('updateRequests', { actionId, agencyId, requestedOn });
        }
      });
    };
    await asked('1', 'in-progress');
    await asked('2', 'signed-off');
    await asked('3', 'superseded');
    const pack = printSections(own, ['agency'], { agencyId, since: { kind: 'day', day: '2026-11-01' } });
    const ended = 'No: the action is not open';
    expect(rowsOf(pack, 'agency-updates').map((row) => [row['action-of'], row['asked'], row['answered']])).toEqual([
      ['R 1: 1', '12 January 2026', 'Not yet'],
      ['R 1: 1', '12 November 2026', 'Not yet'],
      ['R 1: 2', '12 November 2026', ended],
      ['R 1: 3', '12 November 2026', ended],
    ]);
    const { requests } = await own.client.agencies.get({ id: agencyId });
    const waited = requests.rows.filter(({ isWaitedFor }) => isWaitedFor).map(({ number }) => number);
    expect(waited).toEqual(['1', '1']);
  });

  test('of an agency that is not on the register is refused, naming the field', async () => {
    expect(await refusalOf(() => printSections(board, ['agency'], { agencyId: UNKNOWN }))).toMatchObject({
      code: 'bad-input',
      details: { field: 'agencyId' },
    });
  });
});
