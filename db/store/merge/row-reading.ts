/** What a row holds, by the rules of merging: the definition that every faster path must agree with. */
import { cellFields, cellOf, isGoverned, isQuiet } from '../../domain/merge-rules.ts';
import type { IsInPast, Moment } from '../causality.ts';
import { tableShape } from '../tables.ts';
import type { RowStory, StoryStep } from './row-story.ts';
import { type CellReading, type CellRule, readCell, type Values, type Write } from './sides.ts';

export type Disputed = { readonly cell: string; readonly reading: CellReading };

export type RowReading = {
  readonly tableName: string;
  readonly rowId: string;
  /** Every column this version knows. */
  readonly values: Values;
  /** Cells of which several values wait for a decision. */
  readonly disputed: readonly Disputed[];
  /** Of the removal: the operations that removed it and those that edited it, or what belongs to it, apart from them. */
  readonly outdone: { readonly removals: readonly string[]; readonly edits: readonly string[] } | null;
  /** Whether every author knew of all that was written before. */
  readonly isLinear: boolean;
};

/** `below`: the writes, other than removals, to the rows that belong to this one. Null for a table this version does not know. */
export const readRow = (
  story: RowStory,
  isInPast: IsInPast,
  below: () => readonly (Moment & { readonly operation: string })[],
): RowReading | null => {
  const shape = tableShape(story.tableName);
  if (shape === undefined || !story.steps.some((step) => step.isMaking)) return null;
  const values: Record<string, Values[string]> = {};
  const disputed: Disputed[] = [];
  let outdone: RowReading['outdone'] = null;
  for (const cell of new Set(
    shape.columns.filter((column) => column !== 'id').map((column) => cellOf(shape.name, column)),
  )) {
    const reading = readCell(writesOf(story, cell), isInPast, ruleOf(shape.name, cell));
    for (const field of cellFields(shape.name, cell)) values[field] = reading.values[field] ?? null;
    if (reading.isConflict && !isQuiet(shape.name, cell)) disputed.push({ cell, reading });
  }
  if (values['removed'] !== null) {
    outdone = outdoneBy(story, isInPast, below);
    if (outdone !== null) values['removed'] = null;
  }
  return {
    tableName: shape.name,
    rowId: story.rowId,
    values: { id: story.rowId, ...values },
    disputed,
    outdone,
    isLinear: story.steps.every((step, at) => at === 0 || isInPast(story.steps[at - 1] ?? step, step)),
  };
};

/** The operations that led to what the cell shows. */
export const wayOfCell = (story: RowStory, cell: string, isInPast: IsInPast): ReadonlySet<string> =>
  readCell(writesOf(story, cell), isInPast, ruleOf(story.tableName, cell)).way;

const writesOf = ({ tableName, steps }: RowStory, cell: string): Write[] => {
  const fields = cellFields(tableName, cell);
  return steps.flatMap(({ values, decisions, isMaking, operation, deviceId, sequence }) => {
    const written = fields.filter((field) => isMaking || field in values);
    const settles = decisions.filter((decision) => decision.cell === cell).flatMap((decision) => decision.sides);
    // Who decides about a removal and removes nothing has decided that the record stands.
    const keeps = cell === 'removed' && settles.length > 0 && written.length === 0;
    return written.length === 0 && settles.length === 0
      ? []
      : [
          {
            operation,
            deviceId,
            sequence,
            values: keeps
              ? { removed: null }
              : Object.fromEntries(written.map((field) => [field, values[field] ?? null])),
            settles,
          },
        ];
  });
};

const ruleOf = (table: string, cell: string): CellRule => {
  if (cell === 'removed') {
    return {
      governed: false,
      prefers: ({ removed }) => removed === null,
      sameBy: ({ removed }) => (removed === null ? 'stands' : 'removed'),
    };
  }
  // Whoever takes a hold off must know of whoever put it on.
  if (cell === 'legalHold') return { governed: false, prefers: ({ legalHold }) => legalHold === 1 };
  return { governed: isGoverned(table, cell) };
};

/** A removal does not take away what another wrote meanwhile, to the row or to what belongs to it. */
const outdoneBy = (
  story: RowStory,
  isInPast: IsInPast,
  below: () => readonly (Moment & { readonly operation: string })[],
): RowReading['outdone'] => {
  const { sides } = readCell(writesOf(story, 'removed'), isInPast, ruleOf(story.tableName, 'removed'));
  const steps = new Map(story.steps.map((step) => [step.operation, step]));
  const removals = sides.flatMap(({ operation }) => steps.get(operation) ?? []);
  const edits = [...story.steps.filter(isEdit), ...below()].filter((edit) =>
    removals.every(
      (removal) => !isInPast(edit, removal) && !isInPast(removal, edit) && edit.operation !== removal.operation,
    ),
  );
  return edits.length === 0
    ? null
    : {
        removals: removals.map((removal) => removal.operation),
        edits: [...new Set(edits.map((edit) => edit.operation))].toSorted(),
      };
};

const isEdit = ({ isMaking, values }: StoryStep): boolean =>
  isMaking || Object.keys(values).some((field) => field !== 'removed');
