import type { LeftFile, SyncFolderStatus, SyncLaptop, SyncReport, SyncStatus } from '../../../db/contract/sync.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { joinWords } from '../../../db/domain/plain-words.ts';
import type { Tone } from '../../ui/index.ts';

/** "1 change", "12,500 changes". */
export const changesInWords = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'change' : 'changes'}`;

type FolderLook = { readonly tone: Tone; readonly symbol: string; readonly word: string };

export const FOLDER_LOOKS: Readonly<Record<SyncFolderStatus['state'], FolderLook>> = {
  'up-to-date': { tone: 'green', symbol: '✓', word: 'Up to date' },
  looking: { tone: 'blue', symbol: '↻', word: 'Looking' },
  paused: { tone: 'grey', symbol: '‖', word: 'Paused' },
  away: { tone: 'amber', symbol: '◆', word: 'Cannot be reached' },
  asks: { tone: 'amber', symbol: '?', word: 'Asks you' },
  error: { tone: 'red', symbol: '▲', word: 'Stopped' },
};

/** Those that work on the board, this one among them. */
export const presentLaptops = (laptops: readonly SyncLaptop[]): readonly SyncLaptop[] =>
  laptops.filter(({ removed }) => removed === null);

export const otherLaptops = (laptops: readonly SyncLaptop[]): readonly SyncLaptop[] =>
  presentLaptops(laptops).filter(({ isThisOne }) => !isThisOne);

export type StandingLine = {
  readonly key: string;
  readonly kind: 'needs-you' | 'waits' | 'good';
  readonly words: string;
  readonly place?: 'conflicts' | 'join';
};

export type Standing = { readonly isGood: boolean; readonly headline: string; readonly lines: readonly StandingLine[] };

/** How this laptop stands with the others, at a glance: what needs a person, what waits for others, who may lack what. */
export const standingOf = (status: SyncStatus, offers: number): Standing => {
  const still = stillStanding(status);
  const lines = [...needsYou(status, offers), ...still, ...waits(status), ...lacking(status)];
  const needs = lines.filter(({ kind }) => kind === 'needs-you').length;
  if (needs > 0)
    return { isGood: false, headline: needs === 1 ? 'One thing needs you' : `${needs} things need you`, lines };
  if (lines.some(({ kind }) => kind === 'waits'))
    return {
      isGood: false,
      headline:
        still.length > 0
          ? 'Nothing comes or goes by the shared folder now'
          : 'Something of another laptop has not come yet',
      lines,
    };
  return {
    isGood: true,
    headline: 'Everything that came to this laptop is taken in',
    lines: lines.length > 0 ? lines : [{ key: 'lacks', kind: 'good', words: nobodyLacks(status) }],
  };
};

const needsYou = ({ conflicts, folder, laptops }: SyncStatus, offers: number): readonly StandingLine[] => [
  ...removedHere(laptops),
  ...(conflicts > 0
    ? [
        line(
          'conflicts',
          'needs-you',
          `${conflictsInWords(conflicts)} ${conflicts === 1 ? 'waits' : 'wait'} for a decision.`,
          'conflicts',
        ),
      ]
    : []),
  ...(folder?.state === 'asks'
    ? [line('asks', 'needs-you', 'The shared folder asks something before it goes on.')]
    : []),
  ...(folder?.state === 'error' ? [line('error', 'needs-you', 'The shared folder has stopped. See below why.')] : []),
  ...(offers > 0
    ? [
        line(
          'offers',
          'needs-you',
          offers === 1 ? 'One laptop waits to be let in.' : `${offers} laptops wait to be let in.`,
          'join',
        ),
      ]
    : []),
];

/** What this laptop writes reaches nobody any more: its person has to know. */
const removedHere = (laptops: readonly SyncLaptop[]): readonly StandingLine[] =>
  laptops.flatMap(({ isThisOne, removed }) =>
    isThisOne && removed !== null
      ? [
          line(
            'removed',
            'needs-you',
            `This laptop was removed from the board on ${formatDate(removed.on)}: ${removed.reason}. What is written here reaches the others no more; to go on, it joins again.`,
          ),
        ]
      : [],
  );

/** What others wrote there has not come, and nobody here knows what it is. */
const stillStanding = ({ folder }: SyncStatus): readonly StandingLine[] => {
  if (folder?.state === 'away') return [line('away', 'waits', 'It cannot be reached. It is tried again by itself.')];
  if (folder?.state === 'paused') return [line('paused', 'waits', 'It is paused, until somebody here resumes it.')];
  return [];
};

const waits = ({ gaps, waiting, left }: SyncStatus): readonly StandingLine[] => [
  ...gaps.map((words) => line(`gap ${words}`, 'waits', words)),
  ...(waiting > 0 && gaps.length === 0
    ? [line('waiting', 'waits', `${changesInWords(waiting)} kept until what they follow has come.`)]
    : []),
  ...left.map((one) => line(`left ${one.name}`, 'waits', leftInWords(one))),
];

const nobodyLacks = ({ laptops }: SyncStatus): string =>
  otherLaptops(laptops).length === 0
    ? 'No other laptop works on this board now.'
    : 'No other laptop is known to lack anything.';

const MOST_NAMED = 3;

const lacking = ({ laptops }: SyncStatus): readonly StandingLine[] => {
  const others = otherLaptops(laptops).filter(({ lacks }) => lacks > 0);
  if (others.length === 0) return [];
  if (others.length > MOST_NAMED)
    return [line('lacks', 'good', `${others.length} laptops may lack changes. The list of laptops says how many.`)];
  const each = others.map(({ name, lacks }) => `${name} ${changesInWords(lacks)}`);
  return [line('lacks', 'good', `May be lacking elsewhere: ${joinWords(each)}.`)];
};

const line = (key: string, kind: StandingLine['kind'], words: string, place?: StandingLine['place']): StandingLine => ({
  key,
  kind,
  words,
  ...(place === undefined ? {} : { place }),
});

/** "3 conflicts". */
export const conflictsInWords = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'conflict' : 'conflicts'}`;

/** The reasons of files come as ends of a sentence or as whole ones. */
export const leftInWords = ({ file, why }: Pick<LeftFile, 'file' | 'why'>): string =>
  `${file} was left out: ${/[.!?]$/.test(why) ? why : `${why}.`}`;

/** What came, or would come, in one sentence. */
export const reportHeadline = ({ operations, laptops }: SyncReport, isPreview: boolean): string => {
  const of = laptops.length === 0 ? '' : ` of ${joinWords(laptops)}`;
  if (operations === 0)
    return isPreview ? 'Nothing new: all of it is here already.' : 'Nothing new came: all of it was here already.';
  return isPreview
    ? `${changesInWords(operations)}${of} would be taken in.`
    : `${changesInWords(operations)}${of} ${operations === 1 ? 'was' : 'were'} taken in.`;
};

/** The first 16 digits, four by four, as they are read out. */
export const hashGroups = (hash: string): readonly string[] => hash.slice(0, 16).match(/.{4}/g) ?? [];

/** A code letter by letter, as it is read aloud: "K 7 Q P 2, M 4 X R 9". */
export const spelledOut = (code: string): string =>
  code
    .split('-')
    .map((group) => group.replace(/(.)(?=.)/g, '$1 '))
    .join(', ');

/** What may be said to lack: "nothing known", "12 changes". */
export const lacksInWords = ({ isThisOne, lacks }: Pick<SyncLaptop, 'isThisOne' | 'lacks'>): string => {
  if (isThisOne) return '';
  return lacks === 0 ? 'Nothing' : changesInWords(lacks);
};
