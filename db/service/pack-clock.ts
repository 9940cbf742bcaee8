/** What an issued pack says of the documents it was saved as, and of the board it was read from. */
import { createHash } from 'node:crypto';
import { pastOf } from '../store/causality.ts';
import {
  END_OF_LOG,
  earlierOf,
  endAtClock,
  endOfDay,
  fixedEnd,
  type LogEnd,
  readVector,
  vectorText,
} from '../store/log-end.ts';
import type { Store } from '../store/store.ts';
import type { Row } from '../store/tables.ts';
import { type Reader, todayOf } from './context.ts';

/** How far the change log was read, as the register records it. */
export type LogRead = { readonly logClock: string; readonly logVector: string };

/**
 * How far a pack of this day reads the change log: of today, everything there is. Ask it together with the pack, with nothing
 * awaited between, of the present board: a board of the past has no log of its own.
 */
export const logReadFor = (present: Store, dataAsAt: string): LogRead =>
  logRead(present, dataAsAt === todayOf(present) ? END_OF_LOG : endOfDay(dataAsAt));

const logRead = (log: Reader, end: LogEnd): LogRead => {
  const { clock, vector } = fixedEnd(log, end);
  return { logClock: clock, logVector: vectorText(vector) };
};

type IssuedRead = Pick<Row<'packs'>, 'id' | 'logClock' | 'logVector'>;

/**
 * Where an issued pack had read to. One without a vector is from before laptops exchanged anything: it had what its laptop had when
 * it was recorded, as far as its clock.
 */
export const endOfPack = (log: Reader, { id, logClock, logVector }: IssuedRead): LogEnd => {
  if (logVector !== null) return { clock: logClock, vector: readVector(logVector) };
  const issuing = log
    .prepare<[string], { deviceId: string; sequence: number }>(
      `select o.deviceId, o.sequence from changes c join operations o on o.number = c.operation
       where c.rowId = ? and c.field = '' order by o.clock, o.deviceId, o.sequence limit 1`,
    )
    .get(id);
  const end = endAtClock(logClock);
  return issuing === undefined ? end : earlierOf(end, { ...END_OF_LOG, vector: pastOf(log, issuing) });
};

/** What an issued pack had read, as it is recorded now. */
export const logReadOf = (log: Reader, pack: IssuedRead): LogRead => logRead(log, endOfPack(log, pack));

/** The SHA-256 in lower-case hexadecimal. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
