import { FOUND_KIND_LABELS } from '../../db/domain/found-kinds.ts';
import type { FoundGroup, Marked } from '../../db/contract/search.ts';
import { searchBoard } from '../../db/service/search.ts';
import { type Command, text, UsageError } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';

const usualLimit = 5;
const greatestLimit = 200;
const mostWords = 40;

export const search: Command = {
  summary: 'Finds words in everything that is recorded',
  usage: 'search FOLDER WORDS… [--limit N]   (N of each kind, 5 unless said)',
  options: { limit: { type: 'string' } },
  takes: [2, mostWords],
  run: async ({ positionals: [folder, ...words], values }) => {
    const most = limitOf(text(values, 'limit'));
    const typed = words.join(' ');
    const groups = await withBoard(folderOf(folder), ({ store }) => searchBoard(store, { typed, most }));
    return {
      words: groups.length === 0 ? 'Nothing matches.' : groups.map(groupWords).join('\n\n'),
      json: { typed, groups },
    };
  },
};

const limitOf = (given: string | undefined): number => {
  const limit = given === undefined ? usualLimit : Number(given);
  if (!Number.isInteger(limit) || limit < 1 || limit > greatestLimit) {
    throw new UsageError(`--limit is a number from 1 to ${greatestLimit}, not “${given}”.`);
  }
  return limit;
};

/** The words that were found stand between asterisks. */
const groupWords = ({ kind, count, isMore, found }: FoundGroup): string => {
  const number = `${count.toLocaleString('en-GB')}${isMore ? '+' : ''}`;
  const lines = found.map(({ title, context, snippet }) =>
    [`  ${inLine(title)}${context === '' ? '' : ` (${context})`}`, snippet.length === 0 ? '' : `    ${inLine(snippet)}`]
      .filter(Boolean)
      .join('\n'),
  );
  return [`${FOUND_KIND_LABELS[kind]}: ${number}`, ...lines].join('\n');
};

const inLine = (parts: Marked): string =>
  parts
    .map(({ text: words, isMatch }) => (isMatch ? `*${words}*` : words))
    .join('')
    .replace(/\s+/g, ' ');
