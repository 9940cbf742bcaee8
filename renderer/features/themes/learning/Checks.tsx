import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CheckFilter } from '../../../../db/contract/themes.ts';
import { type FilterKinds, searchToFilter } from '../../../app/list-search.ts';
import { Failure } from '../../../app/Failure.tsx';
import { api } from '../../../client.ts';
import { Button, FilterBar, SearchField, Section, Skeleton } from '../../../ui/index.ts';
import { ChoiceChip } from '../../reviews/ChoiceChip.tsx';
import { labelsToOptions } from '../../reviews/labels-to-options.ts';
import { AddInline } from '../../reviews/review/AddInline.tsx';
import { useThemesSearch } from '../themes-search.ts';
import { CheckTable, checkResults } from './CheckTable.tsx';
import { NewCheck } from './NewCheck.tsx';

type Filter = Pick<CheckFilter, 'state' | 'result' | 'themeId'>;
const kinds: FilterKinds<Filter> = { state: 'list', result: 'list', themeId: 'text' };
const states = labelsToOptions({ planned: 'Planned', overdue: 'Planned day gone by', checked: 'Checked' });
const step = 50;

/** Whether the change worked: asked, planned, found. The theme chosen above narrows these as well. */
export function Checks() {
  const [search, change] = useThemesSearch();
  const [find, setFind] = useState('');
  const [limit, setLimit] = useState(step);
  const filter = searchToFilter<Filter>(search, kinds);
  const { data, error, refetch } = useQuery({
    ...api.themes.checks.queryOptions({ input: { filter: { ...filter, find }, offset: 0, limit } }),
    placeholderData: keepPreviousData,
  });
  const isNarrowed = find.trim() !== '' || Object.keys(filter).length > 0;
  const list = (key: 'state' | 'result') => ({
    chosen: filter[key] ?? [],
    onChange: (chosen: readonly string[]): void => change({ [key]: chosen.join(',') }),
  });
  return (
    <Section
      heading="Impact checks"
      count={data?.of}
      note="Did practice change? A later audit answers, not the action’s completion."
    >
      <FilterBar
        label="Filters of impact checks"
        search={<SearchField label="Find in impact checks" value={find} onChange={setFind} />}
        count={data === undefined ? '' : `${data.total} of ${data.of}`}
      >
        <ChoiceChip label="State" options={states} {...list('state')} />
        <ChoiceChip label="Result" options={checkResults} {...list('result')} />
      </FilterBar>
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={4} />}
      {data !== undefined && (
        <CheckTable
          checks={data.rows}
          whenEmpty={
            isNarrowed
              ? 'No impact check matches these filters.'
              : 'No check is planned yet. Plan one for each theme whose actions are signed off.'
          }
        />
      )}
      {data !== undefined && data.rows.length < data.total && (
        <Button size="small" onPress={() => setLimit((now) => Math.min(now * 2, 1000))}>
          Show more
        </Button>
      )}
      <AddInline label="Plan an impact check">{(close) => <NewCheck onClose={close} />}</AddInline>
    </Section>
  );
}
