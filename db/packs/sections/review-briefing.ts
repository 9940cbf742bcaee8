/** One review on a page or two, for a chair or an inspector who asks about nothing else. */
import type { ReviewDetail } from '../../contract/reviews.ts';
import {
  ACTION_STATE_LABELS,
  AGENCY_RESPONSE_LABELS,
  APPROVAL_KIND_LABELS,
  type ApprovalKind,
  EVENT_KIND_LABELS,
  PUBLICATION_DECISION_LABELS,
  type PublicationDecision,
} from '../../domain/codes.ts';
import { isComplete, isSetAside } from '../../domain/action-states.ts';
import { formatDate } from '../../domain/partial-date.ts';
import { capitalised } from '../../domain/plain-words.ts';
import { readReview } from '../../service/review-detail.ts';
import { Failure } from '../../store/failure.ts';
import type { PackBlock, PackTable } from '../model.ts';
import { ownerWords } from './action-words.ts';
import { column, date, dateOr, number, rag, shareWords, target, text, withoutEmpty } from './cells.ts';
import { conditionWords } from './decisions.ts';
import { readReviewNames } from './review-names.ts';
import type { PackSource, SectionWriter } from './source.ts';

export const reviewBriefing: SectionWriter = (source) => {
  const { reviewId } = source.options;
  if (reviewId === null) {
    return {
      id: 'review-briefing',
      heading: 'Briefing on one review',
      blocks: [{ kind: 'nil', text: 'No review was chosen. Choose the review that the briefing is about.' }],
    };
  }
  const detail = chosenReview(source, reviewId);
  return {
    id: 'review-briefing',
    heading: `Briefing on ${detail.review.reference}`,
    blocks: [
      { kind: 'facts', facts: facts(source, detail) },
      ...clocks(detail),
      story(detail),
      { kind: 'subheading', text: 'Publication' },
      { kind: 'paragraph', text: publicationWords(detail) },
      delays(detail),
      { kind: 'subheading', text: 'Recommendations and actions' },
      recommendations(detail),
      actions(source, detail),
      { kind: 'subheading', text: 'Approvals' },
      ...ladders(detail),
      approvals(detail),
    ],
  };
};

/** Fails with bad-input where no such review is on the register on the day of the data. */
const chosenReview = ({ reader, dataAsAt, calendar }: PackSource, reviewId: string): ReviewDetail => {
  const live = reader
    .prepare<[string], { id: string }>('select id from reviews where id = ? and removed is null')
    .get(reviewId);
  if (live === undefined) {
    const problem = `The review that was chosen is not on the register on ${formatDate(dataAsAt)}.`;
    throw new Failure('bad-input', { problem, field: 'reviewId' });
  }
  return readReview(reader, dataAsAt, calendar, reviewId);
};

const facts = (source: PackSource, detail: ReviewDetail) => {
  const { review, siblings, themes, agencyReports } = detail;
  const name = readReviewNames(source).get(review.id);
  const stage = source.reader
    .prepare<[string], { name: string }>('select name from stages where id = ?')
    .get(review.stageId);
  const regime = source.reader
    .prepare<[string | null], { name: string }>('select name from regimes where id = ?')
    .get(review.regimeId);
  const accepted = agencyReports.filter(({ acceptedOn }) => acceptedOn !== null).length;
  const period = [formatDate(review.periodFrom), formatDate(review.periodUntil)].filter(Boolean).join(' to ');
  const all: readonly (readonly [string, string])[] = [
    ['Review', name?.subject || review.reference],
    ['Type', [name?.type, regime?.name].filter(Boolean).join('; ')],
    ['Stage', stage?.name ?? ''],
    ['Owner', review.ownerPost || 'Nobody yet'],
    ['Author', review.leadReviewerPost],
    ['Commissioned by', review.commissioner],
    ['Trigger', review.trigger],
    ['Method', review.method],
    ['Period under review', period],
    ['Agency reports accepted', agencyReports.length === 0 ? '' : shareWords(accepted, agencyReports.length)],
    ['Other reviews of the case', siblings.map(({ reference, stage: at }) => `${reference} (${at})`).join('; ')],
    ['Themes', themes.map((theme) => theme.name).join('; ') || 'None filed'],
  ];
  return all.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
};

/** Clocks that began; those that wait for an event are counted in words under them. */
const clocks = ({ clocks: readings }: ReviewDetail): readonly PackBlock[] => {
  const waiting = readings.filter(({ state }) => state === 'waiting');
  const table: PackTable = {
    kind: 'table',
    id: 'briefing-clocks',
    caption: 'Its clocks',
    columns: [
      column('clock', 'Clock', 'text', 5),
      column('used', 'Days used', 'number', 2),
      column('due', 'Due', 'date', 3),
      column('state', 'Where it stands', 'text', 7),
      column('source', 'Source', 'text', 5),
    ],
    rows: readings
      .filter((reading) => !waiting.includes(reading))
      .map((reading) => [
        text(reading.name),
        number(reading.used),
        date(reading.dueOn),
        text(clockWords(reading)),
        text(`${reading.source}${reading.confirmed ? '' : ' (not confirmed)'}`),
      ]),
    nil: 'No clock of this review has begun.',
  };
  return waiting.length === 0
    ? [table]
    : [table, { kind: 'paragraph', text: `Waiting to begin: ${waiting.map(({ name }) => name).join('; ')}.` }];
};

const clockWords = ({ words, overridden, clock }: ReviewDetail['clocks'][number]): string => {
  const reason = overridden && !words.includes(clock.overrideReason) ? `Set by hand: ${clock.overrideReason}.` : '';
  return [`${words}.`, reason].filter(Boolean).join(' ');
};

const story = ({ milestones }: ReviewDetail): PackTable =>
  withoutEmpty(['forecast', 'note'], {
    kind: 'table',
    id: 'briefing-story',
    caption: 'Its story',
    columns: [
      column('event', 'Event', 'text', 5),
      column('on', 'Date', 'date', 3),
      column('forecast', 'Forecast', 'date', 3),
      column('note', 'Note', 'text', 7),
    ],
    rows: milestones.map((milestone) => [
      text(milestone.name || EVENT_KIND_LABELS[milestone.kind]),
      dateOr(milestone.date, milestone.dateText, 'Not yet'),
      date(milestone.forecast, milestone.forecastText),
      text(milestone.note),
    ]),
    nil: 'No event of this review is recorded.',
  });

/** "Delayed …. Decided 3 May 2026: full report." */
const publicationWords = ({ publication: { words, decisions } }: ReviewDetail): string => {
  const last = decisions.at(-1);
  const decided =
    last === undefined
      ? 'How it is to be published has not been decided.'
      : `Decided ${formatDate(last.decidedOn, last.decidedText) || 'on a day not recorded'}: ${PUBLICATION_DECISION_LABELS[last.decision as PublicationDecision].toLowerCase()}.`;
  return [words === '' ? '' : `${words.replace(/\.$/, '')}.`, decided].filter(Boolean).join(' ');
};

/** "Verdict in the trial, 3 May 2026", or that it has not come. */
const untilWords = ({ endedOn, expectedEndEvent }: ReviewDetail['publication']['delays'][number]): string =>
  [capitalised(expectedEndEvent), endedOn === null ? 'not ended' : formatDate(endedOn)].filter(Boolean).join(', ');

const delays = ({ publication }: ReviewDetail): PackTable =>
  withoutEmpty(['told', 'interim'], {
    kind: 'table',
    id: 'briefing-delays',
    caption: 'Delays of its publication',
    columns: [
      column('reason', 'Reason', 'text', 5),
      column('since', 'Since', 'date', 3),
      column('days', 'Calendar days', 'number', 2),
      column('ends', 'Until', 'text', 4),
      column('told', 'Who was told', 'text', 4),
      column('interim', 'Interim learning', 'text', 4),
    ],
    rows: publication.delays.map((delay) => [
      text([delay.reasons.map(({ name }) => name).join('; '), delay.explanation].filter(Boolean).join(': ')),
      date(delay.since, delay.sinceText),
      number(delay.days),
      text(untilWords(delay)),
      text(
        delay.notices
          .map(({ told, toldOn, toldText }) => [told, formatDate(toldOn, toldText)].filter(Boolean).join(', '))
          .join('; '),
      ),
      text(delay.interimLearning),
    ]),
    nil: 'Its publication has not been delayed.',
  });

const recommendations = ({ recommendations: made, actions: all }: ReviewDetail): PackTable => ({
  kind: 'table',
  id: 'briefing-recommendations',
  caption: 'Its recommendations',
  columns: [
    column('number', 'No.', 'text', 1.5),
    column('recommendation', 'Recommendation', 'text', 9),
    column('answers', 'Answers of agencies', 'text', 6),
    column('actions', 'Actions complete', 'text', 4),
  ],
  rows: made.map((recommendation) => {
    const counted = all.filter((row) => row.recommendationId === recommendation.id && !isSetAside(row.state));
    const complete = counted.filter(({ state }) => isComplete(state)).length;
    return [
      text(recommendation.number),
      text(recommendation.text),
      text(answersWords(recommendation.responses)),
      text(
        [
          recommendation.alreadyInPlace === 1 ? 'In place when received' : '',
          counted.length === 0 && recommendation.alreadyInPlace === 1 ? '' : actionWords(complete, counted.length),
        ]
          .filter(Boolean)
          .join('; '),
      ),
    ];
  }),
  nil: 'The review has made no recommendation.',
});

type Response = ReviewDetail['recommendations'][number]['responses'][number];

/** "Accepted: Police; Housing. Rejected: Probation (not ours to change)." */
const answersWords = (responses: readonly Response[]): string => {
  if (responses.length === 0) return 'No agency is asked';
  const named = ({ agency, rationale }: Response): string =>
    rationale === '' ? agency : `${agency} (${rationale.replace(/\.$/, '')})`;
  return [...Map.groupBy(responses, ({ response }) => response)]
    .map(([response, same]) => {
      const answer = response === null ? 'No answer yet' : AGENCY_RESPONSE_LABELS[response];
      return `${answer}: ${same.map(named).join('; ')}.`;
    })
    .join(' ');
};

const actionWords = (complete: number, counted: number): string =>
  counted === 0 ? 'No action answers it' : shareWords(complete, counted);

const actions = ({ scheme }: PackSource, { actions: all }: ReviewDetail): PackTable => ({
  kind: 'table',
  id: 'briefing-actions',
  caption: 'Its actions',
  columns: [
    column('number', 'No.', 'text', 1.5),
    column('action', 'Action', 'text', 8),
    column('owner', 'Lead', 'text', 4),
    column('target', 'Target', 'date', 3),
    column('state', 'State', 'text', 3),
    column('rag', 'RAG', 'rag', 3.6),
  ],
  rows: all.map((row) => [
    text(row.number),
    text(row.text),
    text(row.leadAgency ?? ownerWords(row)),
    target(row),
    text(ACTION_STATE_LABELS[row.state]),
    rag(row.rag, scheme.levels),
  ]),
  nil: 'The review has no action.',
});

/** A plan that nobody has begun waits for no body, whatever the ladder asks of plans. */
const ladders = (detail: ReviewDetail): readonly PackBlock[] => {
  const hasPlan =
    detail.recommendations.length > 0 ||
    detail.actions.length > 0 ||
    detail.approvals.some(({ appliesTo }) => appliesTo === 'plan');
  const items = detail.ladders
    .filter(({ words }) => words !== '')
    .map(({ appliesTo, words }) =>
      appliesTo === 'report' ? `Report: ${words}.` : `Action plan: ${hasPlan ? words : 'There is none yet'}.`,
    );
  return items.length === 0 ? [] : [{ kind: 'list', items }];
};

const approvals = ({ approvals: given }: ReviewDetail): PackTable =>
  withoutEmpty(['minute', 'note'], {
    kind: 'table',
    id: 'briefing-approvals',
    caption: 'Approvals of its report and plan',
    columns: [
      column('decision', 'Decision', 'text', 5),
      column('body', 'Body', 'text', 4),
      column('on', 'Date', 'date', 3),
      column('minute', 'Minute', 'text', 2),
      column('conditions', 'Conditions', 'text', 6),
      column('note', 'Note', 'text', 4),
    ],
    rows: given
      .filter(({ appliesTo }) => appliesTo !== 'action')
      .map((approval) => [
        text(
          [
            `${approval.appliesTo === 'report' ? 'Report' : 'Action plan'}: ${APPROVAL_KIND_LABELS[approval.kind as ApprovalKind].toLowerCase()}`,
            approval.revokedOn === null ? '' : `revoked ${formatDate(approval.revokedOn)}`,
            approval.waits ? 'waits to be settled' : '',
          ]
            .filter(Boolean)
            .join(', '),
        ),
        text(approval.body),
        date(approval.date, approval.dateText),
        text(approval.minuteReference),
        text(approval.conditions.map(conditionWords).join(' ') || 'None'),
        text(approval.note),
      ]),
    nil: 'No body has approved its report or plan yet.',
  });
