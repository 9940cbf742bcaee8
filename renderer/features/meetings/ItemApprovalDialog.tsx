import { useState } from 'react';
import type { Asked, MeetingDetail, MeetingItem } from '../../../db/contract/meetings.ts';
import { APPROVAL_KIND_LABELS, APPROVAL_KINDS, type ApprovalKind } from '../../../db/domain/codes.ts';
import { client } from '../../client.ts';
import { Checkbox, DateEntry, Select, TextArea, TextField } from '../../ui/index.ts';
import { ActDialog } from '../actions/acts/ActDialog.tsx';
import { ConditionFields } from '../actions/acts/ConditionFields.tsx';
import { missing } from '../actions/acts/missing.ts';
import { runAct } from '../actions/acts/run-act.ts';
import { useDateField } from '../actions/acts/use-date-field.ts';

type AppliesTo = Asked['appliesTo'];

type ItemApprovalDialogProps = {
  readonly item: MeetingItem;
  readonly detail: MeetingDetail;
  readonly onClose: () => void;
};

const kinds = APPROVAL_KINDS.map((kind) => ({ key: kind, label: APPROVAL_KIND_LABELS[kind] }));
const movesState: readonly (ApprovalKind | null)[] = ['evidence-accepted', 'signed-off'];
const SUBJECTS: Readonly<Record<AppliesTo, string>> = {
  report: 'The report',
  plan: 'The action plan',
  action: 'Actions',
};

/** What the body decided on an item: the body, the meeting and its date are known; what is asked for is suggested. */
export function ItemApprovalDialog({ item, detail, onClose }: ItemApprovalDialogProps) {
  const { meeting, body } = detail;
  const asked = detail.asked.filter((one) => isOf(one, item));
  const suggested = asked.find((one) => one.title === item.title) ?? asked.find((one) => one.isOnAgenda) ?? asked[0];
  const actions = actionsOf(asked, item);
  const subjects = subjectsOf(item, actions.length);
  const [appliesTo, setAppliesTo] = useState<AppliesTo>(suggested?.appliesTo ?? subjects[0] ?? 'report');
  const [kind, setKind] = useState<ApprovalKind | null>(suggested?.kind ?? null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [minuteReference, setMinuteReference] = useState('');
  const [conditions, setConditions] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const [moveState, setMoveState] = useState(true);
  const date = useDateField({ exactness: 'words', isRequired: true, initial: meeting.date });
  const chosen = actions.filter(({ id }) => !left.has(id));
  const chooseSubject = (key: string): void => {
    setAppliesTo(key as AppliesTo);
    setKind(asked.find((one) => one.appliesTo === key)?.kind ?? kind);
  };
  const submit = () =>
    runAct(
      () =>
        client.approvals.record({
          appliesTo,
          reviewId: appliesTo === 'action' || item.externalReportId !== null ? null : item.reviewId,
          externalReportId: appliesTo === 'action' ? null : item.externalReportId,
          actionIds: appliesTo === 'action' ? chosen.map(({ id }) => id) : [],
          bodyId: body.id,
          meetingId: meeting.id,
          kind: kind ?? 'noted',
          date: date.value.date,
          dateText: date.value.text,
          minuteReference,
          note,
          conditions: conditions.map((text) => text.trim()).filter((text) => text !== ''),
          moveState,
        }),
      `Recorded “${kind === null ? '' : APPROVAL_KIND_LABELS[kind].toLowerCase()}”`,
      { staysOnRecord: true },
    );
  return (
    <ActDialog
      title={`Record what ${body.name} decided`}
      submitLabel="Record the approval"
      onClose={onClose}
      isReady={kind !== null && date.wrong === null && (appliesTo !== 'action' || chosen.length > 0)}
      onSubmit={submit}
      width="wide"
    >
      {(tried) => (
        <>
          <p>A decision stays on record. If it turns out to be wrong, it is revoked with a reason, not deleted.</p>
          <div className="act-columns">
            <Select
              label="Of"
              options={subjects.map((key) => ({ key, label: SUBJECTS[key] }))}
              value={appliesTo}
              onChange={chooseSubject}
              width="full"
            />
            <Select
              label="Decision"
              options={kinds}
              value={kind}
              onChange={(key) => setKind(key as ApprovalKind)}
              error={missing(tried, kind, 'Choose what was decided.')}
              width="full"
            />
            <DateEntry label="Date" {...date.entry(tried)} />
            <TextField
              label="Minute reference"
              value={minuteReference}
              onChange={setMinuteReference}
              maxLength={500}
              optional
            />
          </div>
          {appliesTo === 'action' && (
            <fieldset className="meeting-actions-decided">
              <legend>Actions decided on</legend>
              {actions.map(({ id, number, text }) => (
                <Checkbox key={id} isSelected={!left.has(id)} onChange={(isOn) => setLeft(toggled(left, id, !isOn))}>
                  {number}: {text}
                </Checkbox>
              ))}
              {tried && chosen.length === 0 && (
                <p className="ui-field-error" role="alert">
                  Choose at least one action.
                </p>
              )}
            </fieldset>
          )}
          {appliesTo === 'action' && movesState.includes(kind) && (
            <Checkbox isSelected={moveState} onChange={setMoveState}>
              Also move the state to “{APPROVAL_KIND_LABELS[kind ?? 'noted'].toLowerCase()}”
            </Checkbox>
          )}
          <ConditionFields conditions={conditions} onChange={setConditions} />
          <TextArea label="Note" value={note} onChange={setNote} rows={2} optional />
        </>
      )}
    </ActDialog>
  );
}

const isOf = (asked: Asked, item: MeetingItem): boolean =>
  (item.reviewId !== null && asked.reviewId === item.reviewId) ||
  (item.externalReportId !== null && asked.externalReportId === item.externalReportId) ||
  (item.actionId !== null && asked.actions.some(({ id }) => id === item.actionId));

/** The actions that wait for the body, and the one that the item names. */
const actionsOf = (asked: readonly Asked[], { action }: MeetingItem): Asked['actions'] => {
  const waiting = asked.flatMap(({ actions }) => actions);
  return action === null || waiting.some(({ id }) => id === action.id) ? waiting : [action, ...waiting];
};

const subjectsOf = (item: MeetingItem, actions: number): readonly AppliesTo[] => [
  ...(item.reviewId === null ? [] : (['report'] as const)),
  ...(item.reviewId === null && item.externalReportId === null ? [] : (['plan'] as const)),
  ...(actions === 0 ? [] : (['action'] as const)),
];

const toggled = (ids: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> =>
  new Set(isIn ? [...ids, id] : [...ids].filter((other) => other !== id));
