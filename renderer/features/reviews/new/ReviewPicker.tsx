import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReviewRow } from '../../../../db/contract/reviews.ts';
import { api } from '../../../client.ts';
import { RadioGroup, TextField } from '../../../ui/index.ts';

export type ReviewPickerProps = {
  readonly label: string;
  readonly chosen: string | null;
  readonly onChoose: (reviewId: string) => void;
  readonly error?: string;
  readonly id?: string;
};

const shownAtOnce = 8;

/** Finds one review among thousands: type a label or reference, then choose with the arrow keys. */
export function ReviewPicker({ label, chosen, onChoose, error, id }: ReviewPickerProps) {
  const [find, setFind] = useState('');
  const [chosenBefore] = useState(chosen);
  const found = useQuery({
    ...api.reviews.list.queryOptions({
      input: {
        filter: find.trim() === '' ? {} : { find },
        sort: { by: 'reference', descending: true },
        limit: shownAtOnce,
      },
    }),
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.rows ?? [];
  // One that was chosen where this form was opened needs no list, until another is looked for.
  const isSettled = chosen !== null && chosen === chosenBefore && find === '';
  const isOutOfSight = chosen !== null && !rows.some((row) => row.id === chosen);
  return (
    <div className="new-review-picker" id={id}>
      <TextField
        label={label}
        hint="Type a label, a reference or a title."
        value={find}
        onChange={setFind}
        width="medium"
        error={error}
      />
      {(isSettled || isOutOfSight) && chosen !== null && <ChosenReview reviewId={chosen} />}
      {!isSettled && (
        <FoundReviews
          rows={rows}
          total={found.data?.total ?? 0}
          isPending={found.isPending}
          chosen={chosen}
          onChoose={onChoose}
        />
      )}
    </div>
  );
}

type FoundReviewsProps = Pick<ReviewPickerProps, 'chosen' | 'onChoose'> & {
  readonly rows: readonly ReviewRow[];
  readonly total: number;
  readonly isPending: boolean;
};

function FoundReviews({ rows, total, isPending, chosen, onChoose }: FoundReviewsProps) {
  if (rows.length === 0) return <p className="ui-quiet">{isPending ? 'Looking…' : 'No review matches.'}</p>;
  return (
    <>
      <RadioGroup label="Reviews found" hideLabel options={rows.map(rowToOption)} value={chosen} onChange={onChoose} />
      {total > shownAtOnce && (
        <p className="ui-quiet">
          {shownAtOnce} of {total.toLocaleString('en-GB')} are shown. Type more to narrow them.
        </p>
      )}
    </>
  );
}

function ChosenReview({ reviewId }: { readonly reviewId: string }) {
  const { data } = useQuery(api.reviews.get.queryOptions({ input: { id: reviewId } }));
  if (data === undefined) return null;
  return (
    <p>
      Chosen: <strong>{data.labels[0]?.label ?? 'No label'}</strong> · {data.review.reference}
    </p>
  );
}

const rowToOption = (row: ReviewRow) => ({
  key: row.id,
  label: `${row.label || 'No label'} · ${row.reference}`,
  note: `${row.reviewType}, ${row.stage.toLowerCase()}`,
});
