import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { countOf } from '../../../../db/domain/plain-words.ts';

/** Lateness first, in words, before anything else of the review. Nothing when nothing is late. */
export function WhatIsLate({ detail: { clocks, actions, publication } }: { readonly detail: ReviewDetail }) {
  const overdue = actions.filter(({ daysLate }) => (daysLate ?? 0) > 0);
  const lines = [
    ...clocks.filter(({ state }) => state === 'breached').map(({ name, words }) => `${name}: ${words}`),
    ...publication.delays
      .filter(({ reviewOverdue }) => reviewOverdue)
      .map(({ words }) => `The review of a publication delay is overdue. ${words}`),
    ...(overdue.length === 0 ? [] : [`${countOf(overdue.length, 'action is', 'actions are')} overdue`]),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="review-late" aria-label="What is late">
      {lines.map((line) => (
        <li key={line}>
          <span aria-hidden="true">▲</span>
          <span>{line.replace(/\.?$/, '.')}</span>
        </li>
      ))}
    </ul>
  );
}
