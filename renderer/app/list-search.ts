import type { ListSearch } from '../state/lists.ts';

/** How each filter of a list stands in its address: as text, as values parted by commas, or as "true". */
export type FilterKinds<Filter> = { readonly [Key in keyof Required<Filter>]: FilterKind };
type FilterKind = 'text' | 'list' | 'flag';

/** Reads a filter from an address; what is not a filter (sort, open panel) is left alone. */
export const searchToFilter = <Filter>(search: ListSearch, kinds: FilterKinds<Filter>): Filter =>
  Object.fromEntries(
    Object.entries<FilterKind>(kinds)
      .filter(([key]) => (search[key] ?? '') !== '')
      .map(([key, kind]) => [key, readers[kind](search[key] ?? '')]),
  ) as Filter;

const readers: Readonly<Record<FilterKind, (text: string) => unknown>> = {
  text: (text) => text,
  list: (text) => text.split(','),
  flag: (text) => text === 'true',
};

export type FilterFields = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

/** Writes a filter as an address carries it; what is empty or not asked for is left out. */
export const filterToSearch = (filter: FilterFields): ListSearch =>
  Object.fromEntries(
    Object.entries(filter)
      .map(([key, value]) => [key, Array.isArray(value) ? value.join(',') : String(value ?? '')] as const)
      .filter(([, text]) => text !== ''),
  );
