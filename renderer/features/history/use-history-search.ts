import { useNavigate, useSearch } from '@tanstack/react-router';
import type { HistoryFilter } from '../../../db/contract/history.ts';
import { BOARD_AREAS, type BoardArea } from '../../../db/domain/board-areas.ts';
import { isCivilDate } from '../../../db/domain/partial-date.ts';
import { type FilterKinds, searchToFilter } from '../../app/list-search.ts';
import type { ListSearch } from '../../state/lists.ts';

const kinds: FilterKinds<HistoryFilter> = { from: 'text', until: 'text', kind: 'list', area: 'text' };

/** The filter that an address asks for; a day or a part of the board that there is not is left out. */
export const searchToHistoryFilter = (search: ListSearch): HistoryFilter => {
  const { from, until, kind, area } = searchToFilter<HistoryFilter>(search, kinds);
  const day = (text: string | undefined): string | undefined =>
    text !== undefined && isCivilDate(text) ? text : undefined;
  return {
    from: day(from),
    until: day(until),
    kind,
    area: BOARD_AREAS.find((known): known is BoardArea => known === area),
  };
};

export const noHistoryFilter: ListSearch = { from: '', until: '', kind: '', area: '' };

/** The search of the place's address, and how to change it; "" takes one away. */
export const useHistorySearch = (): readonly [search: ListSearch, change: (part: ListSearch) => void] => {
  const search = useSearch({ strict: false }) as ListSearch;
  const navigate = useNavigate();
  const change = (part: ListSearch): void => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, text]) => text !== ''));
    void navigate({ to: '/history', search: next });
  };
  return [search, change];
};
