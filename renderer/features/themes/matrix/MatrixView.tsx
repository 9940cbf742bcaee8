import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { MatrixRow } from '../../../../db/contract/themes.ts';
import { Failure } from '../../../app/Failure.tsx';
import { reviewHref, themeHref } from '../../../app/links.ts';
import { api } from '../../../client.ts';
import { EmptyState, Skeleton } from '../../../ui/index.ts';
import type { GridPlace } from '../../../ui/grid-movement.ts';
import { countWords } from '../../reviews/count-words.ts';
import { FlagChip } from '../../reviews/FlagChip.tsx';
import { ReviewsEmpty } from '../../reviews/list/ReviewsEmpty.tsx';
import { isFiltered, noReviewFilter, searchToReviewFilter } from '../../reviews/review-filter.ts';
import { ReviewFilters } from '../../reviews/ReviewFilters.tsx';
import { useThemesSearch } from '../themes-search.ts';
import { cellOf, cellWords } from './cell-words.ts';
import { type MatrixColumn, MatrixGrid } from './MatrixGrid.tsx';

/** Every theme against every review: what each learned about, at a glance. */
export function MatrixView() {
  const [search, change] = useThemesSearch();
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  const filter = useMemo(() => searchToReviewFilter(search), [search]);
  const sort = search['sort'] === 'reference' ? 'reference' : 'newest';
  const isInUseOnly = search['inUse'] === 'true';
  const { data, error, refetch } = useQuery({
    ...api.themes.matrix.queryOptions({ input: { filter, sort } }),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(data?.themes ?? [], data?.rows ?? [], isInUseOnly), [data, isInUseOnly]);
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={12} label="Loading the matrix" />;
  return (
    <>
      <ReviewFilters
        filter={filter}
        change={change}
        count={countWords(data.rows.length, data.of)}
        tools={
          <>
            <FlagChip
              label="Themes in use only"
              isOn={isInUseOnly}
              onChange={(isOn) => change({ inUse: isOn ? 'true' : '' }, { replace: true })}
            />
            <FlagChip
              label="By reference"
              isOn={sort === 'reference'}
              onChange={(isOn) => change({ sort: isOn ? 'reference' : '' }, { replace: true })}
            />
          </>
        }
      />
      {data.rows.length === 0 ? (
        <ReviewsEmpty isFiltered={isFiltered(filter)} onClear={() => change(noReviewFilter)} />
      ) : columns.length === 0 ? (
        <EmptyState title="No theme is in use">
          None of these reviews is filed under a theme yet. File them on their pages.
        </EmptyState>
      ) : (
        <>
          <MatrixGrid columns={columns} rows={data.rows} place={place} onPlace={setPlace} />
          <PlaceDetails columns={columns} rows={data.rows} place={place} />
        </>
      )}
    </>
  );
}

const columnsOf = (
  themes: readonly Omit<MatrixColumn, 'place'>[],
  rows: readonly MatrixRow[],
  isInUseOnly: boolean,
): readonly MatrixColumn[] => {
  const used = new Set(rows.flatMap(({ cells }) => cells.map(([place]) => place)));
  return themes.map((theme, place) => ({ ...theme, place })).filter(({ place }) => !isInUseOnly || used.has(place));
};

type PlaceDetailsProps = {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  readonly place: GridPlace;
};

/** What the chosen cell says, in words and with the ways on. */
function PlaceDetails({ columns, rows, place }: PlaceDetailsProps) {
  const row = rows[Math.max(0, Math.min(place.row, rows.length - 1))];
  const column = columns[place.column - 1];
  return (
    <div className="matrix-details">
      {row !== undefined && (
        <p>
          <a href={reviewHref(row.id, 'themes')}>{row.reference}</a>
          {row.label !== '' && ` ${row.label}`} · {row.typeShortName}
          {row.year !== null && `, ${row.year}`}
          {column === undefined ? (
            <>: {themeCount(row.cells.length)}</>
          ) : (
            <>
              {' · '}
              <a href={themeHref(column.id)}>{column.name}</a>: {cellWords(cellOf(row, column.place)).toLowerCase()}
            </>
          )}
        </p>
      )}
      <p className="ui-quiet">
        <span aria-hidden="true">●</span> the review is filed under the theme · <span aria-hidden="true">○</span> only
        some of its recommendations or actions are · a figure says how many of those
      </p>
    </div>
  );
}

const themeCount = (count: number): string => (count === 1 ? '1 theme' : `${count} themes`);
