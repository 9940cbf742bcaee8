import { useQuery } from '@tanstack/react-query';
import { themeHref } from '../../app/links.ts';
import { api } from '../../client.ts';
import { RecurrencePill } from './RecurrencePill.tsx';

/** One line for each theme of a review: where else it was seen, and whether it came back after its actions were signed off. */
export function ThemeRecurrence({ reviewId }: { readonly reviewId: string }) {
  const { data } = useQuery(api.themes.recurrenceOfReview.queryOptions({ input: { reviewId } }));
  const recurring = (data ?? []).filter(({ mark }) => mark === 'recurs' || mark === 'after-sign-off');
  if (recurring.length === 0) return null;
  return (
    <ul className="theme-recurrence" aria-label="What recurs">
      {recurring.map(({ themeId, name, words, afterSignOff }) => (
        <li key={themeId}>
          <RecurrencePill mark={afterSignOff === null ? 'recurs' : 'after-sign-off'} />{' '}
          <a href={themeHref(themeId)}>{name}</a>: {words} {afterSignOff}
        </li>
      ))}
    </ul>
  );
}
