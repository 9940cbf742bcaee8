import { errorToFailure } from '../../../app/failure-words.ts';

/** How the code is typed and read out: K7QP2-M4XR9. */
export const CODE_EXAMPLE = 'K7QP2-M4XR9';

export const triesInWords = (left: number): string =>
  left === 1 ? 'One try is left. After a wrong code the offer ends.' : `${left} tries are left.`;

/** The offer has ended by this refusal: there is nothing more to type. */
export const hasEndedBy = (error: unknown): boolean => errorToFailure(error)?.details['triesLeft'] === 0;
