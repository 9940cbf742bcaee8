/**
 * A pack as at a past day may hold what was public then. Must hold: it tells nobody what is not public any more, because words were
 * withdrawn or edited, a report taken down, or a name or place put right since. An issued pack made again is not asked: it is out.
 */
import { formatDate } from '../../domain/partial-date.ts';
import { countOf, joinWords } from '../../domain/plain-words.ts';
import { Failure } from '../../store/failure.ts';
import type { PackSource } from '../sections/source.ts';
import { actionsOf } from './public-plans.ts';
import { type PublicReading, readPublic } from './public-reading.ts';

/** Fails with bad-input, naming the field. */
export const refuseNoLongerPublic = (source: PackSource): void => {
  if (source.now === null) return;
  const then = toldIn(readPublic(source));
  const now = toldIn(readPublic({ ...source, ...source.now, now: null }));
  const gone = KINDS.flatMap(({ kind, singular, plural }) => {
    const isGone = (of: string): boolean => kind === 'names' && !now.names.has(of);
    const count = [...then[kind]].filter(
      ([of, words]) => words !== '' && !isGone(of) && now[kind].get(of) !== words,
    ).length;
    return count === 0 ? [] : [countOf(count, singular, plural)];
  });
  if (gone.length === 0) return;
  throw new Failure('bad-input', {
    problem: `Not all that was public on ${formatDate(source.dataAsAt)} is public now as it was then: ${joinWords(gone)} would be told again.`,
    field: 'asAt',
    advice: 'Nothing was written. Make the pack as at today. A pack that was issued is made again from the register.',
  });
};

const KINDS = [
  { kind: 'published', singular: 'report', plural: 'reports' },
  { kind: 'names', singular: 'reference, title or place', plural: 'references, titles or places' },
  { kind: 'texts', singular: 'released text', plural: 'released texts' },
] as const;

/** What the public is told of each record, by its id. */
type Told = Readonly<Record<(typeof KINDS)[number]['kind'], ReadonlyMap<string, string>>>;

const toldIn = ({ published, reports, plans }: PublicReading): Told => {
  const recommendations = plans.flatMap((plan) => plan.recommendations);
  const words = [...published, ...recommendations, ...plans.flatMap(actionsOf)];
  return {
    published: new Map([...published, ...reports].map(({ id }) => [id, id])),
    names: new Map([
      ...published.flatMap(({ id, reference, place }) => [
        [`${id} reference`, reference] as const,
        [`${id} place`, place] as const,
      ]),
      ...reports.map(({ id, title }) => [id, title] as const),
    ]),
    texts: new Map(words.map((one) => [one.id, one.words ?? ''])),
  };
};
