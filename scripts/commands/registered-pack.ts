/** A pack of the register as a person names it on the command line. */
import type { RegisteredPack } from '../../db/contract/pack-register.ts';
import { listIssued } from '../../db/service/pack-register-reading.ts';
import type { Reader } from '../../db/service/context.ts';
import { UsageError } from './command.ts';

/** Newest first. */
export const wholeRegister = (reader: Reader): readonly RegisteredPack[] =>
  listIssued(reader, { offset: 0, limit: 1_000_000 }).rows;

/** By its number in the register ("3"), or by as much of its id as no other begins with. */
export const packNamed = (reader: Reader, given: string): RegisteredPack => {
  const register = wholeRegister(reader);
  const wanted = given.trim().toLowerCase();
  const found = /^[1-9]\d{0,5}$/.test(wanted)
    ? register.filter(({ number }) => String(number) === wanted)
    : register.filter(({ id }) => wanted !== '' && id.startsWith(wanted));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const known = register.map((pack) => `  ${pack.number}  ${shortId(register, pack.id)}  ${pack.title}`).join('\n');
  throw new UsageError(
    `${found.length === 0 ? 'There is no pack' : 'There are several packs'} “${given}” in the register.${
      known === '' ? ' No pack was issued yet.' : ` The packs of this board:\n${known}`
    }`,
  );
};

/** The beginning of the id that no other begins with, at least eight letters. */
export const shortId = (register: readonly RegisteredPack[], id: string): string => {
  for (let length = 8; length < id.length; length += 1) {
    const short = id.slice(0, length);
    if (!short.endsWith('-') && register.filter((pack) => pack.id.startsWith(short)).length === 1) return short;
  }
  return id;
};
