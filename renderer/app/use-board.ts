import { useSuspenseQuery } from '@tanstack/react-query';
import type { BoardData } from '../../db/contract/board.ts';
import { api } from '../client.ts';

/** The board with all that lists to choose from are made of. Waits for it where it is first used; the frame asks first. */
export const useBoard = (): BoardData => useSuspenseQuery(api.board.get.queryOptions()).data;
