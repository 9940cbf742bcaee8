import { errorToFailure, errorToWords } from '../../app/failure-words.ts';

/** What a person has answered so far. */
export type Answers = {
  readonly acceptRemovals?: boolean;
  readonly acceptClock?: boolean;
  readonly itMatches?: boolean;
};

export type Question = {
  /** The answer that lets it go on. */
  readonly answer: 'acceptRemovals' | 'acceptClock';
  readonly words: string;
  /** What was taken in before it, if anything. */
  readonly kept: string;
};

/** What a person may answer with yes is a question; everything else that is refused is an end. */
export const questionOf = (error: unknown): Question | null => {
  const answer = ANSWERS[String(errorToFailure(error)?.details['code'])];
  if (answer === undefined) return null;
  const { happened, advice } = errorToWords(error);
  return { answer, words: happened, kept: advice };
};

const ANSWERS: Readonly<Record<string, Question['answer']>> = {
  'many-removals': 'acceptRemovals',
  'clock-ahead': 'acceptClock',
};
