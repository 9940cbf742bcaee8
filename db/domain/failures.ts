import { tableWords } from './field-words.ts';

/** Every failure that a person can meet, worded once: for the page, for the command line. */
export type FailureCode =
  | 'wrong-passphrase'
  | 'wrong-recovery-code'
  | 'weak-passphrase'
  | 'vault-damaged'
  | 'vault-missing'
  | 'vault-newer'
  | 'database-missing'
  | 'database-damaged'
  | 'database-unencrypted'
  | 'database-newer'
  | 'database-changed'
  | 'board-in-use'
  | 'board-exists'
  | 'folder-not-empty'
  | 'folder-missing'
  | 'no-rights'
  | 'disk-full'
  | 'disk-trouble'
  | 'locked'
  | 'not-found'
  | 'stale'
  | 'not-undoable'
  | 'nothing-to-undo'
  | 'changed-since'
  | 'added-since'
  | 'not-allowed'
  | 'bad-input'
  | 'backup-failed'
  | 'import-refused'
  | 'sync-refused'
  | 'cancelled';

export type FailureWords = {
  /** What happened, in one sentence. */
  readonly happened: string;
  /** What was kept, and what to do. */
  readonly advice: string;
};

type Details = Readonly<Record<string, string | number>>;

const WORDS: Record<FailureCode, (details: Details) => FailureWords> = {
  'wrong-passphrase': (d) => ({
    happened: 'That passphrase does not open this board.',
    advice: `Check Caps Lock and try again, or use the recovery code that was printed when the board was made.${
      Number(d.waitSeconds ?? 0) > 0 ? ` You can try again in ${d.waitSeconds} seconds.` : ''
    }`,
  }),
  'wrong-recovery-code': () => ({
    happened: 'That recovery code does not open this board.',
    advice: 'Check it against the printed sheet, letter by letter. A code belongs to one board only.',
  }),
  'weak-passphrase': (d) => ({
    happened: 'That passphrase is too easy to guess.',
    advice: String(d.advice ?? 'Use at least 12 characters, for example four words that do not belong together.'),
  }),
  'vault-damaged': () => ({
    happened: 'The key file of this board (vault.json) is damaged.',
    advice:
      'The records themselves may be whole. Use the copy of the key file that is kept with the backups, or copy vault.json back from your own copy of the folder.',
  }),
  'vault-missing': () => ({
    happened: 'The key file of this board (vault.json) is missing from its folder.',
    advice:
      'The records cannot be opened without it. Use the copy kept with the backups, or put vault.json back from your own copy of the folder.',
  }),
  'vault-newer': () => ({
    happened: 'This board was made by a newer version of the program.',
    advice: 'Nothing was changed. Install the newer version on this laptop and open the board again.',
  }),
  'database-missing': () => ({
    happened: 'This folder has a key file but no board database (board.db).',
    advice: 'Check that the folder was copied whole, or restore the newest backup.',
  }),
  'database-damaged': () => ({
    happened: 'The board database is damaged and cannot be read in full.',
    advice:
      'Your passphrase is right. Nothing was changed. Restore the newest good backup; the damaged file is kept beside it.',
  }),
  'database-unencrypted': () => ({
    happened: 'The board database in this folder is not encrypted.',
    advice:
      'It was not opened. Case data must not lie unprotected: take the file away and restore an encrypted backup.',
  }),
  'database-newer': () => ({
    happened: 'This board was last used with a newer version of the program.',
    advice: 'Nothing was changed. Install the newer version on this laptop and open the board again.',
  }),
  'database-changed': (d) => ({
    happened: `The structure of this board is not the one this program made (${d.migration ?? 'unknown step'}).`,
    advice: 'Nothing was changed. Restore a backup, or open the board with the program version that made it.',
  }),
  'board-in-use': () => ({
    happened: 'This board is already open in another window or program on this laptop.',
    advice: 'Nothing was changed. Close the other one, then try again.',
  }),
  'board-exists': () => ({
    happened: 'There is already a board in this folder.',
    advice: 'Open it, or choose an empty folder for the new board.',
  }),
  'folder-not-empty': () => ({
    happened: 'This folder already holds other files.',
    advice: 'Choose an empty folder, or a new name, so that the board has a folder of its own.',
  }),
  'folder-missing': () => ({
    happened: 'There is no board in this folder.',
    advice: 'Check the folder, or plug in the drive that it is on.',
  }),
  'no-rights': (d) => ({
    happened: `This laptop does not let the program write in ${d.folder ? `“${d.folder}”` : 'the folder of the board'}.`,
    advice: 'Nothing was changed. Choose a folder that you may write in, or ask your IT service for the right to.',
  }),
  'disk-full': (d) => ({
    happened: d.folder
      ? `The disk that “${d.folder}” is on is full.`
      : 'The disk is full, so the last change was not saved.',
    advice: d.folder
      ? 'Everything saved before is safe. Free some space, then try again, or save elsewhere.'
      : 'Everything saved before is safe. Free some space, then make the change again.',
  }),
  'disk-trouble': () => ({
    happened: 'The disk did not read or write as it should.',
    advice:
      'What was saved before is kept. If the board is on a memory stick or network drive, check that it is still there, then try again.',
  }),
  locked: () => ({
    happened: 'The board is locked.',
    advice: 'Enter the passphrase to go on. Nothing was lost.',
  }),
  'not-found': (d) => ({
    happened: `There is no such ${d.what ?? 'record'} on this board${d.id ? ` (${d.id})` : ''}.`,
    advice: 'It may have been removed. Go back to the list and look again; a removal can be undone.',
  }),
  stale: (d) => ({
    happened: `${d.field ? `“${d.field}”` : 'This'} was changed elsewhere while you were editing it.`,
    advice: 'Nothing was overwritten. Look at both versions and choose.',
  }),
  'not-undoable': (d) => ({
    happened: `${d.what ?? 'This change'} cannot be undone.`,
    advice: String(d.advice ?? 'A recorded decision stays on record: revoke it instead, with a reason.'),
  }),
  'nothing-to-undo': () => ({
    happened: 'There is nothing to undo.',
    advice: 'Older changes are in each record’s history.',
  }),
  'changed-since': (d) => ({
    happened: 'That change cannot be undone on its own, because the same field was changed again later.',
    advice: `Undo the later change first, or restore the earlier value from the history.${d.field ? ` (${d.field})` : ''}`,
  }),
  'added-since': (d) => ({
    happened: `That cannot be undone on its own, because other records were added to it since${d.child ? ` (${tableWords(String(d.child)).toLowerCase()})` : ''}.`,
    advice:
      'Undo those first, or remove it, with a reason: a removal takes what belongs to it along and can be undone.',
  }),
  'not-allowed': (d) => ({
    happened: String(d.why ?? 'That is not possible here.'),
    advice: String(d.advice ?? 'Nothing was changed.'),
  }),
  'bad-input': (d) => ({
    happened: String(d.problem ?? 'Something in the form is not right.'),
    advice: String(d.advice ?? 'Nothing was changed. Correct it and try again.'),
  }),
  'backup-failed': (d) => ({
    happened: `The backup could not be made or did not verify${d.why ? `: ${d.why}` : ''}.`,
    advice: 'The board itself is unchanged, and earlier backups are kept. Check the space on the disk, then try again.',
  }),
  'import-refused': (d) => ({
    happened: `The file was refused${d.at ? ` at ${d.at}` : ''}: ${d.problem ?? 'it is not an export of this program'}.`,
    advice: 'Nothing was imported.',
  }),
  // `waits`: it is tried again by itself. `problem` are words of `sync-words.ts`. `taken`: bundles taken in before this one.
  'sync-refused': (d) => ({
    happened: `${d.file ? `“${d.file}”` : 'The sync file'}${d.laptop ? ` of ${d.laptop}` : ''} ${d.waits === 1 ? 'waits' : 'was refused'}: ${d.problem ?? 'it is not a sync file of this program'}.`,
    advice:
      Number(d.taken ?? 0) > 0
        ? 'What came before it was taken in and is kept. Nothing else was changed.'
        : 'Nothing was changed.',
  }),
  cancelled: () => ({ happened: 'You cancelled this.', advice: 'Nothing was changed.' }),
};

export const FAILURE_CODES = Object.keys(WORDS) as readonly FailureCode[];

export const failureWords = (code: FailureCode, details: Details = {}): FailureWords => WORDS[code](details);
