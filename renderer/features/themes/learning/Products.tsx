import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProductFilter } from '../../../../db/contract/themes.ts';
import { type FilterKinds, searchToFilter } from '../../../app/list-search.ts';
import { Failure } from '../../../app/Failure.tsx';
import { useBoard } from '../../../app/use-board.ts';
import { api } from '../../../client.ts';
import { Button, FilterBar, SearchField, Section, Skeleton } from '../../../ui/index.ts';
import { ChoiceChip } from '../../reviews/ChoiceChip.tsx';
import { FlagChip } from '../../reviews/FlagChip.tsx';
import { AddInline } from '../../reviews/review/AddInline.tsx';
import { ThemeChip } from '../ThemeChip.tsx';
import { useThemesSearch } from '../themes-search.ts';
import { NewProduct } from './NewProduct.tsx';
import { ProductTable, productKinds } from './ProductTable.tsx';

type Filter = Pick<ProductFilter, 'kind' | 'interim' | 'themeId'>;
const kinds: FilterKinds<Filter> = { kind: 'list', interim: 'flag', themeId: 'text' };
const step = 50;

/** What the learning was turned into: briefings, training, guidance. */
export function Products() {
  const [search, change] = useThemesSearch();
  const { themes } = useBoard();
  const [find, setFind] = useState('');
  const [limit, setLimit] = useState(step);
  const filter = searchToFilter<Filter>(search, kinds);
  const { data, error, refetch } = useQuery({
    ...api.themes.products.queryOptions({ input: { filter: { ...filter, find }, offset: 0, limit } }),
    placeholderData: keepPreviousData,
  });
  const isNarrowed = find.trim() !== '' || Object.keys(filter).length > 0;
  return (
    <Section heading="Learning products" count={data?.of}>
      <FilterBar
        label="Filters of learning products"
        search={<SearchField label="Find in learning products" value={find} onChange={setFind} />}
        count={data === undefined ? '' : `${data.total} of ${data.of}`}
      >
        <ChoiceChip
          label="Kind"
          options={productKinds}
          chosen={filter.kind ?? []}
          onChange={(chosen) => change({ kind: chosen.join(',') })}
        />
        <FlagChip
          label="Interim"
          isOn={filter.interim === true}
          onChange={(isOn) => change({ interim: isOn ? 'true' : '' })}
        />
        <ThemeChip themes={themes} themeId={filter.themeId ?? null} onChange={(themeId) => change({ themeId })} />
      </FilterBar>
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={4} />}
      {data !== undefined && (
        <ProductTable
          products={data.rows}
          whenEmpty={
            isNarrowed
              ? 'No learning product matches these filters.'
              : 'Nothing is recorded as shared yet. A briefing, a training day, new guidance: each belongs here with its audience and reach.'
          }
        />
      )}
      {data !== undefined && data.rows.length < data.total && (
        <Button size="small" onPress={() => setLimit((now) => Math.min(now * 2, 1000))}>
          Show more
        </Button>
      )}
      <AddInline label="Add a learning product">{(close) => <NewProduct onClose={close} />}</AddInline>
    </Section>
  );
}
