import type { ReleasedOf } from '../../../db/contract/released-texts.ts';

/** What words for the public are about. */
export type ReleasedSubject = {
  readonly of: ReleasedOf;
  /** As it stands in a sentence: "recommendation 3", "LR 2025/01". */
  readonly what: string;
};

/** Where an unfinished text about it is kept. */
export const draftPlace = ({ of }: ReleasedSubject): string => `words for the public on ${Object.values(of)[0]}`;
