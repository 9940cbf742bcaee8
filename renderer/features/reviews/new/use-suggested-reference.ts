import { useQuery } from '@tanstack/react-query';
import { api } from '../../../client.ts';

/** The next free reference of the type; empty until it is known. */
export const useSuggestedReference = (reviewTypeId: string | null): string => {
  const { data } = useQuery({
    ...api.reviews.suggestReference.queryOptions({ input: { reviewTypeId: reviewTypeId ?? '' } }),
    enabled: reviewTypeId !== null,
  });
  return data?.reference ?? '';
};
