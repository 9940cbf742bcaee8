import { DEFAULT_DUE_SOON_DAYS } from '../domain/rag.ts';
import type { Reader } from './context.ts';

export type SchemeLevel = {
  readonly code: string;
  readonly label: string;
  readonly tone: 'green' | 'amber' | 'red' | 'blue' | 'grey';
  readonly symbol: string;
  readonly rule: string;
  readonly lower: number | null;
  readonly lowerInclusive: number;
  readonly upper: number | null;
  readonly upperInclusive: number;
};

export type BoardScheme = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'schedule' | 'target-variance' | 'levels' | 'percentage';
  readonly dueSoonDays: number;
  readonly levels: readonly SchemeLevel[];
};

/** The RAG scheme that the board uses. */
export const boardScheme = (reader: Reader): BoardScheme => {
  const scheme = reader
    .prepare<[], Omit<BoardScheme, 'levels'>>(
      `select s.id, s.name, s.kind, coalesce(s.dueSoonDays, ${DEFAULT_DUE_SOON_DAYS}) as dueSoonDays
       from boards b join ragSchemes s on s.id = b.ragSchemeId limit 1`,
    )
    .get();
  if (scheme === undefined) return { id: '', name: '', kind: 'percentage', dueSoonDays: 0, levels: [] };
  const levels = reader
    .prepare<[string], SchemeLevel>(
      'select code, label, tone, symbol, rule, lower, lowerInclusive, upper, upperInclusive from ragLevels where ragSchemeId = ? and removed is null order by position',
    )
    .all(scheme.id);
  return { ...scheme, levels };
};

/**
 * The computed level of an action `a` with its facts `f`, as SQL; parameters @today and @soon (today and the due-soon days).
 * For the schedule it is `rateSchedule` of db/domain/rag.ts, line for line (a property test holds the two together).
 */
export const computedRagSql = (scheme: BoardScheme): string => {
  if (scheme.kind === 'schedule') {
    return `case
      when a.state in ('signed-off', 'embedded') then 'signed-off'
      when a.state in ('superseded', 'rejected', 'outside-our-oversight') then null
      when a.targetDay < @today then 'overdue'
      when ${NO_UPDATE} then 'no-update'
      when a.targetDay is null then null
      when f.timesMoved >= 1 then 'due-soon'
      when a.targetDay <= @soon and f.evidenceCount = 0 then 'due-soon'
      else 'on-time' end`;
  }
  if (scheme.kind === 'target-variance') {
    const whens = scheme.levels.map((level) => `when ${withinSql(level)} then ${quotedText(level.code)}`);
    return whens.length === 0
      ? 'null'
      : `(select case ${whens.join(' ')} end from (${WORST_VARIANCE} as below) where below is not null)`;
  }
  return 'null';
};

/**
 * The level that is shown: what the board confirmed, as long as the scheme in use has that level, else what is computed. A
 * confirmation under an earlier scheme stays on record and says nothing under this one.
 */
export const shownRagSql = (scheme: BoardScheme): string => {
  if (scheme.levels.length === 0) return computedRagSql(scheme);
  const known = scheme.levels.map((level) => quotedText(level.code)).join(', ');
  return `(case when a.ragConfirmed in (${known}) then a.ragConfirmed else ${computedRagSql(scheme)} end)`;
};

/** A level's code, which the board may have written, as a text of SQL. */
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Per cent below target of the measure that is worst; negative above it. */
const WORST_VARIANCE = `select (select max((case when s.higherIsBetter = 1 then s.target - s.current else s.current - s.target end) * 100.0 / abs(s.target))
  from measures s where s.actionId = a.id and s.removed is null and s.target <> 0 and s.current is not null)`;

const withinSql = (level: SchemeLevel): string => {
  const lower = level.lower === null ? '1' : `below ${level.lowerInclusive === 1 ? '>=' : '>'} ${level.lower}`;
  const upper = level.upper === null ? '1' : `below ${level.upperInclusive === 1 ? '<=' : '<'} ${level.upper}`;
  return `${lower} and ${upper}`;
};

/** Asked for an update, and none came since; one dated “May 2026” may have come after 3 May 2026. */
export const NO_UPDATE = `(f.lastRequestedOn is not null and (f.lastUpdateOn is null or f.lastUpdateOn < substr(f.lastRequestedOn, 1, length(f.lastUpdateOn))))`;

export const OPEN = `a.state in ('not-started', 'in-progress', 'reported-complete', 'evidence-accepted')`;
export const AWAITING_SIGN_OFF = `a.state in ('reported-complete', 'evidence-accepted')`;
