/** The stage board: its columns are kinds of stage, and each is paged by the database. */
import type { ReviewFilter, StageCard } from '../contract/reviews.ts';
import type { StageKind } from '../domain/codes.ts';
import type { Reader } from './context.ts';
import {
  countReviews,
  COUNTED,
  FROM,
  idsByRules,
  LATE,
  NEXT_DUE,
  OPEN_ACTIONS,
  OVERDUE_ACTIONS,
  type Params,
  reviewConditions,
  RUNNING_CLOCK,
} from './review-list.ts';
import { LABEL } from './review-names.ts';

/** The filter as one SQL condition: what is read by rules of the domain comes as a list of ids. */
const conditionOf = (
  reader: Reader,
  today: string,
  filter: ReviewFilter,
): { readonly where: string; readonly params: Params } => {
  const { where, params } = reviewConditions(filter);
  const ids = idsByRules(reader, today, filter);
  return ids === null
    ? { where, params: { ...params, today } }
    : {
        where: `${where} and r.id in (select value from json_each(@ids))`,
        params: { ...params, today, ids: JSON.stringify(ids) },
      };
};

export const countStages = (reader: Reader, today: string, filter: ReviewFilter) => {
  const { where, params } = conditionOf(reader, today, filter);
  const counts = reader
    .prepare<[Params], { stageKind: StageKind; count: number; late: number }>(
      `select g.kind as stageKind, count(*) as count, sum(${LATE}) as late ${FROM} ${where} group by g.kind`,
    )
    .all(params);
  return { counts, total: counts.reduce((all, { count }) => all + count, 0), of: countReviews(reader) };
};

const HANDED_OVER_TO = `(select h.body from handOvers h where h.reviewId = r.id and h.direction = 'to' and h.removed is null
  and h.handedOverOn is not null and g.kind = 'handed-over' order by h.handedOverOn desc limit 1)`;

const CARD = `r.id, r.reference, ${LABEL} as label, r.title, r.reviewTypeId, t.name as reviewType, t.shortName as typeShortName,
  r.stageId, g.name as stage, g.kind as stageKind, r.lead, p.dueOn as nextDueOn,
  case when p.dueOn is not null then (select k.name ${RUNNING_CLOCK} and ${COUNTED} order by f.dueOn, k.position limit 1) end as nextClock,
  coalesce(p.dueOn < @today, 0) as late, ${OPEN_ACTIONS} as openActions, ${OVERDUE_ACTIONS} as overdueActions, ${HANDED_OVER_TO} as handedOverTo`;

type StoredCard = Omit<StageCard, 'late'> & { readonly late: number };

/** The page's reviews are found first, then filled out: what is not shown costs no counting of its actions. */
export const readStageColumn = (
  reader: Reader,
  today: string,
  query: {
    readonly filter: ReviewFilter;
    readonly stageKind: StageKind;
    readonly offset: number;
    readonly limit: number;
  },
): { rows: StageCard[]; total: number; of: number } => {
  const { where, params } = conditionOf(reader, today, query.filter);
  const asked = { ...params, stageKind: query.stageKind };
  const ofKind = `${FROM} ${where} and g.kind = @stageKind`;
  const total = reader.prepare<[Params], { n: number }>(`select count(*) as n ${ofKind}`).get(asked)?.n ?? 0;
  const rows = reader
    .prepare<[Params], StoredCard>(
      `with page as materialized (
         select id, dueOn, row_number() over () as at from (
           select r.id, ${NEXT_DUE} as dueOn ${ofKind} order by dueOn is null, dueOn, r.reference, r.id limit @limit offset @offset))
       select ${CARD} from page p join reviews r on r.id = p.id ${FROM.slice('from reviews r'.length)} order by p.at`,
    )
    .all({ ...asked, limit: query.limit, offset: query.offset });
  return { rows: rows.map((row) => ({ ...row, late: row.late === 1 })), total, of: countReviews(reader) };
};
