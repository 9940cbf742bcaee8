import { formatDate } from '../domain/date-words.ts';

/** Why the shared folder cannot be used just now, told apart where a person would do something else. */
export type FolderTrouble =
  /** Not there: a drive that is not connected, a share out of reach. Comes back by itself. */
  | 'away'
  /** The network drive was connected again by the system and this connection is over. */
  | 'to-reconnect'
  | 'no-rights'
  | 'read-only'
  | 'not-a-folder'
  /** The folder is there and this board's files, which were in it, are not: often the empty place of a drive that is not connected. */
  | 'emptied'
  | 'full'
  | 'faulty';

/** What the file system says, as a trouble that a person can act on; null when it is none. */
export const errorToFolderTrouble = (error: unknown): FolderTrouble | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? (TROUBLES.get(error.code) ?? null)
    : null;

/** `found`: instants of when it was found first, and of now; null where nothing is known of a before. */
export const folderTroubleWords = (
  trouble: FolderTrouble,
  found: { readonly since: number; readonly now: number } | null,
): string => {
  const from = found === null ? '' : ` since ${momentWords(found.since, found.now)}`;
  switch (trouble) {
    case 'away':
      return `The shared folder cannot be reached${from}. Everything is kept here; it goes on by itself.`;
    case 'to-reconnect':
      return `The connection to the shared folder broke${from}. Connect the network drive again, or restart this laptop. Everything is kept here.`;
    case 'no-rights':
      return `The shared folder cannot be used${from}, because this laptop has no right to. Ask whoever keeps the folder for the right to read and write in it. Everything is kept here; it goes on by itself.`;
    case 'read-only':
      return `The shared folder can only be read${from}, so the others do not get what was written here. Ask whoever keeps the folder for the right to write in it, or unlock the memory stick. Everything is kept here; it goes on by itself.`;
    case 'not-a-folder':
      return 'What was chosen as the shared folder is not a folder. Choose the folder again. Everything is kept here.';
    case 'emptied':
      return 'The files of this board are no longer in the shared folder. If it is on a network drive or a memory stick, connect that again. If the folder was emptied, choose it again: what the others need is then written again. Everything is kept here.';
    case 'full':
      return `The shared folder is full${from}. Free some space there, or ask whoever keeps it. Everything is kept here; it goes on by itself.`;
    case 'faulty':
      return `The drive of the shared folder does not read or write as it should${from}. Take the memory stick out and put it in again, or ask your IT service. Everything is kept here; it goes on by itself.`;
  }
};

/** "10:42"; with its day when that is another one. On the clock of this laptop. */
const momentWords = (instant: number, now: number): string => {
  const at = new Date(instant);
  const time = `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
  return at.toDateString() === new Date(now).toDateString()
    ? time
    : `${time} on ${formatDate(`${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`)}`;
};

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const TROUBLES: ReadonlyMap<string, FolderTrouble> = new Map([
  ...[
    'ENOENT',
    'ENODEV',
    'ENXIO',
    'ENOTCONN',
    'ECONNRESET',
    'ECONNREFUSED',
    'ECONNABORTED',
    'EHOSTDOWN',
    'EHOSTUNREACH',
    'ENETDOWN',
    'ENETUNREACH',
    'ENETRESET',
    'ETIMEDOUT',
    'EPIPE',
    // Windows: an error of the network that libuv has no name for.
    'UNKNOWN',
  ].map((code) => [code, 'away'] as const),
  ['ESTALE', 'to-reconnect'],
  ['EACCES', 'no-rights'],
  ['EPERM', 'no-rights'],
  ['EROFS', 'read-only'],
  ['ENOTDIR', 'not-a-folder'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EIO', 'faulty'],
]);
