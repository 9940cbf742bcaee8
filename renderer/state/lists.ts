import { create } from 'zustand';

/** A list's filters and sort as its address carries them: `find`, `state`, `sort`, …; lists of values are parted by commas. */
export type ListSearch = Readonly<Record<string, string>>;

export type ListPlace = 'reviews' | 'actions' | 'publication';

type ListState = {
  /** The search that was last looked at: coming back to the place through the rail shows the same list again. */
  readonly search: ListSearch;
  /** Keys of the rows that are selected, for bulk commands. */
  readonly selected: ReadonlySet<string>;
  /** Keys of the columns that are shown; null for the place's own choice. */
  readonly columns: readonly string[] | null;
};

const nothing: ListState = { search: {}, selected: new Set(), columns: null };

const useLists = create<Readonly<Record<ListPlace, ListState>>>(() => ({
  reviews: nothing,
  actions: nothing,
  publication: nothing,
}));

const change = (place: ListPlace, part: Partial<ListState>): void =>
  useLists.setState((lists) => ({ [place]: { ...lists[place], ...part } }));

export const useLastSearch = (place: ListPlace): ListSearch => useLists((lists) => lists[place].search);
export const rememberSearch = (place: ListPlace, search: ListSearch): void => change(place, { search });

export const useSelected = (place: ListPlace): ReadonlySet<string> => useLists((lists) => lists[place].selected);
export const select = (place: ListPlace, selected: ReadonlySet<string>): void => change(place, { selected });

export const useShownColumns = (place: ListPlace): readonly string[] | null =>
  useLists((lists) => lists[place].columns);
export const showColumns = (place: ListPlace, columns: readonly string[] | null): void => change(place, { columns });
