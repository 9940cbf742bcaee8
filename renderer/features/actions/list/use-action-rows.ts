import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ActionFilter, ActionRow } from '../../../../db/contract/actions.ts';
import { api } from '../../../client.ts';
import type { ActionSort } from './action-search.ts';

const pageSize = 100;
/** Rows asked for ahead of those in sight. */
const ahead = 40;
/** How long the list must rest on a page before it is asked for: a long drag of the scroll bar passes hundreds. */
const restMs = 60;

type Asked = { readonly filter: ActionFilter; readonly sort: ActionSort };
type Shown = Asked & { readonly total: number; readonly of: number };

const pageOf = (index: number): number => Math.floor(index / pageSize);

const pageOptions = ({ filter, sort }: Asked, page: number) =>
  api.actions.list.queryOptions({ input: { filter, sort, offset: page * pageSize, limit: pageSize } });

export type ActionRows = {
  /** Null until the first answer. */
  readonly total: number | null;
  readonly of: number;
  readonly getRow: (index: number) => ActionRow | undefined;
  /** The place of a row among those loaded near the ones in sight; −1 when it is not there. */
  readonly indexOf: (actionId: string) => number;
  /** All rows that the page has of this list, in sight or seen before. */
  readonly loaded: () => readonly ActionRow[];
  readonly onRangeChange: (first: number, last: number) => void;
  /** Rows of the earlier filter stand until the new ones are here. */
  readonly isBehind: boolean;
  readonly error: unknown;
  readonly retry: () => void;
};

/** The list in pages of 100, of which those in sight are asked for and followed; what was seen before stays in the cache. */
export const useActionRows = (filter: ActionFilter, sort: ActionSort): ActionRows => {
  const cache = useQueryClient();
  const [[firstPage, lastPage], setPages] = useState<readonly [number, number]>([0, 0]);
  const asked = { filter, sort };
  const shown = useRef<Shown | null>(null);
  const lastThereIs = Math.max(firstPage, pageOf((shown.current?.total ?? 1) - 1));
  const pages = Array.from({ length: Math.min(lastPage, lastThereIs) - firstPage + 1 }, (_, at) => firstPage + at);
  const answers = useQueries({ queries: pages.map((page) => pageOptions(asked, page)) });

  const arrived = answers.find(({ data }) => data !== undefined)?.data;
  if (arrived !== undefined) shown.current = { ...asked, total: arrived.total, of: arrived.of };

  const pageRows = (page: number): readonly ActionRow[] =>
    (shown.current && cache.getQueryData(pageOptions(shown.current, page).queryKey)?.rows) ?? [];
  const read = new Map<number, readonly ActionRow[]>();
  const rowsOf = (page: number): readonly ActionRow[] => {
    const rows = read.get(page) ?? pageRows(page);
    read.set(page, rows);
    return rows;
  };

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onRangeChange = useCallback((first: number, last: number): void => {
    const next = [pageOf(Math.max(0, first - ahead)), pageOf(last + ahead)] as const;
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => setPages((now) => (now[0] === next[0] && now[1] === next[1] ? now : next)),
      restMs,
    );
  }, []);

  const failed = answers.find(({ error }) => error !== null);
  return {
    total: shown.current?.total ?? null,
    of: shown.current?.of ?? 0,
    getRow: (index) => rowsOf(pageOf(index))[index % pageSize],
    indexOf: (actionId) => {
      for (let page = Math.max(0, firstPage - 1); page <= lastPage + 1; page++) {
        const at = rowsOf(page).findIndex(({ id }) => id === actionId);
        if (at >= 0) return page * pageSize + at;
      }
      return -1;
    },
    loaded: () => {
      const pageCount = Math.ceil((shown.current?.total ?? 0) / pageSize);
      return Array.from({ length: pageCount }, (_, page) => rowsOf(page)).flat();
    },
    onRangeChange,
    isBehind: arrived === undefined,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  };
};
