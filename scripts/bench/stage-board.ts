import { STAGE_KINDS } from '../../db/domain/codes.ts';
import { timelineReviews } from '../../db/service/review-list.ts';
import { countStages, readStageColumn } from '../../db/service/review-stages.ts';
import { today, withBoard } from './boards.ts';
import type { Finding, Measurement } from './finding.ts';
import { againstSameStatements } from './same-statements.ts';

const page = { filter: {}, offset: 0, limit: 100 };

export const stageBoard: Measurement = {
  name: 'stage-board',
  run: ({ big }) =>
    withBoard(big, async ({ store }) => {
      const board = await againstSameStatements(store, (reader) => {
        countStages(reader, today, {});
        for (const stageKind of STAGE_KINDS.slice(0, 6)) readStageColumn(reader, today, { ...page, stageKind });
      });
      const timeline = await againstSameStatements(store, (reader) => timelineReviews(reader, today, page));
      const finding = (name: string, { a, b, ratio }: typeof board, how: string): Finding => ({
        name,
        values: { query: a, sameSql: b },
        unit: 'ms',
        ratio,
        limit: 2,
        how: `${how}, against its own statements run raw; processor time`,
      });
      return [
        finding('stage board', board, 'counts and the first 100 cards of six columns, of 2,000 reviews'),
        finding('timeline', timeline, 'the first 100 rows of 2,000 reviews with their events, clocks and delays'),
      ];
    }),
};
