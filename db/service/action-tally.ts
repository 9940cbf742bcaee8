/** Every action counted once, by lead agency and rating: what the overview's figures are added up from. */
import { addDays } from '../domain/partial-date.ts';
import type { Reader } from './context.ts';
import { AWAITING_SIGN_OFF, boardScheme, type BoardScheme, shownRagSql, NO_UPDATE, OPEN } from './rag.ts';

export type ActionTally = {
  readonly agencyId: string | null;
  readonly agency: string | null;
  /** The level that is shown; null where there is none. */
  readonly level: string | null;
  readonly actions: number;
  readonly open: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly noUpdate: number;
  readonly noTarget: number;
  readonly reportedComplete: number;
  readonly evidenceAccepted: number;
  readonly overdueAwaiting: number;
  readonly overdueNoUpdate: number;
  readonly oldestOverdue: string | null;
  readonly lastRequestedOn: string | null;
};

/**
 * Actions that are alike in all that the figures ask are counted as one kind, then the few kinds are added up. The index named
 * has all that is read of the facts; SQLite would take the key's own, and read each row for the rest.
 */
export const actionTallySql = (scheme: BoardScheme): string => `
  with kinds as materialized (
    select a.leadAgencyId, a.state, ${shownRagSql(scheme)} as level, ${OPEN} as open,
      case when a.targetDay is null then 'none' when a.targetDay < @today then 'past' when a.targetDay <= @soon then 'soon' else 'later' end as target,
      ${NO_UPDATE} as silent, ${AWAITING_SIGN_OFF} as awaiting,
      count(*) as n, min(a.targetDay) as earliestTarget, max(f.lastRequestedOn) as lastRequestedOn
    from actions a left join actionFacts f indexed by actionFacts_action on f.actionId = a.id where a.removed is null
    group by a.leadAgencyId, a.state, level, target, silent),
  t as (
    select leadAgencyId, level, sum(n) as actions, sum(n * open) as open, sum(n * (open and target = 'past')) as overdue,
      sum(n * (open and target = 'soon')) as dueSoon, sum(n * (open and silent)) as noUpdate,
      sum(n * (open and target = 'none')) as noTarget, sum(n * (state = 'reported-complete')) as reportedComplete,
      sum(n * (state = 'evidence-accepted')) as evidenceAccepted, sum(n * (awaiting and target = 'past')) as overdueAwaiting,
      sum(n * (open and silent and target = 'past')) as overdueNoUpdate,
      min(case when open and target = 'past' then earliestTarget end) as oldestOverdue,
      max(case when open then lastRequestedOn end) as lastRequestedOn
    from kinds group by leadAgencyId, level)
  select t.leadAgencyId as agencyId, g.name as agency, t.* from t left join agencies g on g.id = t.leadAgencyId
  order by g.name, t.level`;

export const tallyActions = (reader: Reader, today: string): readonly ActionTally[] => {
  const scheme = boardScheme(reader);
  return reader
    .prepare<[Record<string, string>], ActionTally>(actionTallySql(scheme))
    .all({ today, soon: addDays(today, scheme.dueSoonDays) });
};

type Counted = { [K in keyof ActionTally]: ActionTally[K] extends number ? K : never }[keyof ActionTally];

export const sumOf = (rows: readonly ActionTally[], figure: Counted): number =>
  rows.reduce((sum, row) => sum + row[figure], 0);

/** The rows of each lead agency, in the order of their names; those without one under null. */
export const tallyByAgency = (rows: readonly ActionTally[]): ReadonlyMap<string | null, readonly ActionTally[]> => {
  const groups = new Map<string | null, ActionTally[]>();
  for (const row of rows) {
    const group = groups.get(row.agencyId);
    if (group === undefined) groups.set(row.agencyId, [row]);
    else group.push(row);
  }
  return groups;
};

/** The later, or the earlier, of the dates that there are. */
export const latestOf = (days: readonly (string | null)[]): string | null =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null;
export const earliestOf = (days: readonly (string | null)[]): string | null =>
  days.filter((day) => day !== null).sort()[0] ?? null;
