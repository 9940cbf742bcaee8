/** Times are medians, so one interruption by the rest of the machine does not count. */
export type Work = () => unknown;

/** Milliseconds of this process: `cpu` is its processor time, which other programs do not lengthen; `wall` is what a person waits. */
export type Clock = 'cpu' | 'wall';

export const timed = async (work: Work, clock: Clock): Promise<number> => {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return clock === 'cpu' ? (user + system) / 1000 : performance.now() - wall;
};

/** A B A B …, after warming both up, so that whatever the machine is doing meets both alike. */
export const alternated = async (
  a: Work,
  b: Work,
  { rounds, warmUp, clock }: { readonly rounds: number; readonly warmUp: number; readonly clock: Clock },
): Promise<{ readonly a: number; readonly b: number; readonly ratio: number }> => {
  const times: { a: number[]; b: number[] } = { a: [], b: [] };
  for (let round = -warmUp; round < rounds; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- what is timed must run alone
    const [ofA, ofB] = [await timed(a, clock), await timed(b, clock)];
    if (round < 0) continue;
    times.a.push(ofA);
    times.b.push(ofB);
  }
  const [medianA, medianB] = [median(times.a), median(times.b)];
  return { a: medianA, b: medianB, ratio: medianA / medianB };
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [below = 0, above = 0] = sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (below + above) / 2;
};
