import { type QueryKey, useQueries } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { offsetOf, pageSize, pagesBetween } from './pages-between.ts';

type Answer<Row> = { readonly rows: readonly Row[]; readonly total: number; readonly of: number };

type Page = { readonly offset: number; readonly limit: number };

export type RowsQuery<Row> = {
  readonly keyOf: (page: Page) => QueryKey;
  readonly ask: (page: Page) => Promise<Answer<Row>>;
};

export type WindowedRows<Row> = {
  /** Undefined for a row that is not loaded yet. */
  readonly getRow: (index: number) => Row | undefined;
  /** How many there are with these filters, and in all; null before the first answer. */
  readonly total: number | null;
  readonly of: number | null;
  readonly error: unknown;
  readonly retry: () => void;
  /** The rows in sight, whenever they change: their pages are asked for. */
  readonly onRangeChange: (first: number, last: number) => void;
};

/**
 * Rows of a long list, loaded by pages as they come into sight. While a changed filter is being answered, the rows before it
 * stay, so that nothing flickers between two letters.
 */
export const useWindowedRows = <Row>({ keyOf, ask }: RowsQuery<Row>): WindowedRows<Row> => {
  const [wanted, setWanted] = useState<readonly number[]>([0]);
  const answers = useQueries({
    queries: wanted.map((number) => {
      const page = { offset: offsetOf(number), limit: pageSize };
      return { queryKey: keyOf(page), queryFn: () => ask(page) };
    }),
  });
  const before = useRef<ReadonlyMap<number, Answer<Row>>>(new Map());
  const loaded = new Map(
    wanted.flatMap((page, at) => {
      const answer = answers[at]?.data;
      return answer === undefined ? [] : [[page, answer] as const];
    }),
  );
  if (loaded.size > 0) before.current = loaded;
  const shown = before.current;
  const [first] = shown.values();
  const onRangeChange = useCallback(
    (from: number, to: number): void => setWanted((now) => keepIfSame(now, pagesBetween(from, to))),
    [],
  );
  return {
    getRow: (index) => shown.get(Math.floor(index / pageSize))?.rows[index % pageSize],
    total: first?.total ?? null,
    of: first?.of ?? null,
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    retry: () => answers.forEach(({ refetch }) => void refetch()),
    onRangeChange,
  };
};

const keepIfSame = (now: readonly number[], next: readonly number[]): readonly number[] =>
  now.length === next.length && now.every((page, at) => page === next[at]) ? now : next;
