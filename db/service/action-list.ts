import type { ACTION_SORTS, ActionFilter, ActionRow } from '../contract/actions.ts';
import { addDays, formatDate } from '../domain/partial-date.ts';
import { ACTION_STATES } from '../domain/codes.ts';
import type { Reader } from './context.ts';
import { awaitedOfActions } from './outstanding.ts';
import {
  AWAITING_SIGN_OFF,
  boardScheme,
  type BoardScheme,
  computedRagSql,
  NO_UPDATE,
  OPEN,
  quotedText,
  shownRagSql,
} from './rag.ts';
import { actionsFiledUnder, FILED_UNDER } from './theme-links.ts';

export type ActionSort = { readonly by: (typeof ACTION_SORTS)[number]; readonly descending: boolean };
type Params = Record<string, string | number>;

/** Tables that a condition, a sort or a row may name. SQLite leaves out the joins that a query does not use. */
const FROM = `from actions a
  left join actionFacts f on f.actionId = a.id
  left join agencies g on g.id = a.leadAgencyId
  left join reviews r on r.id = a.reviewId
  left join recommendations c on c.id = a.recommendationId
  left join externalReports x on x.id = c.externalReportId
  left join meetings m on m.id = a.meetingId
  left join bodies b on b.id = m.bodyId`;

const ORIGIN = `coalesce(r.reference, x.reference, b.name || coalesce(' ' || m.date, ''), '')`;

const stateRank = `case a.state ${ACTION_STATES.map((state, rank) => `when '${state}' then ${rank}`).join(' ')} end`;

/** What each sort goes by: one expression, or several of which the first decides. */
const SORTS: Record<ActionSort['by'], (ragRank: string) => readonly string[]> = {
  target: () => ['a.targetDay'],
  review: () => [ORIGIN, 'a.position'],
  number: () => ['a.number'],
  agency: () => ['g.name'],
  state: () => [stateRank],
  rag: (ragRank) => [ragRank],
  lastUpdate: () => ['f.lastUpdateOn'],
  moved: () => ['f.timesMoved'],
};

/** Levels sort as their scheme orders them. */
const ragRankSql = (scheme: BoardScheme, shown: string): string => {
  const whens = scheme.levels.map((level, rank) => `when ${quotedText(level.code)} then ${rank}`);
  return whens.length === 0 ? 'null' : `case ${shown} ${whens.join(' ')} end`;
};

const orderBy = (sort: ActionSort | undefined, ragRank: string): string => {
  const { by, descending } = sort ?? { by: 'target', descending: false };
  // What has no date, agency or rating comes last, whichever way round.
  const keys = SORTS[by](ragRank).map((key) => `${key}${descending ? ' desc' : ''} nulls last`);
  return `order by ${keys.join(', ')}, a.id`;
};

/** The filter as SQL conditions over FROM, with its parameters. */
export const actionConditions = (
  reader: Reader,
  filter: ActionFilter,
  shown: string,
): { readonly where: string; readonly params: Params } => {
  const all: string[] = ['a.removed is null'];
  const params: Params = {};
  const anyOf = (expression: string, name: string, values: readonly string[] | undefined): void => {
    if (values === undefined || values.length === 0) return;
    all.push(`${expression} in (${values.map((_, at) => `@${name}${at}`).join(', ')})`);
    values.forEach((value, at) => {
      params[`${name}${at}`] = value;
    });
  };
  const find = filter.find?.trim();
  if (find) {
    all.push(
      `(a.text like @find escape '\\' or a.number like @find escape '\\' or ${ORIGIN} like @find escape '\\' or g.name like @find escape '\\')`,
    );
    params.find = `%${find.replace(/[\\%_]/g, (found) => `\\${found}`)}%`;
  }
  if (filter.agencyId?.includes('none')) {
    all.push(`coalesce(a.leadAgencyId, 'none') in (select value from json_each(@agencies))`);
    params.agencies = JSON.stringify(filter.agencyId);
  } else {
    anyOf('a.leadAgencyId', 'agency', filter.agencyId);
  }
  if (filter.jointAgencyId !== undefined) {
    all.push(
      'a.leadAgencyId is not @jointAgencyId and a.id in (select actionId from actionJointLeads where agencyId = @jointAgencyId and removed is null)',
    );
    params.jointAgencyId = filter.jointAgencyId;
  }
  anyOf('a.reviewId', 'review', filter.reviewId);
  anyOf('a.state', 'state', filter.state);
  anyOf(`coalesce(${shown}, 'none')`, 'rag', filter.rag);
  if (filter.externalReportId !== undefined) {
    all.push('c.externalReportId = @externalReportId');
    params.externalReportId = filter.externalReportId;
  }
  if (filter.recommendationId !== undefined) {
    all.push('a.recommendationId = @recommendationId');
    params.recommendationId = filter.recommendationId;
  }
  if (filter.evidenceId !== undefined) {
    all.push('a.id in (select actionId from evidenceLinks where evidenceId = @evidenceId and removed is null)');
    params.evidenceId = filter.evidenceId;
  }
  if (filter.themeId !== undefined) {
    all.push(`a.id in ${actionsFiledUnder(FILED_UNDER)}`);
    params.themeId = filter.themeId;
  }
  if (filter.open) all.push(OPEN);
  if (filter.awaitingBodyId !== undefined) {
    const awaited = awaitedOfActions(reader).filter(({ step }) => step.bodyId === filter.awaitingBodyId);
    all.push('a.id in (select value from json_each(@awaited))');
    params.awaited = JSON.stringify(awaited.map(({ actionId }) => actionId));
  }
  if (filter.dueSoon) all.push(`${OPEN} and a.targetDay between @today and @soon`);
  if (filter.overdue) all.push(`${OPEN} and a.targetDay < @today`);
  if (filter.noUpdate) all.push(`${OPEN} and ${NO_UPDATE}`);
  if (filter.noTarget) all.push(`${OPEN} and a.targetDay is null`);
  if (filter.awaitingSignOff) all.push(AWAITING_SIGN_OFF);
  if (filter.moved) all.push('f.timesMoved > 0');
  return { where: `where ${all.join(' and ')}`, params };
};

const dayParams = (scheme: BoardScheme, today: string): Params => ({ today, soon: addDays(today, scheme.dueSoonDays) });

type StoredRow = Omit<ActionRow, 'noUpdate' | 'ragFrom'> & { readonly noUpdate: number };

const rowSql = (
  scheme: BoardScheme,
): string => `select a.id, a.number, a.text, a.reviewId, ${ORIGIN} as origin, a.recommendationId,
  c.number as recommendationNumber, a.leadAgencyId, g.name as leadAgency, a.multiAgency, a.ownerKind, a.owner, a.leadPost,
  a.targetDate, a.targetText, a.targetMeetingId, a.targetDay, a.state, a.stateSince, ${computedRagSql(scheme)} as ragComputed,
  a.ragAsserted, a.ragConfirmed, ${shownRagSql(scheme)} as rag, f.lastUpdateOn, f.lastRequestedOn, ${OPEN} and ${NO_UPDATE} as noUpdate,
  f.timesMoved, f.evidenceCount,
  case when ${OPEN} and a.targetDay < @today then cast(julianday(@today) - julianday(a.targetDay) as integer) end as daysLate`;

/** The origin of the action `a`, for queries that have not joined where it comes from; to be read with `originWords`. */
export const ORIGIN_OF_ACTION = `coalesce((select reference from reviews where id = a.reviewId),
  (select reference from externalReports where id = (select externalReportId from recommendations where id = a.recommendationId)),
  (select name from bodies where id = (select bodyId from meetings where id = a.meetingId))
    || coalesce(' ' || (select date from meetings where id = a.meetingId), ''), '')`;

/** The plan an action comes from: a reference, or a body with the date of its meeting in words. */
export const originWords = (origin: string): string =>
  origin.replace(/ (\d{4}-\d{2}(?:-\d{2})?)$/, (_, date: string) => `, ${formatDate(date)}`);

const toRow = (row: StoredRow): ActionRow => ({
  ...row,
  origin: originWords(row.origin),
  noUpdate: row.noUpdate === 1,
  ragFrom: row.rag === null ? null : row.rag === row.ragConfirmed ? 'confirmed' : 'computed',
});

/** One page of the filtered, sorted list: the page's ids are found first, over as few tables as can be, then filled out. */
export const listActions = (
  reader: Reader,
  today: string,
  query: {
    readonly filter: ActionFilter;
    readonly sort?: ActionSort | undefined;
    readonly offset: number;
    readonly limit: number;
  },
): { readonly rows: ActionRow[]; readonly total: number; readonly of: number } => {
  const scheme = boardScheme(reader);
  const shown = shownRagSql(scheme);
  const { where, params } = actionConditions(reader, query.filter, shown);
  const order = orderBy(query.sort, ragRankSql(scheme, shown));
  const days = dayParams(scheme, today);
  const rows = reader
    .prepare<[Params], StoredRow>(
      `with page as materialized (select found.id, row_number() over () as at from (select a.id ${FROM} ${where} ${order} limit @limit offset @offset) found)
       ${rowSql(scheme)} from page p join actions a on a.id = p.id ${FROM.slice('from actions a'.length)} order by p.at`,
    )
    .all({ ...params, ...days, limit: query.limit, offset: query.offset });
  // The limit keeps the inner query whole: SQLite leaves no join out of a bare count.
  const total =
    reader
      .prepare<[Params], { n: number }>(`select count(*) as n from (select a.id ${FROM} ${where} limit -1)`)
      .get({ ...params, ...days })?.n ?? 0;
  const of = reader.prepare<[], { n: number }>('select count(*) as n from actions where removed is null').get()?.n ?? 0;
  return { rows: rows.map(toRow), total, of };
};

export const actionIds = (reader: Reader, today: string, filter: ActionFilter): string[] => {
  const scheme = boardScheme(reader);
  const { where, params } = actionConditions(reader, filter, shownRagSql(scheme));
  return reader
    .prepare<[Params], { id: string }>(`select a.id ${FROM} ${where}`)
    .all({ ...params, ...dayParams(scheme, today) })
    .map((row) => row.id);
};

/** Every action that the condition holds for, in the order of their plans. `condition` is SQL over `a`. */
export const actionsWhere = (reader: Reader, today: string, condition: string, params: Params = {}): ActionRow[] => {
  const scheme = boardScheme(reader);
  return reader
    .prepare<[Params], StoredRow>(
      `${rowSql(scheme)} ${FROM} where a.removed is null and (${condition}) order by ${ORIGIN}, a.position, a.number, a.id`,
    )
    .all({ ...params, ...dayParams(scheme, today) })
    .map(toRow);
};
