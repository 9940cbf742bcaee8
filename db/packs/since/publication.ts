/** Delays that began and ended, and reports that were published, taken down or decided against. */
import type { PublicationState } from '../../domain/codes.ts';
import { earliestDay } from '../../domain/partial-date.ts';
import { type Publications, readPublications, type ReviewPublication } from '../../service/publication-readings.ts';
import type { DelayChange, PublicationChange, ReviewNamed } from './model.ts';
import { type Comparison, liesIn, namedReviews, when } from './period.ts';

type Delay = ReviewPublication['delays'][number];

const readBoth = ({
  earlier: then,
  now,
}: Comparison): { readonly before: Publications | null; readonly after: Publications } => ({
  before: then === null ? null : readPublications(then.reader, then.day),
  after: readPublications(now.reader, now.day),
});

type Standing = 'to-come' | 'open' | 'over';

const standings = (publications: Publications, day: string): ReadonlyMap<string, Standing> =>
  new Map(
    [...publications.values()].flatMap(({ delays, reading }) =>
      delays.map((delay, at): [string, Standing] => {
        if (reading.delays[at]?.open) return [delay.id, 'open'];
        return [delay.id, delay.since !== null && earliestDay(delay.since) > day ? 'to-come' : 'over'];
      }),
    ),
  );

export const delayChanges = (comparison: Comparison): readonly DelayChange[] => {
  const { before, after } = readBoth(comparison);
  const then: ReadonlyMap<string, Standing> = before === null ? new Map() : standings(before, comparison.from);
  const now = standings(after, comparison.now.day);
  const names = namedReviews(comparison.now.reader);
  const changes = [...after.values()].flatMap((publication) => {
    const name = names.get(publication.reviewId);
    if (name === undefined) return [];
    return publication.delays.flatMap((delay, at) => {
      const [was, is] = [then.get(delay.id) ?? 'to-come', now.get(delay.id) ?? 'to-come'];
      const isBegun = before === null ? liesIn(comparison, delay.since) : was === 'to-come' && is !== 'to-come';
      const isEnded = before === null ? liesIn(comparison, delay.endedOn) : was !== 'over' && is === 'over';
      return [
        ...(isBegun ? [begun(name, delay)] : []),
        ...(isEnded ? [ended(name, delay, publication, publication.reading.delays[at]?.days ?? null)] : []),
      ];
    });
  });
  return [...changes, ...removedDelays(before, now, names)].sort((a, b) =>
    a.change < b.change ? -1 : a.change > b.change ? 1 : 0,
  );
};

const reasonsOf = (delay: Delay): string => delay.reasons.map(({ name }) => name).join('; ') || 'Reason not recorded';

const begun = (name: ReviewNamed, delay: Delay): DelayChange => ({
  ...name,
  change: 'begun',
  reasons: reasonsOf(delay),
  when: when(delay.since, delay.sinceText),
  event: delay.expectedEndEvent,
  days: null,
});

/** A delay without an end of its own ends with the publication, or with the decision against it. */
const ended = (name: ReviewNamed, delay: Delay, publication: ReviewPublication, days: number | null): DelayChange => ({
  ...name,
  change: 'ended',
  reasons: reasonsOf(delay),
  when: when(delay.endedOn ?? publication.record?.publishedOn ?? null),
  event: delay.endedBy || (delay.endedOn === null ? publication.reading.words : ''),
  days,
});

/** Taken out of the record since: said too, or the figures would not add up. */
const removedDelays = (
  before: Publications | null,
  now: ReadonlyMap<string, Standing>,
  names: ReadonlyMap<string, ReviewNamed>,
): readonly DelayChange[] =>
  [...(before?.values() ?? [])].flatMap(({ reviewId, delays, reading }) => {
    const name = names.get(reviewId);
    if (name === undefined) return [];
    return delays
      .filter(({ id }, at) => reading.delays[at]?.open && !now.has(id))
      .map((delay) => ({
        ...begun(name, delay),
        change: 'ended' as const,
        when: when(null),
        event: 'Removed from the record',
      }));
  });

const SETTLED: readonly PublicationState[] = ['published', 'taken-down', 'not-to-be-published'];

export const publicationChanges = (comparison: Comparison): readonly PublicationChange[] => {
  const { before, after } = readBoth(comparison);
  const names = namedReviews(comparison.now.reader);
  return [...names.values()].flatMap((name) => {
    const publication = after.get(name.reviewId);
    if (publication === undefined) return [];
    const was = before?.get(name.reviewId)?.reading.state ?? 'not-yet-decided';
    const is = publication.reading.state;
    if (!SETTLED.includes(is) || was === is) return [];
    const steps: readonly PublicationChange['change'][] =
      is === 'taken-down' && was !== 'published' ? ['published', is] : [is as PublicationChange['change']];
    return steps
      .map((step) => settled(name, publication, step))
      .filter((change) => before !== null || liesIn(comparison, change.when.sort));
  });
};

const settled = (
  name: ReviewNamed,
  { record, decisions, reading }: ReviewPublication,
  change: PublicationChange['change'],
): PublicationChange => {
  const decision = decisions.at(-1);
  switch (change) {
    case 'published':
      return {
        ...name,
        change,
        when: when(record?.publishedOn ?? null, record?.publishedText ?? null),
        words: record?.place ?? '',
      };
    case 'taken-down':
      return { ...name, change, when: when(record?.takenDownOn ?? null), words: reading.words };
    case 'not-to-be-published':
      return {
        ...name,
        change,
        when: when(decision?.decidedOn ?? null, decision?.decidedText ?? null),
        words: decision?.basis ?? '',
      };
  }
};
