/**
 * "Find anything", the reading side. FTS5 says which records have every word that was typed; the best of them are chosen by
 * `scoreOf`. FTS5's own ranking reads the length of every match before it can answer, which for two letters is most of the
 * board: so no more than a bounded number of matches of each table are looked at, those in references and titles before those
 * in texts, and newer ones before older ones. Where there are fewer than that, all of them are.
 */
import { isExactly, isPrefix, scoreOf, type Searched, typedWords } from '../domain/find-words.ts';
import type { Reader } from './database.ts';
import { numbersOf, tableOfNumber } from './search-index.ts';
import { SEARCH_SOURCES, SEARCHED_TABLES, type SearchedTable } from './search-sources.ts';

export type FoundText = Searched & {
  readonly table: SearchedTable;
  readonly id: string;
  readonly isExact: boolean;
};

export type FoundGroup = {
  readonly table: SearchedTable;
  readonly count: number;
  /** There are more than `count`, which is as far as was counted. */
  readonly isMore: boolean;
  readonly best: readonly FoundText[];
};

export type Question = {
  readonly typed: string;
  /** Only these tables; all when absent. */
  readonly tables?: readonly SearchedTable[] | undefined;
  /** How many of each table. */
  readonly most: number;
};

/** As far as matches are counted: of all tables together, then of each. */
const countedTogether = 1500;
const countedEach = 1000;
/** As many matches of a table are compared. */
const comparedEach = 100;

export const findTexts = (
  reader: Reader,
  { typed, tables, most }: Question,
): { readonly words: readonly string[]; readonly groups: readonly FoundGroup[] } => {
  const words = typedWords(typed);
  if (words.length === 0) return { words, groups: [] };
  const rarity = words.length === 1 ? [1] : words.map((word) => rarityOf(reader, word));
  const matches = matchesByTable(reader, words, tables ?? SEARCHED_TABLES, Math.max(most, comparedEach));
  const groups = matches.map(({ numbers, ...group }) => ({
    ...group,
    best: best(reader, numbers, words, rarity, most),
  }));
  // A reference or label that was typed in full comes first, whatever it belongs to.
  const hasExact = ({ best: found }: FoundGroup): boolean => found[0]?.isExact === true;
  return { words, groups: [...groups.filter(hasExact), ...groups.filter((group) => !hasExact(group))] };
};

type Matches = Omit<FoundGroup, 'best'> & { readonly numbers: readonly number[] };

/** FTS5's way of asking: every word, quoted, so that nothing typed is read as an operator. */
const expressionOf = (words: readonly string[]): string =>
  words.map((word) => `"${word}"${isPrefix(word) ? '*' : ''}`).join(' AND ');

const matchesByTable = (
  reader: Reader,
  words: readonly string[],
  tables: readonly SearchedTable[],
  compared: number,
): readonly Matches[] => {
  const expression = expressionOf(words);
  const all = reader
    .prepare<[string, number], number>('select rowid from searchTexts where searchTexts match ? limit ?')
    .pluck()
    .all(expression, countedTogether);
  if (all.length < countedTogether) return groupNumbers(all, tables, compared);
  return tables.flatMap((table) => {
    const matches = matchesOf(reader, expression, table, compared);
    return matches.count === 0 ? [] : [matches];
  });
};

const groupNumbers = (
  all: readonly number[],
  tables: readonly SearchedTable[],
  compared: number,
): readonly Matches[] => {
  const byTable = Map.groupBy(all, tableOfNumber);
  return tables.flatMap((table) => {
    const numbers = byTable.get(table);
    if (numbers === undefined) return [];
    const looked = NAMED.has(table) ? numbers : numbers.slice(-compared);
    return [{ table, count: numbers.length, isMore: false, numbers: looked }];
  });
};

/** Looking in one column alone reads every match of the others too: only where records have names, and are few. */
const NAMED: ReadonlySet<SearchedTable> = new Set(
  SEARCH_SOURCES.filter(({ fields }) => fields.title !== undefined).map(({ table }) => table),
);

const IN_TABLE =
  'from searchTexts where searchTexts match ? and rowid between cast(? as integer) and cast(? as integer)';

const matchesOf = (reader: Reader, expression: string, table: SearchedTable, compared: number): Matches => {
  const range = numbersOf(table);
  const newest = (match: string): readonly number[] =>
    reader
      .prepare<[string, number, number, number], number>(`select rowid ${IN_TABLE} order by rowid desc limit ?`)
      .pluck()
      .all(match, ...range, compared);
  const numbers = newest(expression);
  if (numbers.length < compared) return { table, count: numbers.length, isMore: false, numbers };
  const count =
    reader
      .prepare<[string, number, number, number], number>(`select count(*) from (select 1 ${IN_TABLE} limit ?)`)
      .pluck()
      .get(expression, ...range, countedEach + 1) ?? 0;
  const named = NAMED.has(table) ? newest(`{reference title} : (${expression})`) : [];
  return {
    table,
    count: Math.min(count, countedEach),
    isMore: count > countedEach,
    numbers: [...new Set([...named, ...numbers])],
  };
};

const rarityOf = (reader: Reader, word: string): number => {
  const count =
    reader
      .prepare<[string, number], number>(
        'select count(*) from (select 1 from searchTexts where searchTexts match ? limit ?)',
      )
      .pluck()
      .get(expressionOf([word]), countedTogether) ?? 0;
  return Math.log(1 + countedTogether / Math.max(count, 1));
};

const best = (
  reader: Reader,
  numbers: readonly number[],
  words: readonly string[],
  rarity: readonly number[],
  most: number,
): readonly FoundText[] => {
  const text = reader.prepare<[number], Searched>('select reference, title, text from searchTexts where rowid = ?');
  const id = reader.prepare<[number], string>('select rowId from searchRecords where number = ?').pluck();
  return numbers
    .flatMap((number) => {
      const searched = text.get(number);
      if (searched === undefined) return [];
      const isExact = isExactly(searched.reference, words);
      return [{ number, searched, isExact, score: scoreOf(searched, words, rarity) }];
    })
    .sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.score - a.score || b.number - a.number)
    .slice(0, most)
    .map(({ number, searched, isExact }) => ({
      ...searched,
      table: tableOfNumber(number),
      id: id.get(number) ?? '',
      isExact,
    }));
};
