import type { ListSearch } from '../state/lists.ts';

/**
 * A search as it stands in the address, and back.
 *
 * Threat: a browser keeps addresses on disk (history, sessions, statistics), and what is looked for may be a child's label.
 * Must hold: words that were typed to find something stay in memory; the address has a number for them, which means nothing
 * once the page is gone. Everything else in an address is an id or a word of the program.
 * Accepted gap: words that a person writes into the address bar by hand.
 */
export const searchToAddress = ({ find, ...search }: ListSearch): string => {
  const words = new URLSearchParams(search);
  if (find !== undefined && find !== '') words.set('find', `*${numberOf(find)}`);
  return words.toString();
};

export const addressToSearch = (text: string): ListSearch => {
  const { find, ...search } = Object.fromEntries(new URLSearchParams(text)) as ListSearch;
  const known = find?.startsWith('*') ? found[Number(find.slice(1))] : find;
  return known === undefined ? search : { ...search, find: known };
};

const found: string[] = [];

const numberOf = (words: string): number => {
  const known = found.indexOf(words);
  return known === -1 ? found.push(words) - 1 : known;
};
