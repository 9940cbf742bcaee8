import { useState } from 'react';
import type { ActionDetail } from '../../../../db/contract/actions.ts';
import { APPROVAL_KIND_LABELS, type ApprovalKind } from '../../../../db/domain/codes.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { decidedWords } from '../../../../db/domain/waiting-decisions.ts';
import { Button, dateInWords, Section } from '../../../ui/index.ts';
import { ApprovalForm, type ApprovalStep, type ApprovalSubject } from '../acts/ApprovalDialog.tsx';
import { DischargeDialog } from '../acts/DischargeDialog.tsx';
import { RevokeDialog } from '../acts/RevokeDialog.tsx';
import type { PartProps } from './ActionBody.tsx';

type Approval = ActionDetail['approvals'][number];
type Opened =
  | { readonly what: 'record'; readonly step?: ApprovalStep }
  | { readonly what: 'revoke'; readonly approval: Approval }
  | { readonly what: 'discharge'; readonly condition: Approval['conditions'][number] };

export function ApprovalsPart({ detail: { action, approvals, ladder } }: PartProps) {
  return (
    <ApprovalsSection
      approvals={approvals}
      ladder={ladder}
      level={3}
      isReadOnly={action.removed !== null}
      of={{ appliesTo: 'action', actionIds: [action.id] }}
      words={`action ${action.number}`}
    />
  );
}

type ApprovalsSectionProps = {
  readonly approvals: readonly Approval[];
  readonly ladder: Pick<ActionDetail['ladder'], 'words' | 'steps'>;
  readonly level: 2 | 3;
  readonly isReadOnly: boolean;
  /** What is decided on, and its words: "action 4.2". */
  readonly of: ApprovalSubject;
  readonly words: string;
};

/** The ladder with what is still outstanding on it, and every decision that was recorded. */
export function ApprovalsSection(props: ApprovalsSectionProps) {
  const { approvals, ladder, level, isReadOnly, of, words } = props;
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = (): void => setOpened(null);
  return (
    <Section
      heading="Approvals"
      count={approvals.length}
      level={level}
      note={ladder.steps.length === 0 ? ladder.words : undefined}
      actions={
        !isReadOnly && (
          <Button size="small" kind="quiet" icon="add" onPress={() => setOpened({ what: 'record' })}>
            Record
          </Button>
        )
      }
    >
      {ladder.steps.length > 0 && (
        <ol className="action-ladder">
          {ladder.steps.map(({ id, body, bodyId, kind, state, words: stepWords }) => (
            <li key={id} data-state={state}>
              <span className="action-ladder-mark" aria-hidden="true">
                {marks[state] ?? '○'}
              </span>
              <span className="action-ladder-words">{stepWords}</span>
              {state !== 'met' && !isReadOnly && (
                <Button
                  size="small"
                  kind="quiet"
                  onPress={() => setOpened({ what: 'record', step: { bodyId, kind: kind as ApprovalKind } })}
                  aria-label={`Record: ${body}`}
                >
                  Record
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      <ol className="action-entries">
        {approvals.toReversed().map((approval) => (
          <ApprovalItem key={approval.id} approval={approval} onOpen={setOpened} />
        ))}
      </ol>
      {opened?.what === 'record' && <ApprovalForm of={of} words={words} step={opened.step} onClose={close} />}
      {opened?.what === 'revoke' && (
        <RevokeDialog approval={opened.approval} isOfAction={of.appliesTo === 'action'} onClose={close} />
      )}
      {opened?.what === 'discharge' && <DischargeDialog condition={opened.condition} onClose={close} />}
    </Section>
  );
}

const marks: Readonly<Record<string, string>> = { met: '✓', 'met-with-conditions': '◐', deferred: '◷', rejected: '✕' };

type ApprovalItemProps = { readonly approval: Approval; readonly onOpen: (opened: Opened) => void };

function ApprovalItem({ approval, onOpen }: ApprovalItemProps) {
  const { kind, body, date, dateText, minuteReference, note, revokedOn, revokedReason, conditions } = approval;
  const on = dateInWords({ date, text: dateText }) || 'no date';
  const minute = minuteReference === '' ? '' : `, minute ${minuteReference}`;
  return (
    <li>
      <div className="action-entry-head">
        <span className={revokedOn === null ? undefined : 'action-revoked'}>
          {decidedWords(`${APPROVAL_KIND_LABELS[kind as ApprovalKind]} by ${body}, ${on}${minute}`, approval)}
        </span>
        {revokedOn === null && (
          <Button size="small" kind="quiet" onPress={() => onOpen({ what: 'revoke', approval })}>
            Revoke
          </Button>
        )}
      </div>
      {revokedOn !== null && (
        <p>
          Revoked on {formatDate(revokedOn)}: {revokedReason}
        </p>
      )}
      {note !== '' && <p className="action-reason">{note}</p>}
      {conditions.length > 0 && (
        <ul className="action-conditions">
          {conditions.map((condition) => (
            <li key={condition.id}>
              <span>
                Condition: {condition.text}
                {condition.dischargedOn !== null && (
                  <span className="ui-quiet">
                    {' '}
                    · discharged on {formatDate(condition.dischargedOn)}
                    {condition.dischargedBy !== '' && ` by ${condition.dischargedBy}`}
                  </span>
                )}
              </span>
              {condition.dischargedOn === null && revokedOn === null && (
                <Button size="small" kind="quiet" onPress={() => onOpen({ what: 'discharge', condition })}>
                  Discharge
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
