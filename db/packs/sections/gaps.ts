/** Data-quality notes, computed from the board: what is missing or imprecise, how often, and where. */
import { earliestDay, formatDate } from '../../domain/partial-date.ts';
import { isComplete, isOpen } from '../../domain/action-states.ts';
import { actionsWhere } from '../../service/action-list.ts';
import { readingOf } from '../../service/review-detail.ts';
import { LABEL } from '../../service/review-names.ts';
import { reviewEvents } from '../../store/review-events.ts';
import type { Row } from '../../store/tables.ts';
import type { PackTable } from '../model.ts';
import { planAndNumber } from './action-words.ts';
import { column, date, number, shareWords, text, withoutEmpty } from './cells.ts';
import type { PackSource } from './source.ts';

type Gap = { readonly what: string; readonly of: string; readonly found: readonly string[]; readonly outOf: number };

/** How many records a gap names; the lists of the program have all of them. */
const NAMED = 5;

export const gaps = (source: PackSource): PackTable => ({
  kind: 'table',
  id: 'data-quality',
  caption: 'What is missing or imprecise',
  columns: [
    column('what', 'What', 'text', 6),
    column('count', 'How many', 'number', 2),
    column('share', 'Out of', 'text', 5),
    column('which', 'Which', 'text', 8),
  ],
  rows: [...gapsOfActions(source), ...gapsOfReviews(source)]
    .filter(({ found }) => found.length > 0)
    .map(({ what, of, found, outOf }) => [
      text(what),
      number(found.length),
      text(`${shareWords(found.length, outOf)} ${of}`),
      text(namedWords(found)),
    ]),
  nil: 'No gap was found: actions have dates, agencies and owners, reviews have owners and labels of their own, and dates are known to the day.',
});

/** "SCR 2014/01: 1.2; SCR 2014/01: 1.4; and 3 more". */
const namedWords = (found: readonly string[]): string => {
  const more = found.length - NAMED;
  return [...found.slice(0, NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
};

const isImprecise = (value: string | null): boolean => value !== null && value.length < 10;

const gapsOfActions = ({ reader, dataAsAt }: PackSource): readonly Gap[] => {
  const all = actionsWhere(reader, dataAsAt, '1');
  const open = all.filter(({ state }) => isOpen(state));
  const complete = all.filter(({ state }) => isComplete(state));
  const ofOpen = { of: 'open actions', outOf: open.length };
  const ofComplete = { of: 'actions signed off or embedded', outOf: complete.length };
  const name = planAndNumber;
  return [
    {
      ...ofOpen,
      what: 'Open action without a target date',
      found: open.filter(({ targetDay }) => targetDay === null).map(name),
    },
    {
      ...ofOpen,
      what: 'Target not known to the day',
      found: open.filter(({ targetDate }) => isImprecise(targetDate)).map(name),
    },
    {
      ...ofOpen,
      what: 'Open action without a lead agency',
      found: open.filter(({ leadAgencyId }) => leadAgencyId === null).map(name),
    },
    {
      ...ofOpen,
      what: 'Open action that nobody owns yet',
      // An agency that leads it stands as its owner in every list.
      found: open.filter((row) => row.ownerKind === 'nobody' && row.leadAgencyId === null).map(name),
    },
    {
      ...ofComplete,
      what: 'Signed off or embedded without evidence on record',
      found: complete.filter(({ evidenceCount }) => evidenceCount === 0).map(name),
    },
    {
      ...ofComplete,
      what: 'Signed off or embedded without a date',
      found: complete.filter(({ stateSince }) => stateSince === null).map(name),
    },
    {
      of: 'actions',
      outOf: all.length,
      what: 'State dated after the day of the data',
      found: all.filter(({ stateSince }) => stateSince !== null && earliestDay(stateSince) > dataAsAt).map(name),
    },
  ];
};

type Review = {
  readonly id: string;
  readonly caseId: string;
  readonly reference: string;
  readonly label: string;
  readonly ownerPost: string;
  readonly kind: string;
  readonly dated: number;
  readonly imprecise: number;
};

const gapsOfReviews = ({ reader }: PackSource): readonly Gap[] => {
  const reviews = reader
    .prepare<[], Review>(
      `select r.id, r.caseId, r.reference, ${LABEL} as label, r.ownerPost, g.kind,
         (select count(*) from milestones m where m.reviewId = r.id and m.removed is null and coalesce(m.date, m.dateText) is not null) as dated,
         (select count(*) from milestones m where m.reviewId = r.id and m.removed is null
           and coalesce(m.date, m.dateText) is not null and (m.date is null or length(m.date) < 10)) as imprecise
       from reviews r join stages g on g.id = r.stageId where r.removed is null order by r.reference, r.id`,
    )
    .all();
  const live = reviews.filter(({ kind }) => ['referral', 'deciding', 'in-progress', 'report-agreed'].includes(kind));
  const clashes = labelClashes(reviews);
  return [
    {
      of: 'live reviews',
      outOf: live.length,
      what: 'Live review without an owner',
      found: live.filter(({ ownerPost }) => ownerPost === '').map(({ reference }) => reference),
    },
    {
      of: 'reviews',
      outOf: reviews.length,
      what: 'Review without a label',
      found: reviews.filter(({ label }) => label === '').map(({ reference }) => reference),
    },
    {
      of: 'reviews',
      outOf: reviews.length,
      what: 'Label that another case has too',
      found: clashes.map(({ label, reference }) => `${label} (${reference})`),
    },
    {
      of: 'reviews',
      outOf: reviews.length,
      what: 'Review without any dated event',
      found: reviews.filter(({ dated }) => dated === 0).map(({ reference }) => reference),
    },
    {
      of: 'reviews',
      outOf: reviews.length,
      what: 'Review with events not known to the day',
      found: reviews.filter(({ imprecise }) => imprecise > 0).map(({ reference }) => reference),
    },
  ];
};

/** Reviews of different cases that the board calls by the same label: two children could be taken for one. */
const labelClashes = (reviews: readonly Review[]): readonly Review[] => {
  const byLabel = Map.groupBy(
    reviews.filter(({ label }) => label !== ''),
    ({ label }) => label.trim().toLowerCase(),
  );
  return [...byLabel.values()].filter((same) => new Set(same.map(({ caseId }) => caseId)).size > 1).flat();
};

/** Clocks whose due date was set or relaxed by a person: the register says so wherever the date stands. */
export const clocksSetByHand = ({ reader, dataAsAt, calendar }: PackSource): PackTable =>
  withoutEmpty(['label', 'relaxed'], {
    kind: 'table',
    id: 'clocks-set-by-hand',
    caption: 'Clocks overridden or relaxed',
    columns: [
      column('reference', 'Reference', 'text', 3),
      column('label', 'Label', 'text', 3),
      column('clock', 'Clock', 'text', 5),
      column('computed', 'By its rule', 'date', 3),
      column('due', 'Due by hand', 'date', 3),
      column('relaxed', 'Relaxed', 'text', 4),
      column('reason', 'Reason', 'text', 7),
    ],
    rows: reader
      .prepare<[], Row<'clocks'> & { reference: string; label: string }>(
        `select k.*, r.reference, ${LABEL} as label from clocks k join reviews r on r.id = k.reviewId
         where k.removed is null and r.removed is null and (k.overrideDueOn is not null or k.relaxationReason <> '')
         order by r.reference, k.position, k.id`,
      )
      .all()
      .map((clock) => {
        const reading = readingOf(clock, reviewEvents(reader, clock.reviewId), dataAsAt, calendar);
        return [
          text(clock.reference),
          text(clock.label),
          text(clock.name),
          date(reading.computedDueOn),
          date(clock.overrideDueOn),
          text(relaxedWords(clock)),
          text([clock.overrideReason, clock.relaxationReason].filter(Boolean).join(' ')),
        ];
      }),
    nil: 'No due date was set by hand, and no clock is relaxed.',
  });

const relaxedWords = ({ relaxationReason, relaxedUntil }: Row<'clocks'>): string => {
  if (relaxationReason === '') return '';
  return relaxedUntil === null ? 'For as long as it runs' : `Until ${formatDate(relaxedUntil)}`;
};
