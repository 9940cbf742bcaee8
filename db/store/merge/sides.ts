/**
 * What stands in one cell that several laptops wrote. A pure function of the writes and of who knew of what: it gives the same
 * on every laptop, in whatever order the writes came.
 *
 * - A write *replaces* what its author saw standing there: the shown one, and those of the same value. A decision replaces the
 *   sides that it names. A write of a governed cell, or of one with a preference, replaces all that its author had: it decides.
 * - *Sides* are the writes that no other replaces. One value among them: no conflict. Several: a conflict.
 * - Shown until it is decided: of an ordinary cell the last in the order of the log; of a governed one the value from before the
 *   sides parted, unless one side only went further on the way of all the others.
 * - The *way* to what is shown: the writes that led to it, from one to the one that its author saw, or that it took among several.
 */
import type { Value } from '../change-log.ts';
import type { IsInPast, Moment } from '../causality.ts';

export type Values = Readonly<Record<string, Value>>;

/** One operation's writing of one cell; `values` holds the columns that it set, none when it only decided. */
export type Write = Moment & {
  readonly operation: string;
  readonly values: Values;
  /** The operations between which it decided. */
  readonly settles: readonly string[];
};

export type CellRule = {
  readonly governed: boolean;
  /** Of two sides the one whose values hold this is shown, whatever came last: a legal hold, a record that stands. */
  readonly prefers?: (values: Values) => boolean;
  /** What makes two values the same; without it, all their fields. */
  readonly sameBy?: (values: Values) => string;
};

export type Side = { readonly operation: string; readonly values: Values };

export type CellReading = {
  readonly values: Values;
  /** The operation whose value is shown. */
  readonly shown: string;
  /** One side, or several of one value: nothing waits. */
  readonly isConflict: boolean;
  readonly sides: readonly Side[];
  /** The operations on the way to what is shown. */
  readonly way: ReadonlySet<string>;
  /** The last write that all sides knew of. */
  readonly base: Side | null;
};

type Node = {
  readonly write: Write;
  readonly values: Values;
  readonly key: string;
  /** What its author saw standing there. */
  readonly from: number | null;
  readonly replaces: readonly number[];
};

/** `writes`: at least one, in the order of the log. */
export const readCell = (writes: readonly Write[], isInPast: IsInPast, rule: CellRule): CellReading => {
  const nodes: Node[] = [];
  let open: readonly number[] = [];
  for (const [at, write] of writes.entries()) {
    // Whoever knows a write knows what it replaced: the open ones tell of all.
    const knewAll = open.every((side) => isInPast(nodeAt(nodes, side).write, write));
    const seen = knewAll ? open : openIn(nodes, (other) => isInPast(nodeAt(nodes, other).write, write));
    const from = seen.length === 0 ? null : shownOf(nodes, seen, isInPast, rule);
    const before = from === null ? null : nodeAt(nodes, from);
    const values = { ...before?.values, ...write.values };
    const replaces = seen.filter(
      (side) =>
        rule.governed ||
        rule.prefers !== undefined ||
        nodeAt(nodes, side).key === before?.key ||
        write.settles.includes(nodeAt(nodes, side).write.operation),
    );
    nodes.push({ write, values, key: (rule.sameBy ?? allFields)(values), from, replaces });
    open = [...open.filter((side) => !replaces.includes(side)), at];
  }
  const shown = shownOf(nodes, open, isInPast, rule);
  const base = open.length < 2 ? null : baseOf(nodes, open, isInPast);
  const further = base === null || !rule.governed ? null : furthest(nodes, open, base);
  return {
    values: nodeAt(nodes, shown).values,
    shown: nodeAt(nodes, shown).write.operation,
    isConflict: further === null && new Set(open.map((side) => nodeAt(nodes, side).key)).size > 1,
    sides: open.map((side) => sideOf(nodeAt(nodes, side))),
    way: wayTo(nodes, shown),
    base: base === null ? null : sideOf(nodeAt(nodes, base)),
  };
};

const allFields = (values: Values): string => JSON.stringify(Object.entries(values).toSorted(byName));

const byName = ([a]: readonly [string, Value], [b]: readonly [string, Value]): number => (a < b ? -1 : 1);

const sideOf = ({ write, values }: Node): Side => ({ operation: write.operation, values });

const nodeAt = (nodes: readonly Node[], at: number): Node => {
  const node = nodes[at];
  if (node === undefined) throw new Error(`there is no write ${at}`);
  return node;
};

/** The writes among the known ones that no known one replaces. */
const openIn = (nodes: readonly Node[], isKnown: (at: number) => boolean): readonly number[] => {
  const known = nodes.map((_, at) => at).filter(isKnown);
  const replaced = new Set(known.flatMap((at) => nodeAt(nodes, at).replaces));
  return known.filter((at) => !replaced.has(at));
};

const shownOf = (nodes: readonly Node[], sides: readonly number[], isInPast: IsInPast, rule: CellRule): number => {
  const last = sides.at(-1) ?? 0;
  if (sides.length < 2) return last;
  const preferred = sides.filter((side) => rule.prefers?.(nodeAt(nodes, side).values));
  if (preferred.length > 0) return preferred.at(-1) ?? last;
  if (!rule.governed || new Set(sides.map((side) => nodeAt(nodes, side).key)).size === 1) return last;
  const base = baseOf(nodes, sides, isInPast);
  return base === null ? last : (furthest(nodes, sides, base) ?? base);
};

/** The last write that the authors of all sides knew of. */
const baseOf = (nodes: readonly Node[], sides: readonly number[], isInPast: IsInPast): number | null => {
  const at = nodes.findLastIndex((node) => sides.every((side) => isInPast(node.write, nodeAt(nodes, side).write)));
  return at === -1 ? null : at;
};

/** The side that passed through the value of every other since they parted: no two people decided otherwise. */
const furthest = (nodes: readonly Node[], sides: readonly number[], base: number): number | null =>
  sides.findLast((side) => {
    const passed = wayOf(nodes, side, base);
    return sides.every((other) => passed.has(nodeAt(nodes, other).key));
  }) ?? null;

const wayOf = (nodes: readonly Node[], side: number, base: number): ReadonlySet<string> => {
  const passed = new Set<string>();
  for (let at: number | null = side; at !== null && at !== base; at = nodeAt(nodes, at).from)
    passed.add(nodeAt(nodes, at).key);
  return passed;
};

const wayTo = (nodes: readonly Node[], shown: number): ReadonlySet<string> => {
  const way = new Set<string>();
  for (let at: number | null = shown; at !== null; ) {
    const { write, key, from, replaces }: Node = nodeAt(nodes, at);
    way.add(write.operation);
    at = replaces.findLast((other) => nodeAt(nodes, other).key === key) ?? from;
  }
  return way;
};
