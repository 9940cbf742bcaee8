import type { PackSectionId } from '../../contract/packs.ts';
import { formatDate } from '../../domain/partial-date.ts';
import { yearWords } from '../../domain/reported-year.ts';
import type { Fact } from '../cover.ts';
import { yearOf } from './annual-year.ts';
import type { PackSource, SectionWriter } from './source.ts';

/** What the pack's own properties do not say already: writers print those, and the key, on the cover themselves. */
export const cover: SectionWriter = (source) => ({
  id: 'cover',
  heading: source.options.title,
  blocks: [{ kind: 'facts', facts: timeCovered(source) }],
});

/** The year that an annual report is on, and the period since the last meeting where a section speaks of it. */
const timeCovered = (source: PackSource): readonly Fact[] => {
  const { dataAsAt, options, since } = source;
  const ofYear = options.sections.filter((section) => ANNUAL.has(section)).length;
  const others = options.sections.filter((section) => section !== 'cover' && section !== 'appendix').length - ofYear;
  return [
    ...(ofYear > 0 ? [{ label: 'Year', value: yearWords(yearOf(source)) }] : []),
    ...(ofYear === 0 || others > 0
      ? [{ label: 'Period', value: `${formatDate(since.day)} to ${formatDate(dataAsAt)} (${since.words})` }]
      : []),
  ];
};

const ANNUAL: ReadonlySet<PackSectionId> = new Set(['annual-figures', 'annual-record', 'annual-improvements']);
