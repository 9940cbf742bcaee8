import type { FoundGroup, FoundRecord, Marked } from '../contract/search.ts';
import type { FoundKind } from '../domain/found-kinds.ts';
import { markedText, matchedWords, snippetOf } from '../domain/find-words.ts';
import { findTexts, type FoundText } from '../store/search.ts';
import { readySearch } from '../store/search-index.ts';
import type { Store } from '../store/store.ts';
import { os, type Reader } from './context.ts';
import { nameRecord } from './record-names.ts';

export type SearchQuestion = {
  readonly typed: string;
  readonly kinds?: readonly FoundKind[] | undefined;
  readonly most: number;
};

/** What was found, each with what it is called and where it is seen. */
export const searchBoard = (store: Store, { typed, kinds, most }: SearchQuestion): FoundGroup[] => {
  readySearch(store.db);
  const { words, groups } = findTexts(store, { typed, tables: kinds, most });
  return groups.map(({ table, count, isMore, best }) => ({
    kind: table,
    count,
    isMore,
    found: best.flatMap((text) => foundRecord(store, text, words) ?? []),
  }));
};

const foundRecord = (reader: Reader, found: FoundText, words: readonly string[]): FoundRecord | null => {
  const name = nameRecord(reader, found.table, found.id);
  if (name === null) return null;
  return {
    kind: found.table,
    id: found.id,
    title: markedText(name.title, words),
    context: name.context,
    snippet: snippetBeside(name.title, found, words),
    isExact: found.isExact,
    link: name.link,
  };
};

/** The line that has most of the words, unless the title says it already. */
const snippetBeside = (
  title: string,
  { reference, title: titles, text }: FoundText,
  words: readonly string[],
): Marked => {
  const lines = [titles, text, reference]
    .flatMap((field) => field.split('\n'))
    .filter((line) => line.trim() !== '' && !title.includes(line.trim()));
  const [best] = lines
    .map((line, at) => ({ text: line, at, matched: matchedWords(line, words) }))
    .sort((a, b) => b.matched - a.matched || a.at - b.at);
  return best === undefined ? [] : snippetOf(best.text, words);
};

export const search = {
  find: os.search.find.handler(({ input, context: { session } }) => ({ groups: searchBoard(session.store, input) })),
};
