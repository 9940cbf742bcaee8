import { formatDate } from '../../domain/partial-date.ts';

/** The plan an action belongs to: a reference, or a body with the date of its meeting in words. */
export const planName = (origin: string): string =>
  origin === ''
    ? 'No plan'
    : origin.replace(/ (\d{4}-\d{2}(?:-\d{2})?)$/, (_, date: string) => `, ${formatDate(date)}`);
