/** The record of the year that the annual report must hold: recommendations of local and national reviews, the answers, the actions, the decisions. */
import {
  ACTION_STATE_LABELS,
  AGENCY_RESPONSE_LABELS,
  AGENCY_RESPONSES,
  type AgencyResponse,
} from '../../domain/codes.ts';
import { formatDate } from '../../domain/partial-date.ts';
import { placeInYear, type ReportedYear } from '../../domain/reported-year.ts';
import { isCompleteAtEnd, isSetAsideAtEnd, readYearActions, type YearAction } from '../../service/year-actions.ts';
import type { PackBlock, PackTable } from '../model.ts';
import { actionDecisionsOfYear, decisionsOfYear } from './annual-decisions.ts';
import { countedYear, yearBlock } from './annual-year.ts';
import { column, share, text } from './cells.ts';
import type { PackSource, SectionWriter } from './source.ts';

export const annualRecord: SectionWriter = (source) => {
  const year = countedYear(source);
  const plans = readPlans(source, year);
  const decisions = actionDecisionsOfYear(source, year);
  const local = plans.filter(({ isLocal }) => isLocal);
  const others = plans.filter(({ isLocal }) => !isLocal);
  return {
    id: 'annual-record',
    heading: 'Decisions and actions on recommendations',
    blocks: [
      yearBlock(source),
      {
        kind: 'paragraph',
        text: 'It holds every recommendation that was there by the end of the year and was not finished before it began. Actions stand as they stood when the year ended; those set aside (superseded, rejected or another area’s) are named and not counted.',
      },
      figures(plans),
      { kind: 'subheading', text: 'Local reviews' },
      record('annual-record-local', 'Recommendations of local reviews', 'Review', local, year, decisions),
      { kind: 'subheading', text: 'National reviews and other reports' },
      record('annual-record-national', 'Recommendations of other reports', 'Report', others, year, decisions),
      { kind: 'subheading', text: 'Decisions' },
      ...decisionsOfYear(source, year),
    ],
  };
};

type Recommendation = {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly reference: string;
  readonly isLocal: boolean;
  readonly alreadyInPlace: boolean;
  readonly alreadyInPlaceNote: string;
  readonly answers: readonly Answer[];
  readonly actions: readonly YearAction[];
};

type Answer = {
  readonly recommendationId: string;
  readonly agency: string;
  readonly response: AgencyResponse | null;
  readonly rationale: string;
  readonly respondedOn: string | null;
};

type Stored = Omit<Recommendation, 'answers' | 'actions' | 'isLocal' | 'alreadyInPlace'> & {
  readonly reviewId: string | null;
  readonly alreadyInPlace: number;
  /** When it came to be, at the latest: the report agreed or complete, or another body's received. */
  readonly madeOn: string | null;
  /** The report of its review is still to be agreed. */
  readonly isDraft: number;
};

const readPlans = ({ reader }: PackSource, year: ReportedYear): readonly Recommendation[] => {
  const actions = Map.groupBy(readYearActions(reader, year), ({ recommendationId }) => recommendationId);
  const answers = Map.groupBy(
    reader
      .prepare<[], Answer>(
        `select s.recommendationId, g.name as agency, s.response, s.rationale, s.respondedOn from recommendationResponses s
         join agencies g on g.id = s.agencyId where s.removed is null order by g.name, s.id`,
      )
      .all(),
    ({ recommendationId }) => recommendationId,
  );
  return reader
    .prepare<[], Stored>(
      `select c.id, c.number, c.text, c.reviewId, c.alreadyInPlace, c.alreadyInPlaceNote, coalesce(r.reference, x.reference) as reference,
         coalesce((select min(m.date) from milestones m where m.reviewId = r.id and m.removed is null
           and m.kind in ('report-agreed', 'action-plan-agreed', 'completed')), x.receivedOn, x.publishedOn) as madeOn,
         coalesce(g.kind in ('referral', 'deciding', 'in-progress'), 0) as isDraft
       from recommendations c left join reviews r on r.id = c.reviewId and r.removed is null
       left join stages g on g.id = r.stageId
       left join externalReports x on x.id = c.externalReportId and x.removed is null
       where c.removed is null and coalesce(r.id, x.id) is not null
       order by c.reviewId is null, coalesce(r.reference, x.reference), c.position, c.id`,
    )
    .all()
    .filter((recommendation) => wasMade(recommendation, actions.get(recommendation.id) ?? [], year))
    .map(({ reviewId, alreadyInPlace, madeOn: _, isDraft: __, ...recommendation }) => ({
      ...recommendation,
      isLocal: reviewId !== null,
      alreadyInPlace: alreadyInPlace === 1,
      answers: answers.get(recommendation.id) ?? [],
      actions: actions.get(recommendation.id) ?? [],
    }))
    .filter(({ actions: mine }) => !wasFinishedBefore(mine, year));
};

/** It was there by the end of the year; of a report that is still a draft, an action that had begun by then says so. */
const wasMade = ({ madeOn, isDraft }: Stored, actions: readonly YearAction[], year: ReportedYear): boolean => {
  if (madeOn === null && isDraft === 1) return actions.some(({ stateOn }) => stateOn !== null);
  return placeInYear(year, madeOn) !== 'after';
};

/** Every action of it was done with before the year began. */
const wasFinishedBefore = (actions: readonly YearAction[], year: ReportedYear): boolean =>
  actions.length > 0 &&
  actions.every(
    (action) =>
      (isCompleteAtEnd(action) && (action.signedOff === 'before' || action.embedded === 'before')) ||
      (isSetAsideAtEnd(action) && placeInYear(year, action.stateOn) === 'before'),
  );

const figures = (plans: readonly Recommendation[]): PackBlock => {
  const actions = plans.flatMap((plan) => plan.actions.filter((action) => !isSetAsideAtEnd(action)));
  const asked = plans.flatMap(({ answers }) => answers);
  return {
    kind: 'figures',
    caption: 'The record in figures',
    figures: [
      {
        label: 'Recommendations of local reviews',
        value: plans.filter(({ isLocal }) => isLocal).length,
        outOf: plans.length,
        note: 'of all recommendations in the record',
      },
      {
        label: 'Answers given',
        value: asked.filter(({ response }) => response !== null).length,
        outOf: asked.length,
        note: 'of those that agencies were asked for',
      },
      {
        label: 'Recommendations with an action, or in place already',
        value: plans.filter((plan) => plan.actions.length > 0 || plan.alreadyInPlace).length,
        outOf: plans.length,
        note: null,
      },
      {
        label: 'Actions signed off or embedded when the year ended',
        value: actions.filter(isCompleteAtEnd).length,
        outOf: actions.length,
        note: 'of actions not set aside',
      },
    ],
  };
};

const record = (
  id: string,
  caption: string,
  source: string,
  plans: readonly Recommendation[],
  year: ReportedYear,
  decisions: ReadonlyMap<string, readonly string[]>,
): PackTable => ({
  kind: 'table',
  id,
  caption,
  columns: [
    column('source', source, 'text', 2.8),
    column('number', 'No.', 'text', 1.6),
    column('recommendation', 'Recommendation', 'text', 7),
    column('answer', 'Answer', 'text', 8),
    column('actions', `Actions and their state on ${formatDate(year.until)}`, 'text', 20),
    column('complete', 'Complete', 'text', 3.6),
    column('decisions', 'Decisions on its actions', 'text', 4.4),
  ],
  rows: plans.map((plan) => [
    text(plan.reference),
    text(plan.number),
    text(plan.text),
    text(answerWords(plan)),
    text(plan.actions.map(actionWords).join('\n') || 'No action'),
    share(
      plan.actions.filter(isCompleteAtEnd).length,
      plan.actions.filter((action) => !isSetAsideAtEnd(action)).length,
    ),
    text(plan.actions.flatMap(({ id: actionId }) => decisions.get(actionId) ?? []).join('\n') || 'None of their own'),
  ]),
  nil: `No recommendation of a ${source.toLowerCase() === 'review' ? 'local review' : 'national review or other report'} was open in the year.`,
});

/** "Accepted: Police, Housing.", one line for each answer; a reason stands behind its agency. */
const answerWords = ({ answers, alreadyInPlace, alreadyInPlaceNote }: Recommendation): string => {
  const inPlace = alreadyInPlace
    ? [`Already in place when received${alreadyInPlaceNote === '' ? '' : `: ${withoutStop(alreadyInPlaceNote)}`}.`]
    : [];
  const given = [...AGENCY_RESPONSES, null].flatMap((response) => {
    const agencies = answers
      .filter((answer) => answer.response === response)
      .map(({ agency, rationale }) => `${agency}${rationale === '' ? '' : ` (${withoutStop(rationale)})`}`);
    const words = response === null ? 'No answer yet' : AGENCY_RESPONSE_LABELS[response];
    return agencies.length === 0 ? [] : [`${words}: ${agencies.join(', ')}.`];
  });
  return [...inPlace, ...given].join('\n') || 'No agency was asked';
};

const withoutStop = (words: string): string => words.replace(/\.$/, '');

/** "1.2 Brief all teams (Police): signed off 13 September 2026." */
const actionWords = (action: YearAction): string => {
  const lead = action.leadAgency === null ? 'no lead agency' : action.leadAgency;
  return `${action.number} ${withoutStop(action.text)} (${lead}): ${stateWords(action)}.`;
};

const stateWords = (action: YearAction): string => {
  if (action.stateAtEnd === null) return `not known then, ${ACTION_STATE_LABELS[action.state].toLowerCase()} since`;
  const state = ACTION_STATE_LABELS[action.stateAtEnd].toLowerCase();
  return [state, formatDate(action.stateOn)].filter(Boolean).join(' ');
};
