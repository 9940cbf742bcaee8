import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../client.ts';
import type { FieldWords } from '../../ui/index.ts';
import { FindComboBox } from './FindComboBox.tsx';
import { reviewName } from './review-name.ts';

type FindReviewProps = FieldWords & {
  readonly value: string | null;
  readonly onChange: (reviewId: string | null) => void;
  readonly autoFocus?: boolean;
};

const offered = 20;

export function FindReview({ value, onChange, ...words }: FindReviewProps) {
  const [find, setFind] = useState('');
  const { data } = useQuery({
    ...api.reviews.list.queryOptions({
      input: { filter: { find: value === null ? find : '' }, offset: 0, limit: offered },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <FindComboBox
      {...words}
      options={(data?.rows ?? []).map((review) => ({
        key: review.id,
        label: reviewName(review),
        note: review.reviewType,
      }))}
      find={find}
      onFind={setFind}
      value={value}
      onChange={(option) => onChange(option?.key ?? null)}
    />
  );
}
