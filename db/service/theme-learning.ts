import type { CheckFilter, CheckRow, ProductFilter, ProductRow, UncheckedTheme } from '../contract/themes.ts';
import { latestDay } from '../domain/partial-date.ts';
import { inTreeOrder } from '../domain/theme-tree.ts';
import type { Reader } from './context.ts';
import { FILED_UNDER, RESOLVED } from './theme-links.ts';
import { actionsByTheme, themeRows } from './theme-tree.ts';

type Params = Record<string, string | number>;
type Page = { readonly offset: number; readonly limit: number };

const escaped = (find: string): string => `%${find.trim().replace(/[\\%_]/g, (found) => `\\${found}`)}%`;
const anyLike = (columns: readonly string[]): string =>
  `(${columns.map((column) => `${column} like @find escape '\\'`).join(' or ')})`;
const oneOf = (expression: string, name: string, values: readonly string[], params: Params): string => {
  values.forEach((value, at) => {
    params[`${name}${at}`] = value;
  });
  return `${expression} in (${values.map((_, at) => `@${name}${at}`).join(', ')})`;
};

const PRODUCTS = `from learningProducts p left join reviews r on r.id = p.reviewId left join themes h on h.id = p.themeId
  left join externalReports x on x.id = p.externalReportId where p.removed is null`;

export const listProducts = (reader: Reader, filter: ProductFilter, { offset, limit }: Page) => {
  const params: Params = {};
  const all: string[] = [];
  if (filter.find?.trim()) {
    all.push(anyLike(['p.title', 'p.audience', 'p.note', 'r.reference', 'h.name', 'x.reference']));
    params['find'] = escaped(filter.find);
  }
  if (filter.kind?.length) all.push(oneOf('p.kind', 'kind', filter.kind, params));
  if (filter.interim) all.push('p.interim = 1');
  if (filter.reviewId !== undefined) {
    all.push('p.reviewId = @reviewId');
    params['reviewId'] = filter.reviewId;
  }
  if (filter.themeId !== undefined) {
    all.push(`p.themeId in ${FILED_UNDER}`);
    params['themeId'] = filter.themeId;
  }
  const from = [PRODUCTS, ...all].join(' and ');
  return {
    rows: reader
      .prepare<[Params], ProductRow>(
        `select p.*, r.reference as reviewReference, h.name as theme, x.reference as reportReference ${from}
         order by p.issuedOn is null desc, p.issuedOn desc, p.id limit @limit offset @offset`,
      )
      .all({ ...params, offset, limit }),
    total: countOf(reader, from, params),
    of: countOf(reader, PRODUCTS, {}),
  };
};

const countOf = (reader: Reader, from: string, params: Params): number =>
  reader.prepare<[Params], { n: number }>(`select count(*) as n ${from}`).get(params)?.n ?? 0;

const CHECKS = `from impactChecks p left join reviews r on r.id = p.reviewId left join themes h on h.id = p.themeId
  left join actions a on a.id = p.actionId where p.removed is null`;

/** The last day that the plan of a check allows. */
const PLANNED_DAY = `case length(p.plannedOn) when 4 then p.plannedOn || '-12-31' when 7 then date(p.plannedOn || '-01', '+1 month', '-1 day') else p.plannedOn end`;

const CHECK_STATE: Readonly<Record<'planned' | 'overdue' | 'checked', string>> = {
  checked: `(p.checkedOn is not null or p.result is not null)`,
  overdue: `(p.checkedOn is null and p.result is null and ${PLANNED_DAY} < @today)`,
  planned: `(p.checkedOn is null and p.result is null and (p.plannedOn is null or ${PLANNED_DAY} >= @today))`,
};

type StoredCheck = Omit<CheckRow, 'overdue'>;

export const listChecks = (reader: Reader, today: string, filter: CheckFilter, { offset, limit }: Page) => {
  const params: Params = {};
  const all: string[] = [];
  if (filter.find?.trim()) {
    all.push(anyLike(['p.question', 'p.method', 'p.finding', 'r.reference', 'h.name', 'a.number']));
    params['find'] = escaped(filter.find);
  }
  if (filter.state?.length) {
    all.push(`(${filter.state.map((state) => CHECK_STATE[state]).join(' or ')})`);
    params['today'] = today;
  }
  if (filter.result?.length) all.push(oneOf('p.result', 'result', filter.result, params));
  if (filter.reviewId !== undefined) {
    all.push('p.reviewId = @reviewId');
    params['reviewId'] = filter.reviewId;
  }
  if (filter.actionId !== undefined) {
    all.push('p.actionId = @actionId');
    params['actionId'] = filter.actionId;
  }
  if (filter.themeId !== undefined) {
    all.push(`p.themeId in ${FILED_UNDER}`);
    params['themeId'] = filter.themeId;
  }
  const from = [CHECKS, ...all].join(' and ');
  return {
    rows: reader
      .prepare<[Params], StoredCheck>(
        `select p.*, r.reference as reviewReference, h.name as theme, a.number as actionNumber ${from}
         order by p.checkedOn is null desc, coalesce(p.checkedOn, p.plannedOn) is null, p.checkedOn desc, p.plannedOn, p.id limit @limit offset @offset`,
      )
      .all({ ...params, offset, limit })
      .map((check) => ({
        ...check,
        overdue:
          check.checkedOn === null &&
          check.result === null &&
          check.plannedOn !== null &&
          latestDay(check.plannedOn) < today,
      })),
    total: countOf(reader, from, params),
    of: countOf(reader, CHECKS, {}),
  };
};

/** A check counts for the theme it names and for every theme of the action it names. */
const CHECKED = `with recursive ${RESOLVED}, filed(themeId, actionId) as (
    select s.themeId, h.actionId from actionThemes h join resolved s on s.id = h.themeId where h.removed is null
    union select s.themeId, a.id from recommendationThemes h join resolved s on s.id = h.themeId
      join actions a on a.recommendationId = h.recommendationId where h.removed is null)
  select themeId, max(done) as done, min(case done when 0 then plannedOn end) as plannedOn from (
    select s.themeId, p.checkedOn is not null or p.result is not null as done, p.plannedOn from impactChecks p
      join resolved s on s.id = p.themeId where p.removed is null
    union all select f.themeId, p.checkedOn is not null or p.result is not null, p.plannedOn from impactChecks p
      join filed f on f.actionId = p.actionId where p.removed is null)
  group by themeId`;

/** The longest signed off first. */
export const themesWithoutCheck = (reader: Reader, today: string): UncheckedTheme[] => {
  const checks = new Map(
    reader
      .prepare<[], { themeId: string; done: number; plannedOn: string | null }>(CHECKED)
      .all()
      .map((check) => [check.themeId, check]),
  );
  const actions = actionsByTheme(reader, today);
  let group = '';
  const found = inTreeOrder(themeRows(reader)).flatMap(({ theme: { id, name }, depth }) => {
    if (depth === 0) group = name;
    const signedOff = (actions.get(id) ?? []).filter(({ complete }) => complete === 1);
    const check = checks.get(id);
    if (signedOff.length === 0 || check?.done === 1) return [];
    const dates = signedOff.flatMap(({ on }) => on ?? []).sort();
    return [
      {
        themeId: id,
        name,
        group: depth === 0 ? '' : group,
        signedOff: signedOff.length,
        lastSignedOffOn: dates.at(-1) ?? null,
        plannedOn: check?.plannedOn ?? null,
        isPlanned: check !== undefined,
      },
    ];
  });
  return found.sort((a, b) => ((a.lastSignedOffOn ?? '9') < (b.lastSignedOffOn ?? '9') ? -1 : 1));
};
