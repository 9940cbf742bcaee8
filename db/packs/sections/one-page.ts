/**
 * What somebody reads who reads one page. Must hold: in a board pack it fits one upright page, so no table but the figures, the
 * worst few by name, and no statement that another section of the same pack makes.
 */
import type { PackSectionId } from '../../contract/packs.ts';
import { formatDate } from '../../domain/partial-date.ts';
import { countOf, withThe } from '../../domain/plain-words.ts';
import { askedOfBodies } from '../../service/asked-of-bodies.ts';
import { lateThings } from '../../service/overview.ts';
import { allReviews } from '../../service/review-list.ts';
import { statementsInShort } from '../../domain/statements.ts';
import { stateOfProgress, stateOfPublication } from '../../service/statements.ts';
import type { PackBlock } from '../model.ts';
import { changesInShort } from '../since/blocks.ts';
import type { PackSource, SectionWriter } from './source.ts';
import { stagesInWords } from './stage-table.ts';

const EXCEPTIONS_NAMED = 3;
const DECISIONS_NAMED = 4;

export const onePage: SectionWriter = (source) => ({
  id: 'one-page',
  heading: 'On one page',
  blocks: [
    figures(source),
    ...inWords(source),
    ...whatChanged(source),
    ...decisionsSought(source),
    ...exceptions(source),
  ],
});

const figures = ({ reader, dataAsAt, overview }: PackSource): PackBlock => {
  const { counts } = overview();
  const elsewhere = allReviews(reader, dataAsAt, { live: true, lead: ['led-elsewhere'] }).length;
  return {
    kind: 'figures',
    caption: 'Where the board stands',
    figures: [
      {
        label: 'Reviews that are live',
        value: counts.liveReviews,
        outOf: counts.reviews,
        note: elsewhere === 0 ? 'of all reviews' : `of all reviews; ${elsewhere} led elsewhere`,
      },
      {
        label: 'Reviews complete, not published',
        value: counts.completeUnpublished,
        outOf: counts.reviews,
        note: null,
      },
      {
        label: 'Clocks past their due date',
        value: counts.breachedClocks,
        outOf: null,
        note: 'neither stopped nor relaxed',
      },
      { label: 'Actions open', value: counts.openActions, outOf: counts.actions, note: 'of all actions' },
      { label: 'Open actions overdue', value: counts.overdueActions, outOf: counts.openActions, note: null },
      {
        label: 'Open, no update received',
        value: counts.noUpdateActions,
        outOf: counts.openActions,
        note: 'since asked',
      },
      { label: 'Open, no target date', value: counts.noTargetActions, outOf: counts.openActions, note: null },
      { label: 'Open, awaiting sign-off', value: counts.awaitingSignOffActions, outOf: counts.openActions, note: null },
    ],
  };
};

const inWords = (source: PackSource): PackBlock[] => {
  const { reader, dataAsAt } = source;
  const statements = [
    ...stagesInWords(source),
    ...statementsInShort([
      ...(prints(source, 'live-reviews') ? [] : stateOfProgress(reader)),
      ...(prints(source, 'publication') ? [] : stateOfPublication(reader, dataAsAt)),
    ]),
  ];
  return statements.length === 0 ? [] : [{ kind: 'paragraph', text: statements.join(' ') }];
};

const prints = ({ options }: PackSource, section: PackSectionId): boolean => options.sections.includes(section);

/** In the words of the section “What changed”, from the same reading. */
const whatChanged = ({ since, changes }: PackSource): PackBlock[] => {
  const { wasRecorded } = changes();
  return [
    { kind: 'subheading', text: `What changed since ${formatDate(since.day)}` },
    ...(wasRecorded ? [] : [{ kind: 'paragraph' as const, text: BY_DATES }]),
    { kind: 'paragraph', text: changesInShort(changes()).join(' ') },
  ];
};

const BY_DATES = 'The board was not recorded here yet on that day: this is by the dates that records carry.';

const decisionsSought = (source: PackSource): PackBlock[] => {
  const { reader, options } = source;
  const asked = askedOfBodies(reader).filter(({ body }) => body === options.body);
  const plans = asked.filter(({ appliesTo }) => appliesTo !== 'action').map(({ title }) => `${title}.`);
  const actions = new Set(asked.flatMap((of) => of.actions.map(({ id }) => id))).size;
  const see = prints(source, 'sign-off') ? ': see “Items for sign-off”' : '';
  const ofActions =
    actions === 0 ? [] : [`${countOf(actions, 'action waits', 'actions wait')} for its decision${see}.`];
  const sought = [...worst(plans, DECISIONS_NAMED, see), ...ofActions];
  return [
    { kind: 'subheading', text: 'Decisions sought' },
    sought.length === 0
      ? { kind: 'nil', text: `No report, plan or action waits for a decision of ${withThe(options.body)}.` }
      : { kind: 'list', items: sought },
  ];
};

const exceptions = (source: PackSource): PackBlock[] => {
  const { reader, dataAsAt, calendar, overview } = source;
  const late = lateThings(reader, dataAsAt, calendar).map(({ subject, words }) => `${subject}: ${words}.`);
  if (late.length === 0) {
    return [
      { kind: 'subheading', text: 'Exceptions' },
      { kind: 'nil', text: `Nothing is late${silenceWords(overview().counts.noUpdateActions)}.` },
    ];
  }
  const see = prints(source, 'exceptions') ? ': see “Exceptions”' : '';
  return [
    { kind: 'subheading', text: 'Exceptions, oldest first' },
    { kind: 'list', items: worst(late, EXCEPTIONS_NAMED, see) },
  ];
};

const silenceWords = (silent: number): string =>
  silent === 0
    ? ''
    : `; for ${countOf(silent, 'open action', 'open actions')} no update has come since it was asked for`;

/** The first of them, with how many more there are and where they stand. */
const worst = (items: readonly string[], named: number, see: string): readonly string[] =>
  items.length <= named ? items : [...items.slice(0, named), `And ${items.length - named} more${see}.`];
