/** Decisions of bodies that were recorded or revoked. */
import { APPROVAL_KIND_LABELS } from '../../domain/codes.ts';
import { withThe } from '../../domain/plain-words.ts';
import { decidedWords } from '../../domain/waiting-decisions.ts';
import { type ApprovalRecord, approvalsWhere } from '../../service/ladder.ts';
import type { Reader } from '../../service/context.ts';
import { actionsById, actionSubject } from './action-names.ts';
import type { ApprovalChange } from './model.ts';
import { type Comparison, isNewIn, liesIn, when } from './period.ts';

const all = (reader: Reader): readonly ApprovalRecord[] => approvalsWhere(reader, 'p.id <> ?', '');

export const approvalChanges = (comparison: Comparison): readonly ApprovalChange[] => {
  const { now, earlier: then } = comparison;
  const isNew = isNewIn(comparison, 'approvals');
  const revokedThen = new Set(
    then === null
      ? []
      : then.reader
          .prepare<[], { id: string }>('select id from approvals where removed is null and revokedOn is not null')
          .all()
          .map(({ id }) => id),
  );
  const isRevoked = ({ id, revokedOn }: ApprovalRecord): boolean =>
    revokedOn !== null && (then === null ? liesIn(comparison, revokedOn) : !revokedThen.has(id));
  const approvals = all(now.reader);
  const given = approvals.filter(({ id, date }) => isNew(id, date));
  const revoked = approvals.filter(isRevoked);
  const subjectOf = subjects(comparison, [...given, ...revoked]);
  return [
    ...given.map((approval) => ({
      change: 'given' as const,
      subject: subjectOf(approval),
      words: `${wordsOf(approval)}${openConditions(approval)}`,
      when: when(approval.date, approval.dateText),
      minute: approval.minuteReference,
      reason: approval.note,
    })),
    ...revoked.map((approval) => ({
      change: 'revoked' as const,
      subject: subjectOf(approval),
      words: wordsOf(approval),
      when: when(approval.revokedOn),
      minute: approval.minuteReference,
      reason: approval.revokedReason,
    })),
  ];
};

const wordsOf = ({ kind, body, waits }: ApprovalRecord): string =>
  decidedWords(`${APPROVAL_KIND_LABELS[kind]} by ${withThe(body)}`, { waits });

const openConditions = ({ conditions }: ApprovalRecord): string => {
  const open = conditions
    .filter(({ dischargedOn }) => dischargedOn === null)
    .map(({ text }) => text.replace(/\.$/, ''));
  return open.length === 0 ? '' : `, on condition: ${open.join('; ')}`;
};

const subjects = (
  { now }: Comparison,
  approvals: readonly ApprovalRecord[],
): ((approval: ApprovalRecord) => string) => {
  const references = new Map(
    now.reader
      .prepare<[], { id: string; reference: string }>(
        'select id, reference from reviews union all select id, reference from externalReports',
      )
      .all()
      .map(({ id, reference }) => [id, reference]),
  );
  const actions = actionsById(
    now.reader,
    now.day,
    approvals.flatMap(({ actionId }) => actionId ?? []),
  );
  return ({ appliesTo, reviewId, externalReportId, actionId }) => {
    const action = actions.get(actionId ?? '');
    if (action !== undefined) return actionSubject(action);
    const reference = references.get(reviewId ?? externalReportId ?? '') ?? '';
    return [reference, appliesTo === 'report' ? 'report' : 'action plan'].filter(Boolean).join(', ');
  };
};
