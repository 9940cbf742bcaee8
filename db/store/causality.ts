/**
 * Who knew of what. Each operation says what its laptop had taken in of others since its own operation before (`seen`), so that
 * the past of every operation is known exactly, whatever the laptops' clocks say.
 */
import type { Reader } from './database.ts';

/** The number of the last operation of each device: JSON object in the log, a map here. */
export type Vector = ReadonlyMap<string, number>;

export type Moment = { readonly deviceId: string; readonly sequence: number };

/** The last operation that is here of each device that wrote any. */
export const headsOf = (db: Reader): Map<string, number> =>
  new Map(
    db
      .prepare<[], { id: string; head: number | null }>(
        'select id, (select max(sequence) from operations where deviceId = devices.id) as head from devices order by id',
      )
      .all()
      .flatMap(({ id, head }) => (head === null ? [] : [[id, head] as const])),
  );

/** As it stands in the log: by device id; null for nothing. */
export const seenText = (seen: Vector): string | null =>
  seen.size === 0 ? null : JSON.stringify(Object.fromEntries([...seen].toSorted(([a], [b]) => (a < b ? -1 : 1))));

/** All that the device's own operations, up to one of them, have said they knew of others. */
export const toldBy = (db: Reader, deviceId: string, upTo = Number.MAX_SAFE_INTEGER): Map<string, number> => {
  const told = new Map<string, number>();
  for (const { seen } of db
    .prepare<[string, number], { seen: string }>(
      'select seen from operations where deviceId = ? and sequence <= ? and seen is not null order by sequence',
    )
    .iterate(deviceId, upTo)) {
    for (const [device, sequence] of seenOf(seen)) told.set(device, sequence);
  }
  return told;
};

/** What the author of an operation had when writing it. */
export const pastOf = (db: Reader, { deviceId, sequence }: Moment): Vector =>
  toldBy(db, deviceId, sequence).set(deviceId, sequence - 1);

export const seenOf = (seen: string): readonly (readonly [string, number])[] =>
  Object.entries(JSON.parse(seen) as Readonly<Record<string, number>>);

/** Whether the first was known to the author of the second, or is an earlier one of its own. */
export type IsInPast = (earlier: Moment, later: Moment) => boolean;

type Learned = { readonly at: number; readonly upTo: number };

/** Read once for many questions; true for the operations that are here now. */
export const readPasts = (db: Reader): IsInPast => {
  const pasts = new Map<string, Map<string, Learned[]>>();
  for (const { deviceId, sequence, seen } of db
    .prepare<[], { deviceId: string; sequence: number; seen: string }>(
      'select deviceId, sequence, seen from operations where seen is not null order by deviceId, sequence',
    )
    .iterate()) {
    const past = pasts.get(deviceId) ?? new Map<string, Learned[]>();
    pasts.set(deviceId, past);
    for (const [device, upTo] of seenOf(seen)) {
      const learned = past.get(device) ?? [];
      past.set(device, learned);
      learned.push({ at: sequence, upTo });
    }
  }
  return (earlier, later) => {
    if (earlier.deviceId === later.deviceId) return earlier.sequence < later.sequence;
    const learned = pasts.get(later.deviceId)?.get(earlier.deviceId);
    return learned !== undefined && lastBy(learned, later.sequence) >= earlier.sequence;
  };
};

/** What was known by that operation of the learner: the last of those up to it. */
const lastBy = (learned: readonly Learned[], sequence: number): number => {
  let [low, high] = [0, learned.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((learned[middle]?.at ?? 0) <= sequence) low = middle + 1;
    else high = middle;
  }
  return learned[low - 1]?.upTo ?? 0;
};
