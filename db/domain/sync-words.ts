/**
 * Why a sync file is not taken in, worded once: the table of checks of `db/sync/README.md`, and the two files of joining.
 * The words end the sentence "“000017-000021.sync” was refused: …".
 */
type Nothing = Readonly<Record<string, never>>;
type Problem = { readonly problem: string };
/** `laptop` is the name of the device on this board; left out where only its id is known. */
type OfLaptop = { readonly laptop?: string };

/** What each refusal must know. Dates are given in words: "3 May 2026". */
export type SyncRefusalDetails = {
  readonly 'too-short': Nothing;
  readonly 'too-large': Nothing;
  readonly 'not-ours': Nothing;
  readonly newer: Nothing;
  readonly 'another-kind': { readonly found: SyncFileKind; readonly wanted: SyncFileKind };
  readonly 'cut-short': Nothing;
  readonly damaged: Nothing;
  readonly 'bad-header': Problem;
  readonly 'another-board': Nothing;
  readonly 'unknown-writer': Nothing;
  readonly 'bad-signature': OfLaptop & { readonly post?: string };
  readonly 'removed-writer': OfLaptop & { readonly removedOn: string };
  readonly 'clock-ahead': { readonly lastChangeOn: string; readonly today: string };
  readonly 'not-for-us': OfLaptop;
  readonly 'bad-encryption': Nothing;
  readonly forked: OfLaptop;
  readonly 'cannot-decrypt': Nothing;
  readonly 'unpacks-to-more': Nothing;
  readonly 'unpacks-to-less': Nothing;
  readonly 'cannot-unpack': Nothing;
  readonly 'too-slow': Nothing;
  readonly 'bad-line': Problem & { readonly line: number };
  readonly 'bad-count': Problem;
  readonly 'bad-run': OfLaptop & { readonly device: string; readonly sequence: number };
  readonly 'many-removals': { readonly removed: number; readonly of: number; readonly what: string };
  readonly 'join-too-large': Nothing;
  readonly 'join-bad-signature': Nothing;
  readonly 'join-other-request': Nothing;
};

export type SyncRefusalCode = keyof SyncRefusalDetails;
export type SyncFileKind = 'bundle' | 'join-request' | 'join-acceptance';

const FILE_WORDS: Readonly<Record<SyncFileKind, string>> = {
  bundle: 'a file of changes',
  'join-request': 'a request to join',
  'join-acceptance': 'an acceptance',
};

const laptopWords = ({ laptop }: OfLaptop): string => laptop ?? 'another laptop';

const COPY_AGAIN = 'Copy it again, or ask for it again';

const WORDS: { readonly [Code in SyncRefusalCode]: (details: SyncRefusalDetails[Code]) => string } = {
  'too-short': () => 'it is empty or was cut short',
  'too-large': () => 'it is larger than 512 MB, which no bundle is',
  'not-ours': () => 'it is not a sync file of this program',
  newer: () => 'it was written by a newer version of the program. Install that version here first',
  'another-kind': ({ found, wanted }) => `it is ${FILE_WORDS[found]}, not ${FILE_WORDS[wanted]}`,
  'cut-short': () => `it was cut short. ${COPY_AGAIN}`,
  damaged: () => `it was damaged on the way. ${COPY_AGAIN}`,
  'bad-header': ({ problem }) => `its header makes no sense (${problem})`,
  'another-board': () => 'it belongs to another board',
  'unknown-writer': () =>
    'it was written by a laptop that is not a member here. If it has just joined, bring in the bundle of the laptop that let it in',
  'bad-signature': (d) =>
    `it is not signed by ${laptopWords(d)}, whose file it says it is. Do not use it; ask ${
      d.post === undefined ? 'the person who works there' : `${laptopWords(d)}’s ${d.post}`
    } by phone`,
  'removed-writer': (d) => `${laptopWords(d)} was removed on ${d.removedOn}, and this was written after`,
  'clock-ahead': ({ lastChangeOn, today }) =>
    `its last change is dated ${lastChangeOn} and this laptop’s date is ${today}. One of the two clocks is wrong. Put it right; or take the changes in as dated, and everything written from then on is dated later still`,
  'not-for-us': (d) =>
    `it was not written for this laptop. ${d.laptop === undefined ? 'The laptop that wrote it' : d.laptop}, or any other, will write it again once it knows this one`,
  'bad-encryption': () => 'its encryption makes no sense',
  forked: (d) => `two laptops write as ${d.laptop ?? 'one'}: its folder was copied. One of them must join again`,
  'cannot-decrypt': () => 'it cannot be decrypted',
  'unpacks-to-more': () => 'it unpacks to more than it says',
  'unpacks-to-less': () => 'it unpacks to less than it says',
  'cannot-unpack': () => 'what it holds cannot be unpacked',
  'too-slow': () => 'it takes longer than two minutes to read, which no bundle should',
  'bad-line': ({ line, problem }) => `its line ${line} makes no sense (${problem})`,
  'bad-count': ({ problem }) => `it does not hold what it says (${problem})`,
  'bad-run': (d) => `operation ${d.sequence} of ${laptopWords(d)} is not what ${d.laptop ?? 'that laptop'} signed`,
  'many-removals': ({ removed, of, what }) => `it would remove ${removed} of ${of} ${what}. Look at them first`,
  'join-too-large': () => 'it is larger than 64 KB, which no request to join and no acceptance is',
  'join-bad-signature': () => 'it is not signed with its own key. Do not use it; ask for it again',
  'join-other-request': () => 'it answers another request than the one that this laptop made',
};

export const SYNC_REFUSAL_CODES = Object.keys(WORDS) as readonly SyncRefusalCode[];

export const syncRefusalWords = <Code extends SyncRefusalCode>(code: Code, details: SyncRefusalDetails[Code]): string =>
  WORDS[code](details);

const WAITING: ReadonlySet<SyncRefusalCode> = new Set(['unknown-writer', 'clock-ahead', 'not-for-us']);

/** Kept or left where it is and tried again by itself, because something else may still come; all others are refused for good. */
export const isWaitingRefusal = (code: SyncRefusalCode): boolean => WAITING.has(code);
