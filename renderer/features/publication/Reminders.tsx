import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listHref } from '../../app/links.ts';
import { api } from '../../client.ts';
import { Button, Section } from '../../ui/index.ts';
import { reviewName } from '../actions/review-name.ts';

const shownFirst = 4;

/** What needs doing about publication today: each opens the record of its review. */
export function Reminders() {
  const [showsAll, setShowsAll] = useState(false);
  const { data: reminders } = useQuery(api.publication.reminders.queryOptions());
  if (reminders === undefined) return null;
  const shown = showsAll ? reminders : reminders.slice(0, shownFirst);
  return (
    <Section heading="Reminders" count={reminders.length}>
      {reminders.length === 0 && (
        <p className="ui-quiet">
          Nothing to be reminded of: no review of a delay is overdue, no copies are due, no year on the website ends in
          the next 30 days.
        </p>
      )}
      <ul className="register-reminders">
        {shown.map((reminder) => (
          <li key={`${reminder.kind} ${reminder.reviewId} ${reminder.on ?? ''}`}>
            <a href={listHref('publication', { review: reminder.reviewId })}>{reviewName(reminder)}</a>{' '}
            <span>{reminder.words}.</span>
          </li>
        ))}
      </ul>
      {reminders.length > shownFirst && (
        <Button size="small" kind="quiet" aria-expanded={showsAll} onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? 'Fewer reminders' : `${(reminders.length - shownFirst).toLocaleString('en-GB')} more reminders`}
        </Button>
      )}
    </Section>
  );
}
