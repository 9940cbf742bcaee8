import type { FoundGroup, FoundRecord, Marked } from '../../db/contract/search.ts';
import type { RecentRecord } from '../../db/contract/workplace.ts';
import { FOUND_KIND_LABELS } from '../../db/domain/found-kinds.ts';
import type { IconName } from '../ui/index.ts';
import type { Command } from './commands.ts';
import { FOUND_ICONS, totalOfFound } from './found-words.ts';
import { goTo } from './go-to.ts';
import { findHref, recordHref } from './links.ts';

/** One line of the palette. */
export type Result = {
  readonly key: string;
  readonly group: string;
  readonly label: Marked;
  /** The words that were found, below the label. */
  readonly snippet?: Marked;
  readonly note?: string;
  readonly icon: IconName;
  readonly keys?: string | undefined;
  readonly run: () => void;
};

const plain = (text: string): Marked => [{ text, isMatch: false }];

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
  label: plain(label),
  icon,
  keys,
  run,
});

const foundToResult = ({ kind, id, title, context, snippet, link }: FoundRecord): Result => ({
  key: `${kind} ${id}`,
  group: FOUND_KIND_LABELS[kind],
  label: title,
  snippet,
  note: context,
  icon: FOUND_ICONS[kind],
  run: () => goTo(recordHref(link)),
});

const mostRecords = 20;
export const allFoundKey = 'all found';

/** The best of each kind until the palette is full, then the way to all of them. */
export const groupsToResults = (groups: readonly FoundGroup[], typed: string): readonly Result[] => {
  if (groups.length === 0) return [];
  const records = groups.flatMap(({ found }) => found.map(foundToResult)).slice(0, mostRecords);
  return [
    ...records,
    {
      key: allFoundKey,
      group: 'Find anything',
      label: plain('See all that was found'),
      note: totalOfFound(groups),
      icon: 'search',
      run: () => goTo(findHref(typed)),
    },
  ];
};

export const recentToResult = ({ kind, id, title, context, link }: RecentRecord): Result => ({
  key: `${kind} ${id}`,
  group: 'Recently opened',
  label: plain(title),
  note: context,
  icon: FOUND_ICONS[kind],
  run: () => goTo(recordHref(link)),
});

/** Results of one group stand together already; each group once, in the order of its first. */
export const groupResults = (
  results: readonly Result[],
): readonly { readonly group: string; readonly results: readonly Result[] }[] =>
  [...new Set(results.map(({ group }) => group))].map((group) => ({
    group,
    results: results.filter((result) => result.group === group),
  }));
