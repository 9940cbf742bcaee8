/** What bodies decided in the year about reviews, reports and the actions that answer them, each with its minute. */
import { APPROVAL_KIND_LABELS, PUBLICATION_DECISION_LABELS, type PublicationDecision } from '../../domain/codes.ts';
import { formatDate } from '../../domain/partial-date.ts';
import { proceedWords } from '../../domain/proceed-words.ts';
import { decidedWords } from '../../domain/waiting-decisions.ts';
import { placeInYear, type ReportedYear } from '../../domain/reported-year.ts';
import { type ApprovalRecord, approvalsWhere } from '../../service/ladder.ts';
import type { Reader } from '../../service/context.ts';
import { waitsSql } from '../../store/waiting-decisions.ts';
import type { PackBlock, PackTable } from '../model.ts';
import { actionsById } from '../since/action-names.ts';
import { column, date, text, withoutEmpty } from './cells.ts';
import type { PackSource } from './source.ts';

type Decision = {
  readonly date: string | null;
  readonly dateText: string | null;
  readonly body: string;
  readonly subject: string;
  readonly words: string;
  readonly minute: string;
};

export const decisionsOfYear = (source: PackSource, year: ReportedYear): readonly PackBlock[] => {
  const { reader } = source;
  const isInYear = (decision: Decision): boolean => placeInYear(year, decision.date) === 'in';
  const decisions = [
    ...approvalsGiven(source),
    ...proceedDecisions(reader),
    ...publicationDecisions(reader),
    ...boardResponses(reader),
    ...meetingDecisions(reader),
  ];
  const inYear = decisions
    .filter(isInYear)
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : a.date === b.date ? 0 : 1));
  const undated = decisions.filter(
    (decision) => placeInYear(year, decision.date, decision.dateText ?? 'undated') === 'unclear',
  );
  return [
    table(
      'annual-decisions',
      'Decisions in the year',
      inYear,
      'No decision on a review, a report or an action was taken in the year.',
    ),
    ...(undated.length === 0 ? [] : [table('annual-decisions-undated', 'Decisions without a clear date', undated, '')]),
  ];
};

/** Decisions of the year on single actions, in words, by the id of the action. */
export const actionDecisionsOfYear = (
  { reader }: PackSource,
  year: ReportedYear,
): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  const add = (actionId: string, on: string | null, words: readonly string[]): void => {
    if (placeInYear(year, on) !== 'in') return;
    found.set(actionId, [...(found.get(actionId) ?? []), `${words.filter(Boolean).join(', ')}.`]);
  };
  const number = reader.prepare<[string], { number: string }>('select number from actions where id = ?');
  for (const approval of approvalsWhere(reader, 'p.appliesTo = ?', 'action')) {
    const { actionId, body, date: on, dateText, minuteReference } = approval;
    const words = `${number.get(actionId ?? '')?.number ?? ''} ${decisionWords(approval)}`;
    add(actionId ?? '', on, [words, body, formatDate(on, dateText), minuteReference]);
  }
  for (const { actionId, date: on, dateText, body, words, minute } of meetingDecisions(reader))
    if (actionId !== null) add(actionId, on, [words.replace(/\.$/, ''), body, formatDate(on, dateText), minute]);
  return found;
};

const table = (id: string, caption: string, decisions: readonly Decision[], nil: string): PackTable =>
  withoutEmpty(['minute'], {
    kind: 'table',
    id,
    caption,
    columns: [
      column('date', 'Date', 'date', 3),
      column('body', 'Body', 'text', 4),
      column('subject', 'On', 'text', 4),
      column('decision', 'Decision', 'text', 7),
      column('minute', 'Minute', 'text', 3),
    ],
    rows: decisions.map((decision) => [
      decision.date === null && !decision.dateText
        ? { kind: 'date', sort: null, text: 'Not dated' }
        : date(decision.date, decision.dateText),
      text(decision.body),
      text(decision.subject),
      text(decision.words),
      text(decision.minute),
    ]),
    nil,
  });

/** Approvals of many actions on one day, by one body, under one minute, are one decision. */
const approvalsGiven = ({ reader, dataAsAt }: PackSource): readonly Decision[] => {
  const references = new Map(
    reader
      .prepare<[], { id: string; reference: string }>(
        'select id, reference from reviews union all select id, reference from externalReports',
      )
      .all()
      .map(({ id, reference }) => [id, reference]),
  );
  const approvals = approvalsWhere(reader, 'p.id <> ?', '');
  const actions = actionsById(
    reader,
    dataAsAt,
    approvals.flatMap(({ actionId }) => actionId ?? []),
  );
  const ofActions = Map.groupBy(
    approvals.filter(({ actionId }) => actions.has(actionId ?? '')),
    (approval) =>
      JSON.stringify([
        approval.date,
        approval.dateText,
        approval.body,
        decisionWords(approval),
        approval.minuteReference,
        actions.get(approval.actionId ?? '')?.origin,
      ]),
  );
  return [
    ...approvals
      .filter(({ actionId }) => actionId === null)
      .map((approval) => ({
        ...dated(approval),
        subject: `${references.get(approval.reviewId ?? approval.externalReportId ?? '') ?? ''}, ${approval.appliesTo === 'report' ? 'report' : 'action plan'}`,
        words: decisionWords(approval),
      })),
    ...[...ofActions.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const mine = group.flatMap(({ actionId }) => actions.get(actionId ?? '') ?? []);
      const numbers = mine.map(({ number }) => number).join(', ');
      const subject = `${mine[0]?.origin || 'No plan'}, ${mine.length === 1 ? 'action' : 'actions'} ${numbers}`;
      return [{ ...dated(first), subject, words: decisionWords(first) }];
    }),
  ];
};

const dated = ({ date: on, dateText, body, minuteReference }: ApprovalRecord) => ({
  date: on,
  dateText,
  body,
  minute: minuteReference,
});

const decisionWords = ({ kind, conditions, revokedOn, revokedReason, waits }: ApprovalRecord): string => {
  const parts = [
    APPROVAL_KIND_LABELS[kind],
    ...conditions.map(
      (condition) =>
        `on condition: ${condition.text.replace(/\.$/, '')} (${condition.dischargedOn === null ? 'outstanding' : `met ${formatDate(condition.dischargedOn)}`})`,
    ),
    waits ? 'waits to be settled' : '',
    revokedOn === null ? '' : `revoked ${formatDate(revokedOn)}: ${revokedReason}`,
  ];
  return parts.filter(Boolean).join('; ');
};

type Reasoned = Decision & { readonly decision: string; readonly basis: string; readonly waits: number };

const proceedDecisions = (reader: Reader): readonly Decision[] =>
  reader
    .prepare<[], Reasoned>(
      `select d.decidedOn as date, null as dateText, d.decidedBy as body, r.reference as subject, d.decision, d.reasons as basis,
         '' as minute, ${waitsSql('d')} as waits from proceedDecisions d join reviews r on r.id = d.reviewId
       where d.removed is null and r.removed is null order by d.id`,
    )
    .all()
    .map((row) => ({ ...row, words: withBasis(proceedWords(row.decision), row) }));

const publicationDecisions = (reader: Reader): readonly Decision[] =>
  reader
    .prepare<[], Reasoned>(
      `select d.decidedOn as date, d.decidedText as dateText, coalesce(b.name, nullif(d.agreedBy, ''), 'Not recorded') as body,
         r.reference || ', publication' as subject, d.decision, d.basis, '' as minute, ${waitsSql('d')} as waits
       from publicationDecisions d join reviews r on r.id = d.reviewId left join bodies b on b.id = d.bodyId
       where d.removed is null and r.removed is null order by d.id`,
    )
    .all()
    .map((row) => ({
      ...row,
      words: withBasis(PUBLICATION_DECISION_LABELS[row.decision as PublicationDecision], row),
    }));

const withBasis = (words: string, { basis, waits }: Reasoned): string =>
  decidedWords(basis === '' ? words : `${words}: ${basis}`, { waits: waits === 1 });

const boardResponses = (reader: Reader): readonly Decision[] =>
  reader
    .prepare<[], Decision>(
      `select s.agreedOn as date, null as dateText, coalesce(b.name, 'Not recorded') as body, r.reference || ', the board’s response' as subject,
         s.text as words, '' as minute from boardResponses s join reviews r on r.id = s.reviewId left join bodies b on b.id = s.bodyId
       where s.removed is null and r.removed is null and s.agreedOn is not null order by s.id`,
    )
    .all();

/** Decisions of meetings on one review, one report or one action, said by the decision itself or by its agenda item. */
const meetingDecisions = (reader: Reader): readonly (Decision & { readonly actionId: string | null })[] =>
  reader
    .prepare<[], Decision & { readonly actionId: string | null }>(
      `select a.id as actionId, m.date, m.dateText, b.name as body, coalesce(r.reference, x.reference, 'Action ' || a.number) as subject,
         d.text as words, d.minuteReference as minute
       from decisions d join meetings m on m.id = d.meetingId join bodies b on b.id = m.bodyId
       left join meetingItems i on i.id = d.meetingItemId and i.removed is null
       left join actions a on a.id = coalesce(d.actionId, i.actionId)
       left join recommendations c on c.id = a.recommendationId
       left join reviews r on r.id = coalesce(d.reviewId, i.reviewId, a.reviewId)
       left join externalReports x on x.id = coalesce(i.externalReportId, c.externalReportId)
       where d.removed is null and m.removed is null and coalesce(r.id, x.id, a.id) is not null
       order by m.date, d.position, d.id`,
    )
    .all();
