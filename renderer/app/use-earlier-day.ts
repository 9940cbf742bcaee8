import { useQuery } from '@tanstack/react-query';
import { api } from '../client.ts';

/** The earlier day that the whole board is looked at as of; null for today. The data process says which, for every window alike. */
export const useEarlierDay = (): string | null => useQuery(api.asAt.status.queryOptions()).data?.day ?? null;
