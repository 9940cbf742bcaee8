import './find.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type KeyboardEvent, useDeferredValue, useEffect, useRef } from 'react';
import { FOUND_KINDS, type FoundKind } from '../../../db/domain/found-kinds.ts';
import { Failure } from '../../app/Failure.tsx';
import { totalOfFound } from '../../app/found-words.ts';
import { useTyped } from '../../app/use-typed.ts';
import { api } from '../../client.ts';
import type { ListSearch } from '../../state/lists.ts';
import { EmptyState, Page, PageHeader, SearchField } from '../../ui/index.ts';
import { FoundGroups } from './FoundGroups.tsx';
import { KindChoice } from './KindChoice.tsx';
import { Recent } from './Recent.tsx';

const pauseMs = 300;
const mostOfEach = 5;
const mostOfOne = 200;

/** Everything that anyone wrote on the board, by its words. What is typed stands in memory, and the address has a number for it. */
export function FindPlace() {
  const search = useSearch({ strict: false }) as ListSearch;
  const navigate = useNavigate();
  const change = (part: ListSearch, replace: boolean): void => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, text]) => text !== ''));
    void navigate({ to: '/find', search: next, replace });
  };
  const [typed, setTyped] = useTyped(search['find'] ?? '', (find) => change({ find }, true), pauseMs);
  const only = FOUND_KINDS.find((kind) => kind === search['kind']) ?? null;
  const find = useDeferredValue(typed.trim());
  const { data, error, refetch } = useFound(find, null);
  const one = useFound(find, only);
  const field = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const groups = find === '' ? [] : (data?.groups ?? []);
  const shown = only === null ? groups : (one.data?.groups ?? []).filter(({ kind }) => kind === only);
  return (
    <Page width="reading">
      <PageHeader title="Find anything" />
      <div ref={place} className="ui-stack" onKeyDown={(event) => stepWithArrows(event, field.current, place.current)}>
        <div className="find-field">
          <SearchField
            label="Find in everything that is recorded"
            width="full"
            value={typed}
            onChange={setTyped}
            inputRef={field}
          />
        </div>
        {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
        <p className="ui-quiet" role="status">
          {find === '' ? '' : data === undefined ? 'Looking…' : totalOfFound(groups)}
        </p>
        {find === '' && <Recent />}
        {groups.length > 1 && (
          <KindChoice groups={groups} only={only} onChoose={(kind) => change({ kind: kind ?? '' }, false)} />
        )}
        {find !== '' && data !== undefined && groups.length === 0 && (
          <EmptyState title="Nothing matches">
            Every word has to be there, as it is spelt. Type fewer words, or only their beginnings: “saf” finds
            “safeguarding”. What was removed is not found; its history still has it.
          </EmptyState>
        )}
        <FoundGroups groups={shown} only={only} onShowAll={(kind) => change({ kind }, false)} />
      </div>
    </Page>
  );
}

const useFound = (find: string, kind: FoundKind | null) =>
  useQuery(
    api.search.find.queryOptions({
      input: kind === null ? { typed: find, most: mostOfEach } : { typed: find, kinds: [kind], most: mostOfOne },
      enabled: find !== '',
      placeholderData: keepPreviousData,
      gcTime: 60_000,
    }),
  );

/** Arrows go from the field through what was found and back; Enter opens, as on any link. */
const stepWithArrows = (event: KeyboardEvent, field: HTMLElement | null, place: HTMLElement | null): void => {
  if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [field, ...(place?.querySelectorAll<HTMLElement>('.find-result') ?? [])];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (at === -1) return;
  event.preventDefault();
  stops[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
};
