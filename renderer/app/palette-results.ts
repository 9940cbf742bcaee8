import type { ActionRow } from '../../db/contract/actions.ts';
import type { ReviewRow } from '../../db/contract/reviews.ts';
import type { IconName } from '../ui/index.ts';
import type { Command } from './commands.ts';
import { goTo } from './go-to.ts';
import { actionHref, reviewHref } from './links.ts';

/** One line of the palette. */
export type Result = {
  readonly key: string;
  readonly group: string;
  readonly label: string;
  readonly note?: string;
  readonly icon: IconName;
  readonly keys?: string | undefined;
  readonly run: () => void;
};

/** Commands whose words each begin a word of the label: "n r" finds "Record a new review". In their own order. */
export const findCommands = (commands: readonly Command[], typed: string): readonly Command[] => {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ label }) => {
    const words = label.toLowerCase().split(/[\s:]+/);
    return wanted.every((want) => words.some((word) => word.startsWith(want)));
  });
};

export const commandToResult = ({ key, group, label, icon, keys, run }: Command): Result => ({
  key,
  group,
  label,
  icon,
  keys,
  run,
});

export const reviewToResult = (review: ReviewRow): Result => ({
  key: `review ${review.id}`,
  group: 'Reviews',
  label: [review.reference, review.label].filter(Boolean).join(' · '),
  note: [review.typeShortName, review.stage].filter(Boolean).join(', '),
  icon: 'reviews',
  run: () => goTo(reviewHref(review.id)),
});

const longestLabel = 90;

export const actionToResult = (action: ActionRow): Result => ({
  key: `action ${action.id}`,
  group: 'Actions',
  label: `${action.number} ${action.text.length > longestLabel ? `${action.text.slice(0, longestLabel).trimEnd()}…` : action.text}`,
  note: [action.origin, action.leadAgency].filter(Boolean).join(', '),
  icon: 'actions',
  run: () => goTo(actionHref(action.id)),
});

/** Results of one group stand together already; each group once, in the order of its first. */
export const groupResults = (
  results: readonly Result[],
): readonly { readonly group: string; readonly results: readonly Result[] }[] =>
  [...new Set(results.map(({ group }) => group))].map((group) => ({
    group,
    results: results.filter((result) => result.group === group),
  }));
