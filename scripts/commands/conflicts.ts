import type {
  ConflictChosen,
  ConflictDetail,
  ConflictSide,
  ConflictSummary,
  OwnField,
} from '../../db/contract/conflicts.ts';
import { readDateEntry } from '../../db/domain/partial-date.ts';
import { joinWords } from '../../db/domain/plain-words.ts';
import { decideConflict, deferConflict } from '../../db/service/conflict-decisions.ts';
import { conflictDetail, listConflicts } from '../../db/service/conflict-reading.ts';
import type { BoardSession } from '../../db/service/session.ts';
import { Failure } from '../../db/store/failure.ts';
import { type Command, type CommandResult, text, UsageError, type Values } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';

/** More than ever wait. */
const ALL = { offset: 0, limit: 1_000_000 };
/** As much of an id as the list prints, and as little as is taken for one. */
const [PRINTED, LEAST] = [8, 4];

export const conflicts: Command = {
  summary: 'Shows what laptops changed apart from each other, and decides it',
  usage:
    'conflicts FOLDER [ID] [--keep N | --drop N | --rename N --to TEXT | --combine TEXT | --leave | --defer] [--reason WHY]   (all that waits; or one of it, with what can be chosen)',
  options: {
    keep: { type: 'string' },
    drop: { type: 'string' },
    rename: { type: 'string' },
    to: { type: 'string' },
    combine: { type: 'string' },
    leave: { type: 'boolean' },
    defer: { type: 'boolean' },
    reason: { type: 'string' },
  },
  takes: [1, 2],
  run: async ({ positionals: [folder, id], values }) => {
    const act = actOf(values);
    if (id === undefined && act !== null) throw new UsageError('Say which one: its id stands in the list.');
    return withBoard(folderOf(folder), (session) => {
      if (id === undefined) return queue(session);
      const detail = conflictDetail(session.present, idStartingWith(session, id));
      return act === null ? { words: detailWords(detail), json: detail } : decided(session, detail, act, values);
    });
  },
};

const ACTS = ['keep', 'drop', 'rename', 'combine', 'leave', 'defer'] as const;
type Act = (typeof ACTS)[number];

const actOf = (values: Values): Act | null => {
  const given = ACTS.filter((act) => values[act] !== undefined && values[act] !== false);
  if (given.length > 1) throw new UsageError(`Choose one of ${joinWords(given.map((act) => `--${act}`))}.`);
  return given[0] ?? null;
};

const queue = (session: BoardSession): CommandResult => {
  const found = listConflicts(session.present, ALL);
  return {
    words: found.total === 0 ? 'Nothing waits for a decision.' : found.conflicts.map(summaryWords).join('\n'),
    json: found,
  };
};

const summaryWords = ({ id, record, heading, deferred }: ConflictSummary): string =>
  `${id.slice(0, PRINTED)}  ${record}: ${heading}${deferred === null ? '' : ` (put off by ${deferred.post}: ${deferred.reason})`}`;

const idStartingWith = (session: BoardSession, given: string): string => {
  const start = given.toLowerCase();
  const found = listConflicts(session.present, ALL).conflicts.filter(({ id }) => id.startsWith(start));
  const [first, second] = found;
  if (first === undefined || start.length < LEAST) return start;
  if (second !== undefined) throw new Failure('bad-input', { problem: `“${given}” is the beginning of several ids.` });
  return first.id;
};

const when = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

const authorWords = ({ laptop, post, at, words, reason }: Omit<ConflictSide, 'id' | 'fields'>): string =>
  `${laptop} (${post}), ${when(at)}: ${words}${reason === '' ? '' : `: ${reason}`}`;

const sideWords = (side: ConflictSide, at: number): string =>
  [
    `${String(at + 1).padStart(3)}  ${authorWords(side)}`,
    ...(side.record === null ? [] : [`     ${side.record.name}`]),
    `     ${side.says}${side.isShown && side.record === null ? SHOWN : ''}`,
  ].join('\n');

const detailWords = (detail: ConflictDetail): string => {
  const { record, heading, explanation, sides, base, deferred } = detail;
  const offered = offers(detail);
  const width = Math.max(...offered.map(([option]) => option.length));
  return [
    `${record}: ${heading}`,
    explanation,
    ...(deferred === null ? [] : [`Put off by ${deferred.post} on ${deferred.laptop}: ${deferred.reason}`]),
    '',
    ...sides.map(sideWords),
    ...(base === null ? [] : [baseWords(base)]),
    '',
    'You can:',
    ...offered.map(([option, words]) => `  ${option.padEnd(width)}  ${words}`),
  ].join('\n');
};

const baseWords = ({ fields, isShown }: NonNullable<ConflictDetail['base']>): string =>
  `  0  What stood before: ${fields.map(({ label, value }) => `${label} ${value ?? 'empty'}`).join('; ')}${isShown ? SHOWN : ''}`;

const SHOWN = '   (shown now)';

/** Each choice with the option that makes it. */
const offers = (detail: ConflictDetail): readonly (readonly [option: string, words: string])[] => [
  ...detail.choices.map(({ choice, words, needsReason }): [string, string] => [
    `${optionOf(detail, choice)}${needsReason ? ' --reason WHY' : ''}`,
    words,
  ]),
  ...(detail.ownValue === null
    ? []
    : [[detail.kind === 'twins' ? '--rename N --to TEXT' : '--combine TEXT', detail.ownValue.words] as const]),
  ['--defer --reason WHY', 'Put it off'],
];

const optionOf = ({ sides }: ConflictDetail, choice: ConflictChosen): string => {
  const numberOfSide = (side: string): number => sides.findIndex(({ id }) => id === side) + 1;
  switch (choice.do) {
    case 'take':
      return `--keep ${numberOfSide(choice.side)}`;
    case 'drop':
      return `--drop ${numberOfSide(choice.side)}`;
    default:
      return '--leave';
  }
};

const decided = (session: BoardSession, detail: ConflictDetail, act: Act, values: Values): CommandResult => {
  const asked = {
    id: detail.id,
    sides: detail.sides.map(({ id }) => id),
    reason: (text(values, 'reason') ?? '').trim(),
  };
  if (act === 'defer') {
    if (asked.reason === '') throw new UsageError('Say why it is put off: --reason WHY.');
    const { operation } = deferConflict(session.present, asked);
    return {
      words: 'It is put off, and stays open.',
      json: { id: detail.id, deferred: true, operationId: operation?.id },
    };
  }
  const choice = choiceOf(detail, act, values);
  const { operation, tables } = decideConflict(session.present, { ...asked, choice });
  if (tables.includes('boards')) session.keepName();
  return { words: 'It is decided.', json: { id: detail.id, choice, operationId: operation?.id } };
};

const choiceOf = (detail: ConflictDetail, act: Exclude<Act, 'defer'>, values: Values): ConflictChosen => {
  switch (act) {
    case 'leave':
      return { do: 'keep' };
    case 'keep':
      return keepChoice(detail, numberOf(values, 'keep'));
    case 'drop':
      return { do: 'drop', side: sideAt(detail, numberOf(values, 'drop')).id };
    case 'rename':
      return {
        do: 'rename',
        side: sideAt(detail, numberOf(values, 'rename')).id,
        values: ownValue(detail, text(values, 'to') ?? wrongly('Say what it is to be: --to TEXT.')),
      };
    case 'combine':
      return { do: 'combine', values: ownValue(detail, text(values, 'combine') ?? '') };
  }
};

const wrongly = (words: string): never => {
  throw new UsageError(words);
};

const keepChoice = (detail: ConflictDetail, number: number): ConflictChosen => {
  if (number === 0) {
    return { do: 'take', side: detail.base?.operationId ?? wrongly('Nothing is known of what stood before.') };
  }
  const kept = sideAt(detail, number);
  if (kept.record === null) return { do: 'take', side: kept.id };
  const others = detail.sides.filter(({ id }) => id !== kept.id);
  const [other] = others;
  return other === undefined || others.length > 1
    ? wrongly('There are more than two: say which one goes with --drop N.')
    : { do: 'drop', side: other.id };
};

const numberOf = (values: Values, option: string): number => {
  const number = Number(text(values, option));
  return Number.isInteger(number) && number >= 0 ? number : wrongly(`--${option} is the number of a side.`);
};

const sideAt = ({ sides }: ConflictDetail, number: number): ConflictSide =>
  sides[number - 1] ?? wrongly(`There is no side ${number}: there are ${sides.length}.`);

/** One field at a time: a value of several has a form of its own in the window. */
const ownValue = ({ ownValue: offered }: ConflictDetail, given: string): Record<string, string | number | null> => {
  const [field, ...more] = offered?.fields ?? [];
  if (field === undefined) throw new Failure('bad-input', { problem: 'No value of your own can be given here.' });
  if (more.length > 0) wrongly('It is a value of several fields: combine it in the window.');
  return entered(field, given.trim());
};

const entered = (own: OwnField, given: string): Record<string, string | number | null> => {
  switch (own.kind) {
    case 'line':
    case 'text':
      return { [own.field]: given };
    case 'number':
      return { [own.field]: given === '' ? null : Number(given) };
    case 'date':
      return enteredDate(own, given);
    case 'choice': {
      const chosen = own.options.find(({ words }) => words.toLowerCase() === given.toLowerCase());
      if (chosen === undefined && given !== '') {
        wrongly(`${own.label} is one of: ${joinWords(own.options.map(({ words }) => words))}.`);
      }
      return { [own.field]: chosen?.value ?? null };
    }
  }
};

const enteredDate = ({ field, words }: Extract<OwnField, { kind: 'date' }>, given: string) => {
  const read = readDateEntry(given);
  if ('error' in read) return wrongly(read.error);
  if (words !== null) return { [field]: read.date, [words]: read.text };
  return read.text === null ? { [field]: read.date } : wrongly('Give a date such as 8 May 2020.');
};
