/** Counts of reviews that are not published, all of them together, so that what one table withholds no other gives away. */
import { PUBLICATION_STATE_LABELS, type PublicationState, STAGE_KIND_LABELS, STAGE_KINDS } from '../../domain/codes.ts';
import { type CountGiven, type KnownSum, WITHHELD_MARK, withheldCounts } from '../../domain/small-numbers.ts';
import type { PublicReviews, ReviewOfPublic } from '../../service/public-reviews.ts';
import type { PackCell } from '../model.ts';
import type { NameGuard } from './never-printed.ts';

export type PublicCount = CountGiven & { readonly label: string };

export type PublicCounts = {
  readonly total: PublicCount;
  readonly byType: readonly PublicCount[];
  readonly byStage: readonly PublicCount[];
  readonly byState: readonly PublicCount[];
  readonly delayedByReason: readonly PublicCount[];
  readonly live: PublicCount;
  readonly completeUnpublished: PublicCount;
  readonly ledElsewhere: PublicCount;
  /** In the reporting year. */
  readonly begunInYear: PublicCount;
  readonly completedInYear: PublicCount;
  /** A number, or "c" where it is withheld. */
  readonly cell: (count: PublicCount) => PackCell;
  readonly withheld: ReadonlySet<string>;
};

const LIVE_STAGES: ReadonlySet<string> = new Set(['referral', 'deciding', 'in-progress', 'report-agreed']);
const COMPLETE_STAGES: ReadonlySet<string> = new Set(['complete', 'closed']);

/** In the order that they are read; a report published to a few, or for a time that is over, is "published" to nobody here. */
const STATES = ['delayed', 'planned', 'not-yet-decided', 'not-to-be-published', 'taken-down', 'published'] as const;
const STATE_WORDS: Readonly<Partial<Record<PublicationState, string>>> = {
  published: 'Published anonymously, to a limited audience, or for a time that is over',
};

const groupsOf = <T>(
  reviews: readonly ReviewOfPublic[],
  keys: (review: ReviewOfPublic) => readonly T[],
): Map<T, number> => {
  const groups = new Map<T, number>();
  for (const review of reviews) for (const key of new Set(keys(review))) groups.set(key, (groups.get(key) ?? 0) + 1);
  return groups;
};

export const readPublicCounts = (
  { unpublished, limited }: PublicReviews,
  year: { readonly begun: number; readonly completed: number },
  names: NameGuard,
): PublicCounts => {
  const reviews = [...unpublished, ...limited];
  const count = (key: string, label: string, holds: (review: ReviewOfPublic) => boolean): PublicCount => ({
    key,
    label,
    value: reviews.filter(holds).length,
  });
  const total = count('total', 'All reviews that are not published', () => true);
  const byType = typesOf(reviews, names);
  const byStage = STAGE_KINDS.map((kind) =>
    count(`stage ${kind}`, STAGE_KIND_LABELS[kind], ({ stageKind }) => stageKind === kind),
  );
  const byState = STATES.map((state) =>
    count(
      `state ${state}`,
      STATE_WORDS[state] ?? PUBLICATION_STATE_LABELS[state],
      ({ publication }) => publication.reading.state === state,
    ),
  ).filter(({ key, value }) => key !== 'state published' || value > 0);
  const delayedByReason = reasonsOf(reviews, names);
  const live = count('live', 'Reviews under way', ({ stageKind }) => LIVE_STAGES.has(stageKind));
  const isComplete = ({ stageKind }: ReviewOfPublic): boolean => COMPLETE_STAGES.has(stageKind);
  const isWaiting = ({ publication }: ReviewOfPublic): boolean => publication.reading.completeAndUnpublished;
  const completeUnpublished = count('complete and unpublished', 'Reviews complete and not yet published', isWaiting);
  const ledElsewhere = count(
    'led elsewhere',
    'Reviews under way that another area leads',
    ({ lead, stageKind }) => lead === 'led-elsewhere' && LIVE_STAGES.has(stageKind),
  );
  const begunInYear: PublicCount = { key: 'begun', label: 'Reviews begun in the year', value: year.begun };
  const completedInYear: PublicCount = {
    key: 'completed',
    label: 'Reviews completed in the year',
    value: year.completed,
  };
  // Never printed, yet to be worked out from what is: other stages than live, own reviews among the live, and the complete ones that do not wait.
  const hidden: PublicCount[] = [
    { key: 'not live', label: '', value: total.value - live.value, isHidden: true },
    { key: 'led here', label: '', value: live.value - ledElsewhere.value, isHidden: true },
    {
      key: 'complete otherwise',
      label: '',
      value: reviews.filter((review) => isComplete(review) && !isWaiting(review)).length,
      isHidden: true,
    },
    {
      key: 'waiting in another stage',
      label: '',
      value: reviews.filter((review) => !isComplete(review) && isWaiting(review)).length,
      isHidden: true,
    },
  ];
  const keysOf = (counts: readonly PublicCount[], which: (key: string) => boolean = () => true): readonly string[] =>
    counts.map(({ key }) => key).filter(which);
  const stagesIn = (kinds: ReadonlySet<string>, isIn: boolean) =>
    keysOf(byStage, (key) => kinds.has(key.slice('stage '.length)) === isIn);
  const sums: KnownSum[] = [
    { total: 'total', parts: keysOf(byType) },
    { total: 'total', parts: keysOf(byStage) },
    { total: 'total', parts: keysOf(byState) },
    { total: 'total', parts: ['live', 'not live'] },
    { total: 'live', parts: stagesIn(LIVE_STAGES, true) },
    { total: 'not live', parts: stagesIn(LIVE_STAGES, false) },
    { total: 'live', parts: ['led elsewhere', 'led here'] },
    // Reasons overlap; reading them as a sum withholds one more of them, never one less.
    { total: 'state delayed', parts: keysOf(delayedByReason) },
    ...completeSums(hidden, stagesIn(COMPLETE_STAGES, true)),
  ];
  const counts = [
    total,
    ...byType,
    ...byStage,
    ...byState,
    ...delayedByReason,
    live,
    completeUnpublished,
    ledElsewhere,
    begunInYear,
    completedInYear,
    ...hidden,
    { key: 'all complete', label: '', value: reviews.filter(isComplete).length, isHidden: true },
  ];
  const withheld = withheldCounts(counts, sums);
  const cell = ({ key, value }: PublicCount): PackCell =>
    withheld.has(key)
      ? { kind: 'number', value: null, text: WITHHELD_MARK }
      : { kind: 'number', value, text: String(value) };
  return {
    total,
    byType,
    byStage,
    byState,
    delayedByReason,
    live,
    completeUnpublished,
    ledElsewhere,
    begunInYear,
    completedInYear,
    cell,
    withheld,
  };
};

/** Complete reviews are those that wait and the others, where none waits in a stage that is not complete. */
const completeSums = (hidden: readonly PublicCount[], stages: readonly string[]): readonly KnownSum[] => {
  const isExact = hidden.find(({ key }) => key === 'waiting in another stage')?.value === 0;
  return [
    { total: 'all complete', parts: stages },
    ...(isExact ? [{ total: 'all complete', parts: ['complete and unpublished', 'complete otherwise'] }] : []),
  ];
};

const OTHER = 'Other types of review';

/** Types under their names; those whose name is withheld, together. */
const typesOf = (reviews: readonly ReviewOfPublic[], names: NameGuard): readonly PublicCount[] =>
  [...groupsOf(reviews, ({ type }) => [names.printable(type) || OTHER])].map(([label, value]) => ({
    key: `type ${label}`,
    label,
    value,
  }));

const reasonsOf = (reviews: readonly ReviewOfPublic[], names: NameGuard): readonly PublicCount[] =>
  [
    ...groupsOf(reviews, ({ publication }) => {
      if (publication.reading.state !== 'delayed') return [];
      const open = publication.delays.filter((_, at) => publication.reading.delays[at]?.open);
      const reasons = open
        .flatMap((delay) => delay.reasons)
        .map(({ name }) => names.printable(name) || 'Another reason');
      return reasons.length === 0 ? ['No reason recorded'] : reasons;
    }),
  ]
    .map(([label, value]) => ({ key: `reason ${label}`, label, value }))
    // By name: the order of size would tell which of two withheld counts is the larger.
    .sort((a, b) => (a.label < b.label ? -1 : 1));
