/**
 * How far the change log is read. A clock alone is enough while it is the board of now that looks back: but operations with earlier
 * clocks may still come from other laptops. What has to be read again just as it was is told by a vector too.
 */
import { headsOf, seenOf, seenText, type Vector } from './causality.ts';
import { clockAtEndOfDay } from './change-log.ts';
import type { Reader } from './database.ts';

/** Up to a clock, and of each laptop up to the operation that the vector names: of one that it does not name, nothing. */
export type LogEnd = { readonly clock: string; readonly vector: Vector | null };

/** Later than every clock, which is written in hexadecimal. */
const NEVER = 'g';

export const END_OF_LOG: LogEnd = { clock: NEVER, vector: null };

export const endAtClock = (clock: string): LogEnd => ({ clock, vector: null });

export const endOfDay = (day: string): LogEnd => endAtClock(clockAtEndOfDay(day));

/** What both hold. */
export const earlierOf = (a: LogEnd, b: LogEnd): LogEnd => ({
  clock: a.clock < b.clock ? a.clock : b.clock,
  vector: a.vector === null || b.vector === null ? (a.vector ?? b.vector) : leastOf(a.vector, b.vector),
});

const leastOf = (a: Vector, b: Vector): Vector =>
  new Map([...a].map(([deviceId, sequence]) => [deviceId, Math.min(sequence, b.get(deviceId) ?? 0)] as const));

/** The same for the same end. */
export const logEndText = ({ clock, vector }: LogEnd): string =>
  vector === null ? clock : `${clock} ${vectorText(vector)}`;

/** A condition over `operations o` with the parameters of `endParams`, which have the same name before them. */
export const within = (name: string): string =>
  `o.clock <= @${name}Clock and (@${name}Vector is null or o.sequence <= coalesce(@${name}Vector ->> o.deviceId, 0))`;

/** The order of the log, backwards: of `operations o`. It is the same on every laptop; `number` is only how they came to this one. */
export const NEWEST_FIRST = 'o.clock desc, o.deviceId desc, o.sequence desc';

export type EndParams = Readonly<Record<string, string | number | null>>;

export const endParams = (name: string, { clock, vector }: LogEnd): EndParams => ({
  [`${name}Clock`]: clock,
  [`${name}Vector`]: vector === null ? null : vectorText(vector),
});

/**
 * The end by the vector of what is here now: the same for ever, whatever comes. Of each laptop it is the last operation that lies
 * within, for a laptop writes later and later.
 */
export const fixedEnd = (log: Reader, end: LogEnd): LogEnd & { readonly vector: Vector } => {
  const last = log.prepare<[EndParams], { sequence: number; clock: string }>(
    `select o.sequence, o.clock from operations o where o.deviceId = @deviceId and ${within('end')} order by o.sequence desc limit 1`,
  );
  let clock = '';
  const vector = new Map<string, number>();
  for (const deviceId of headsOf(log).keys()) {
    const found = last.get({ deviceId, ...endParams('end', end) });
    if (found === undefined) continue;
    vector.set(deviceId, found.sequence);
    if (found.clock > clock) ({ clock } = found);
  }
  return { clock, vector };
};

/** As it is written beside what was read: `seenText`, or `{}` for nothing. */
export const vectorText = (vector: Vector): string => seenText(vector) ?? '{}';

export const readVector = (text: string): Vector => new Map(seenOf(text));
