/** All that was ever written to one row, read from the log: by operation, in the order that is the same on every laptop. */
import type { Moment } from '../causality.ts';
import type { Value } from '../change-log.ts';
import type { Sqlite } from '../database.ts';
import { endParams, type LogEnd, within } from '../log-end.ts';
import type { Values } from './sides.ts';

export type StoryStep = Moment & {
  readonly operation: string;
  readonly clock: string;
  /** Whether the row was made by it; `values` is then the whole row. */
  readonly isMaking: boolean;
  readonly values: Values;
  /** Cells for which it decided, and between which operations. */
  readonly decisions: readonly { readonly cell: string; readonly sides: readonly string[] }[];
};

/** Ids are made so that no two records share one, but nothing forces a laptop to: a row is named by its table and its id. */
export type RowName = { readonly tableName: string; readonly rowId: string };

export type RowStory = { readonly tableName: string; readonly rowId: string; readonly steps: readonly StoryStep[] };

type Line = Moment & { readonly operation: string; readonly clock: string };
type ChangeLine = Line & { readonly field: string; readonly new: Value };
type DecisionLine = Line & { readonly cell: string; readonly sides: string };

const CHANGES = `
  select o.id as operation, o.deviceId, o.sequence, o.clock, c.field, c.new
  from changes c join operations o on o.number = c.operation
  where c.rowId = @rowId and c.tableName = @tableName and ${within('until')} order by o.clock, o.deviceId, o.sequence, c.number`;

const DECISIONS = `
  select o.id as operation, o.deviceId, o.sequence, o.clock, d.cell, d.sides
  from conflictDecisions d join changes c on c.rowId = d.id and c.field = '' join operations o on o.number = c.operation
  where d.rowId = @rowId and d.tableName = @tableName and ${within('until')} and d.choice <> 'deferred' order by o.clock, o.deviceId, o.sequence`;

/** Null for a row that no operation until then wrote. */
export const readStory = (log: Sqlite, { tableName, rowId }: RowName, until: LogEnd): RowStory | null => {
  const asked = { tableName, rowId, ...endParams('until', until) };
  const changes = log.prepare<[typeof asked], ChangeLine>(CHANGES).all(asked);
  if (changes.length === 0) return null;
  const steps = new Map<string, StoryStep>();
  for (const { field, new: value, ...line } of changes) {
    const step = steps.get(line.operation) ?? { ...line, isMaking: false, values: {}, decisions: [] };
    const written = field === '' ? (JSON.parse(String(value)) as Values) : { [field]: value };
    steps.set(line.operation, {
      ...step,
      isMaking: step.isMaking || field === '',
      values: { ...step.values, ...written },
    });
  }
  for (const { cell, sides, ...line } of log.prepare<[typeof asked], DecisionLine>(DECISIONS).all(asked)) {
    const step = steps.get(line.operation) ?? { ...line, isMaking: false, values: {}, decisions: [] };
    const decision = { cell, sides: JSON.parse(sides) as readonly string[] };
    steps.set(line.operation, { ...step, decisions: [...step.decisions, decision] });
  }
  return { tableName, rowId, steps: [...steps.values()].toSorted(byLog) };
};

/** The tables that have a row of this id: one, as ids are made. */
export const tablesOf = (log: Sqlite, rowId: string): readonly string[] =>
  log
    .prepare<[string], string>('select distinct tableName from changes where rowId = ? order by tableName')
    .pluck()
    .all(rowId);

/** By clock, device and sequence: never before what an operation's author knew of. */
export const byLog = (a: Moment & { readonly clock: string }, b: Moment & { readonly clock: string }): number =>
  compare(a.clock, b.clock) || compare(a.deviceId, b.deviceId) || a.sequence - b.sequence;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
