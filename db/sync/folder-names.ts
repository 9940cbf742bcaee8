/**
 * Names in the shared folder: `BOARD/DEVICE/000017-000021.sync`, and `BOARD/DEVICE/relay-000003.sync` for what is passed on or
 * written again. A name is read only if it is written exactly so: a half-copied file (`.part`), what other programs leave
 * ("000017-000021 (1).sync", "… conflicted copy") and another case stand for nothing.
 */
import path from 'node:path';

/** Sequences of one device's operations, both ends belonging to it. */
export type Interval = { readonly first: number; readonly last: number };

export type BundleName = ({ readonly kind: 'own' } & Interval) | { readonly kind: 'relay'; readonly number: number };

/** The folder of the board in the shared folder; a device's folder lies in it. */
export const folderOfBoard = (root: string, board: string): string => path.join(root, board);

/** An id as it stands in a folder's name: a UUID in lower case. */
export const isFolderId = (name: string): boolean => ID.test(name);

export const bundleNameToText = (name: BundleName): string =>
  name.kind === 'own' ? `${digits(name.first)}-${digits(name.last)}.sync` : `relay-${digits(name.number)}.sync`;

/** Null for whatever else lies there. */
export const textToBundleName = (text: string): BundleName | null => {
  const name = partsOf(text);
  return name !== null && bundleNameToText(name) === text ? name : null;
};

/**
 * The name of the next bundle in this device's own folder. `taken`: every name there, whatever it is: a name that exists in
 * any case is not given again, so what must be written again goes by the next number of the relays.
 */
export const nextBundleName = (own: Interval | null, taken: Iterable<string>): string => {
  const names = new Set([...taken].map((name) => name.toLowerCase()));
  if (own !== null) {
    const name = bundleNameToText({ kind: 'own', ...own });
    if (!names.has(name)) return name;
  }
  let number = 1;
  for (const name of names) {
    const found = /^relay-(\d{6,15})\./.exec(name);
    if (found !== null) number = Math.max(number, Number(found[1]) + 1);
  }
  return bundleNameToText({ kind: 'relay', number });
};

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const digits = (number: number): string => String(number).padStart(6, '0');

const partsOf = (text: string): BundleName | null => {
  const own = /^(\d{6,15})-(\d{6,15})\.sync$/.exec(text);
  if (own !== null) {
    const first = Number(own[1]);
    const last = Number(own[2]);
    return first >= 1 && first <= last ? { kind: 'own', first, last } : null;
  }
  const relay = /^relay-(\d{6,15})\.sync$/.exec(text);
  const number = Number(relay?.[1] ?? 0);
  return number >= 1 ? { kind: 'relay', number } : null;
};
