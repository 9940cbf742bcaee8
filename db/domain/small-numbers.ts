/**
 * The rule for small numbers in what is published. What must hold: no count of reviews from 1 to 4 can be read or worked out.
 * Method: the Department for Education's for children in need and looked after ("c" for a small count, nought stays nought, and
 * where arithmetic would give a count away the next smallest is withheld too) [C: explore-education-statistics, Children in need
 * 2021; Hansard, 8 January 2008]. The limit of five is a default of this program [B]: other publishers withhold 1 to 5.
 * Accepted: a reader may learn that a withheld count lies between two bounds.
 */
export const SMALL_BELOW = 5;

/** What stands where a count is withheld. */
export const WITHHELD_MARK = 'c';

export const SMALL_NUMBERS_RULE = `A count of reviews from 1 to ${SMALL_BELOW - 1} is not printed, because so few could point to a family: “${WITHHELD_MARK}” (confidential) stands there. Where it could be worked out from a total or from other figures, the next smallest figure is marked “${WITHHELD_MARK}” too. None is printed as 0. Reviews that are published are named one by one and counted as they are, and so are recommendations and actions of published plans, which are not about individuals.`;

export type CountGiven = {
  readonly key: string;
  readonly value: number;
  /** Not printed anywhere, yet a reader might work it out from what is. */
  readonly isHidden?: boolean;
};

/** The total is the sum of its parts, and a reader knows it. */
export type KnownSum = { readonly total: string; readonly parts: readonly string[] };

export const isSmall = (value: number): boolean => value > 0 && value < SMALL_BELOW;

/** The keys of the counts that must be withheld: the small ones, and as many others as keep those from being worked out. */
export const withheldCounts = (counts: readonly CountGiven[], sums: readonly KnownSum[]): ReadonlySet<string> => {
  const small = counts.filter(({ value }) => isSmall(value)).map(({ key }) => key);
  const unknown = new Set([...small, ...counts.filter(({ isHidden }) => isHidden).map(({ key }) => key)]);
  for (;;) {
    const known = knowable(unknown, counts, sums);
    const given = small.find((key) => known.has(key));
    const further = given === undefined ? undefined : nextSmallest(given, unknown, counts, sums);
    if (further === undefined) break;
    unknown.add(further);
  }
  return new Set(counts.filter(({ key, isHidden }) => !isHidden && unknown.has(key)).map(({ key }) => key));
};

/** A visible count that shares a sum with this one: a part rather than a total, the smallest of them. */
const nextSmallest = (
  key: string,
  unknown: ReadonlySet<string>,
  counts: readonly CountGiven[],
  sums: readonly KnownSum[],
): string | undefined => {
  const membersOf = ({ total, parts }: KnownSum): readonly string[] => [total, ...parts];
  const totals = new Set(sums.map(({ total }) => total));
  const beside = new Set(
    sums
      .map(membersOf)
      .filter((members) => members.includes(key))
      .flat(),
  );
  const all = new Set(sums.flatMap(membersOf));
  const smallestOf = (keys: ReadonlySet<string>): string | undefined =>
    counts
      .filter((count) => keys.has(count.key) && !unknown.has(count.key) && count.value > 0)
      .sort((a, b) => Number(totals.has(a.key)) - Number(totals.has(b.key)) || a.value - b.value)[0]?.key;
  return smallestOf(beside) ?? smallestOf(all);
};

/** `coefficients` of the withheld counts, which add up to `rest`: what is left of a sum when all that is printed is taken off. */
type Equation = { readonly coefficients: readonly number[]; readonly rest: number };

/** The withheld counts that the sums give away, each by itself or several together, when a count printed as withheld is at least 1. */
const knowable = (
  unknown: ReadonlySet<string>,
  counts: readonly CountGiven[],
  sums: readonly KnownSum[],
): ReadonlySet<string> => {
  const byKey = new Map(counts.map((count) => [count.key, count]));
  const keys = [...unknown];
  const equations = sums.map(({ total, parts }): Equation => {
    const members = [...parts.map((key) => [key, 1] as const), [total, -1] as const];
    return {
      coefficients: keys.map((key) => members.reduce((sum, [member, sign]) => sum + (member === key ? sign : 0), 0)),
      rest: members.reduce(
        (rest, [member, sign]) => rest - (unknown.has(member) ? 0 : sign * (byKey.get(member)?.value ?? 0)),
        0,
      ),
    };
  });
  const least = keys.map((key) => (byKey.get(key)?.isHidden ? 0 : 1));
  const most = keys.map(() => Number.POSITIVE_INFINITY);
  narrow([...equations, ...reduced(equations)], least, most);
  return new Set(keys.filter((_, at) => (most[at] ?? 0) - (least[at] ?? 0) < 1));
};

const isNought = (value: number): boolean => Math.abs(value) < 1e-9;

/** Draws the bounds of each count in as far as the equations tell, a few rounds of it. */
const narrow = (equations: readonly Equation[], least: number[], most: number[]): void => {
  for (let round = 0; round < 6; round++) {
    for (const { coefficients, rest } of equations) {
      coefficients.forEach((own, at) => {
        if (isNought(own)) return;
        let [lowest, highest] = [rest, rest];
        coefficients.forEach((other, index) => {
          if (index === at || isNought(other)) return;
          const ends = [other * (least[index] ?? 0), other * (most[index] ?? 0)];
          lowest -= Math.max(...ends);
          highest -= Math.min(...ends);
        });
        const ends = [lowest / own, highest / own];
        least[at] = Math.max(least[at] ?? 0, Math.ceil(Math.min(...ends) - 1e-9));
        most[at] = Math.min(most[at] ?? 0, Math.floor(Math.max(...ends) + 1e-9));
      });
    }
  }
};

/** The equations in reduced echelon form: what follows from several of them together. */
const reduced = (given: readonly Equation[]): readonly Equation[] => {
  const rows = given.map(({ coefficients, rest }) => [...coefficients, rest]);
  let done = 0;
  for (let column = 0; column < (given[0]?.coefficients.length ?? 0); column++) {
    const pivot = rows.findIndex((row, at) => at >= done && !isNought(row[column] ?? 0));
    if (pivot < 0) continue;
    const lead = rows.splice(pivot, 1)[0] ?? [];
    const scaled = lead.map((value) => value / (lead[column] ?? 1));
    rows.forEach((row, at) => {
      const factor = row[column] ?? 0;
      if (!isNought(factor)) rows[at] = row.map((value, index) => value - factor * (scaled[index] ?? 0));
    });
    rows.splice(done, 0, scaled);
    done += 1;
  }
  return rows.map((row) => ({ coefficients: row.slice(0, -1), rest: row.at(-1) ?? 0 }));
};
