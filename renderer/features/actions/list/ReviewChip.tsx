import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../client.ts';
import { Checkbox, FilterChip, SearchField } from '../../../ui/index.ts';
import { reviewName } from '../review-name.ts';

type ReviewChipProps = { readonly chosen: readonly string[]; readonly onChange: (chosen: readonly string[]) => void };

const offered = 12;

/** A filter by review: there may be thousands, so they are found by typing. */
export function ReviewChip({ chosen, onChange }: ReviewChipProps) {
  const [find, setFind] = useState('');
  const [first = ''] = chosen;
  const { data: named } = useQuery({
    ...api.reviews.get.queryOptions({ input: { id: first } }),
    enabled: chosen.length === 1,
  });
  const value = chosen.length > 1 ? `${chosen.length} reviews` : (named?.review.reference ?? 'one review');
  return (
    <FilterChip label="Review" value={chosen.length === 0 ? undefined : value} onClear={() => onChange([])}>
      <div className="ui-stack-tight">
        <SearchField label="Find a review" value={find} onChange={setFind} autoFocus />
        <ReviewChoices find={find} chosen={chosen} onChange={onChange} />
      </div>
    </FilterChip>
  );
}

function ReviewChoices({ find, chosen, onChange }: ReviewChipProps & { readonly find: string }) {
  const { data } = useQuery({
    ...api.reviews.list.queryOptions({ input: { filter: { find }, offset: 0, limit: offered } }),
    placeholderData: keepPreviousData,
  });
  const choose = (id: string, isChosen: boolean): void =>
    onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id));
  if (data === undefined) return <p className="ui-quiet">Looking…</p>;
  if (data.rows.length === 0) return <p className="ui-quiet">No review matches.</p>;
  return (
    <>
      {data.rows.map((review) => (
        <Checkbox
          key={review.id}
          isSelected={chosen.includes(review.id)}
          onChange={(isChosen) => choose(review.id, isChosen)}
        >
          {reviewName(review)}
        </Checkbox>
      ))}
      {data.total > data.rows.length && (
        <p className="ui-quiet">{(data.total - data.rows.length).toLocaleString('en-GB')} more: type to find one.</p>
      )}
    </>
  );
}
