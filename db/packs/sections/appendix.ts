/** What a reader needs to trust the pack: what its words mean, how it counts, what the register lacks, and where papers differ. */
import { formatDate } from '../../domain/partial-date.ts';
import { DIVISION_LABELS } from '../../domain/codes.ts';
import { clocksSetByHand, gaps } from './gaps.ts';
import type { PackSource, SectionWriter } from './source.ts';
import { statedFigures } from './stated-figures.ts';
import { wordsUsed } from './words-used.ts';

export const appendix: SectionWriter = (source) => ({
  id: 'appendix',
  heading: 'Appendix: definitions and data quality',
  blocks: [
    { kind: 'subheading', text: 'Words used' },
    wordsUsed(source),
    { kind: 'subheading', text: 'How days are counted' },
    { kind: 'list', items: countingRules(source) },
    { kind: 'subheading', text: 'Ratings' },
    {
      kind: 'paragraph',
      text: `The board rates by the scheme “${source.scheme.name}”. A rating that the board confirmed stands before the computed one; what an agency asserts is kept apart from both.`,
    },
    { kind: 'rag-key' },
    { kind: 'subheading', text: 'Data quality' },
    {
      kind: 'paragraph',
      text: 'What the register lacks or holds loosely. Nothing here was corrected or guessed: an imprecise date stays as it was written.',
    },
    gaps(source),
    clocksSetByHand(source),
    { kind: 'subheading', text: 'Discrepancies' },
    {
      kind: 'paragraph',
      text: 'Figures that a paper stated stand beside what the register counts. Neither is corrected to fit the other.',
    },
    statedFigures(source),
  ],
});

const yearOfDay = (day: string): number => Number(day.slice(0, 4));

const countingRules = ({ dataAsAt, calendar, scheme }: PackSource): readonly string[] => [
  `All figures are true for the end of ${formatDate(dataAsAt)}.`,
  'Days late and days delayed are calendar days unless a clock says working days.',
  `Working days are Monday to Friday without the bank holidays of ${DIVISION_LABELS[calendar.division]} and the board’s own closures (table ${calendar.tableVersion}).`,
  'The first day after an event is day 1, unless the clock says that the day of the event is.',
  'A clock of months ends on the same day of the month, or on its last day; an end on a weekend is left there.',
  `A date known only by month or year counts from its last day: what is due in “${yearOfDay(dataAsAt)}” is late from 1 January ${yearOfDay(dataAsAt) + 1}.`,
  ...(scheme.kind === 'schedule'
    ? [`An action is due soon within ${scheme.dueSoonDays} calendar days of its target.`]
    : []),
  'Percentages are whole, halves up, and always stand with both their numbers.',
];
