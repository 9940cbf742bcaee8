import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActionFilter, actionFilter } from '../../../db/contract/actions.ts';
import type { OverviewData, OverviewLink } from '../../../db/contract/overview.ts';
import { publicationFilter } from '../../../db/contract/publication.ts';
import { reviewFilter, type ReviewFilter } from '../../../db/contract/reviews.ts';
import type { StageKind } from '../../../db/domain/codes.ts';
import { awaitedPlans } from '../../../db/service/outstanding.ts';
import { openSharedBoard, TODAY } from '../../support/board.ts';

let board: Awaited<ReturnType<typeof openSharedBoard>>;
let overview: OverviewData;
beforeAll(async () => {
  board = await openSharedBoard('sample');
  overview = await board.client.overview.get();
}, 60_000);
afterAll(() => board.close());

const actions = async (filter: ActionFilter) => (await board.client.actions.list({ filter })).total;
const reviews = async (filter: ReviewFilter) => (await board.client.reviews.list({ filter })).total;

/** A filter as an address carries it, as the list's own query takes it. */
const read = (filter: Readonly<Record<string, string>>, schema: { readonly shape: object }) =>
  Object.fromEntries(
    Object.entries(filter).map(([key, text]) => {
      expect(Object.keys(schema.shape)).toContain(key);
      if (text === 'true') return [key, true];
      return [
        key,
        ['agencyId', 'reviewId', 'rag', 'state', 'reviewTypeId', 'stageKind', 'lead', 'publication'].includes(key)
          ? text.split(',')
          : text,
      ];
    }),
  );

const behind = async (link: OverviewLink): Promise<number> => {
  switch (link.place) {
    case 'actions':
      return actions(actionFilter.parse(read(link.filter, actionFilter)));
    case 'reviews':
      return reviews(reviewFilter.parse(read(link.filter, reviewFilter)));
    case 'publication':
      return (
        await board.client.publication.register({
          filter: publicationFilter.parse(read(link.filter, publicationFilter)),
        })
      ).rows.length;
    case 'review':
      return (await board.client.reviews.get({ id: link.reviewId })).review.removed === null ? 1 : 0;
    case 'action':
      return (await board.client.actions.get({ id: link.actionId })).action.removed === null ? 1 : 0;
    case 'meeting':
      return (await board.client.meetings.get({ id: link.meetingId })).meeting.state === 'planned' ? 1 : 0;
    case 'none':
      return 0;
  }
};

describe('a figure of the overview', () => {
  it('about actions is the number of the list behind it', async () => {
    const { counts } = overview;
    expect({
      actions: await actions({}),
      openActions: await actions({ open: true }),
      overdueActions: await actions({ overdue: true }),
      dueSoonActions: await actions({ dueSoon: true }),
      noUpdateActions: await actions({ noUpdate: true }),
      noTargetActions: await actions({ noTarget: true }),
      awaitingSignOffActions: await actions({ awaitingSignOff: true }),
    }).toEqual({
      actions: counts.actions,
      openActions: counts.openActions,
      overdueActions: counts.overdueActions,
      dueSoonActions: counts.dueSoonActions,
      noUpdateActions: counts.noUpdateActions,
      noTargetActions: counts.noTargetActions,
      awaitingSignOffActions: counts.awaitingSignOffActions,
    });
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0);
  });

  it('about reviews is the number of the list behind it', async () => {
    const { counts } = overview;
    expect(await reviews({})).toBe(counts.reviews);
    expect(await reviews({ live: true })).toBe(counts.liveReviews);
    expect(await reviews({ late: true })).toBe(counts.lateReviews);
    expect(await reviews({ completeUnpublished: true })).toBe(counts.completeUnpublished);
    const { rows } = await board.client.publication.register({ filter: { completeUnpublished: true } });
    expect(rows.length).toBe(counts.completeUnpublished);
  });

  it('by rating is that of the list, and each action has one rating', async () => {
    for (const { level, count } of overview.actionsByRag) {
      // oxlint-disable-next-line no-await-in-loop -- one list after another
      expect(await actions({ rag: [level] }), level).toBe(count);
    }
    expect(overview.actionsByRag.reduce((sum, { count }) => sum + count, 0)).toBe(overview.counts.actions);
  });

  it('by agency is that of the list', async () => {
    expect(overview.actionsByAgency.length).toBeGreaterThan(3);
    for (const row of overview.actionsByAgency) {
      const agencyId = [row.agencyId ?? 'none'];
      // oxlint-disable no-await-in-loop -- one list after another
      expect({
        open: await actions({ agencyId, open: true }),
        overdue: await actions({ agencyId, overdue: true }),
        dueSoon: await actions({ agencyId, dueSoon: true }),
        noUpdate: await actions({ agencyId, noUpdate: true }),
        awaitingSignOff: await actions({ agencyId, awaitingSignOff: true }),
      }).toEqual({
        open: row.open,
        overdue: row.overdue,
        dueSoon: row.dueSoon,
        noUpdate: row.noUpdate,
        awaitingSignOff: row.awaitingSignOff,
      });
      // oxlint-enable no-await-in-loop
    }
  });

  it('by type and stage is that of the list', async () => {
    for (const { reviewTypeId, total, stages } of overview.reviewsByTypeAndStage) {
      // oxlint-disable-next-line no-await-in-loop -- one list after another
      expect(await reviews({ reviewTypeId: [reviewTypeId] })).toBe(total);
      for (const { kind, count } of stages) {
        // oxlint-disable-next-line no-await-in-loop -- as above
        expect(await reviews({ reviewTypeId: [reviewTypeId], stageKind: [kind as StageKind] })).toBe(count);
      }
    }
  });

  it('by reason of delay is that of the register and of the list of reviews', async () => {
    expect(overview.delays.length).toBeGreaterThan(1);
    for (const { delayReasonId, reviews: delayed } of overview.delays) {
      // oxlint-disable-next-line no-await-in-loop -- one list after another
      const { rows } = await board.client.publication.register({ filter: { delayReasonId } });
      expect(rows.length).toBe(delayed);
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect(await reviews({ delayReasonId })).toBe(delayed);
    }
  });

  it('by body that signs off is that of the lists', async () => {
    expect(overview.awaitingSignOff.length).toBeGreaterThan(0);
    for (const { bodyId, reports, plans, actions: waiting } of overview.awaitingSignOff) {
      // oxlint-disable no-await-in-loop -- one list after another
      expect(await reviews({ awaitingReportOf: bodyId })).toBe(reports);
      expect(await reviews({ awaitingPlanOf: bodyId })).toBe(plans);
      expect(await actions({ awaitingBodyId: bodyId })).toBe(waiting);
      // oxlint-enable no-await-in-loop
    }
  });
});

describe('plans that answer a report of another body', () => {
  it('are awaited by body, as the pack’s page counts them', async () => {
    const all = awaitedPlans(board.store);
    expect(overview.awaitingSignOff.reduce((sum, { answeringPlans }) => sum + answeringPlans, 0)).toBe(all.length);
    expect(all.length).toBeGreaterThan(0);
  });
});

describe('what is late and what is next', () => {
  it('leads to what it says', async () => {
    const [late, next] = [overview.late, overview.next];
    expect(new Set(late.map(({ kind }) => kind)).size).toBeGreaterThan(2);
    for (const thing of late) {
      // oxlint-disable-next-line no-await-in-loop -- one link after another
      const found = await behind(thing.link);
      const promised = thing.kind === 'action' ? Number.parseInt(thing.words, 10) : 1;
      expect(found, `${thing.subject}: ${thing.words}`).toBe(promised);
    }
    for (const { link, kind } of next) {
      // oxlint-disable-next-line no-await-in-loop -- one link after another
      expect(await behind(link), kind).toBe(link.place === 'none' ? 0 : 1);
    }
  });

  it('puts the latest first and counts all of it', () => {
    const days = overview.late.map(({ daysLate }) => daysLate);
    expect(days).toEqual(days.toSorted((a, b) => b - a));
    expect(days.every((late) => late > 0)).toBe(true);
    expect(overview.lateTotal).toBeGreaterThanOrEqual(days.length);
    expect(overview.next.map(({ on }) => on)).toEqual(overview.next.map(({ on }) => on).toSorted());
    expect(overview.next.every(({ on }) => on >= TODAY)).toBe(true);
  });

  it('adds up the overdue actions of all agencies', () => {
    const told = overview.late.filter(({ kind }) => kind === 'action').map(({ words }) => Number.parseInt(words, 10));
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(overview.counts.overdueActions);
  });
});
