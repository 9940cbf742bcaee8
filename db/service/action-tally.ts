/** Every action counted once, by lead agency and rating: what the overview's figures are added up from. */
import { addDays } from '../domain/partial-date.ts';
import type { Reader } from './context.ts';
import { AWAITING_SIGN_OFF, boardScheme, type BoardScheme, computedRagSql, NO_UPDATE, OPEN } from './rag.ts';

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

/** What the figures ask of each action is worked out once for it (`known`), then added up. */
export const actionTallySql = (scheme: BoardScheme): string => `
  with known as materialized (
    select a.leadAgencyId, a.state, a.targetDay, coalesce(a.ragConfirmed, ${computedRagSql(scheme)}) as level, ${OPEN} as open,
      coalesce(${OPEN} and a.targetDay < @today, 0) as overdue, ${OPEN} and ${NO_UPDATE} as silent, ${AWAITING_SIGN_OFF} as awaiting,
      f.lastRequestedOn
    from actions a left join actionFacts f on f.actionId = a.id where a.removed is null),
  t as (
    select leadAgencyId, level, count(*) as actions, sum(open) as open, sum(overdue) as overdue,
      sum(open and targetDay is not null and targetDay between @today and @soon) as dueSoon, sum(silent) as noUpdate,
      sum(open and targetDay is null) as noTarget, sum(state = 'reported-complete') as reportedComplete,
      sum(state = 'evidence-accepted') as evidenceAccepted, sum(overdue and awaiting) as overdueAwaiting,
      sum(overdue and silent) as overdueNoUpdate, min(case when overdue then targetDay end) as oldestOverdue,
      max(case when open then lastRequestedOn end) as lastRequestedOn
    from known group by 1, 2)
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
