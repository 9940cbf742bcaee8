import { showToast } from '../ui/index.ts';

/** A refusal where there is no field to say it beside. */
export const showProblem = (message: string): void => {
  showToast({ message, isProblem: true });
};
