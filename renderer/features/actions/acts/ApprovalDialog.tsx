import { useState } from 'react';
import { APPROVAL_KIND_LABELS, APPROVAL_KINDS, type ApprovalKind } from '../../../../db/domain/codes.ts';
import { client } from '../../../client.ts';
import { useBoard } from '../../../app/use-board.ts';
import { Checkbox, ComboBox, DateEntry, Select, TextArea, TextField } from '../../../ui/index.ts';
import { meetingOptions } from '../action-words.ts';
import { ActDialog } from './ActDialog.tsx';
import { BodySelect } from './BodySelect.tsx';
import { ConditionFields } from './ConditionFields.tsx';
import { missing } from './missing.ts';
import { runAct } from './run-act.ts';
import { type ActProps, subjectWords } from './subject.ts';
import { useDateField } from './use-date-field.ts';

const kindOptions = APPROVAL_KINDS.map((kind) => ({ key: kind, label: APPROVAL_KIND_LABELS[kind] }));
const movesState: readonly (ApprovalKind | null)[] = ['evidence-accepted', 'signed-off'];

/** The step of the ladder that it was opened from. */
export type ApprovalStep = { readonly bodyId: string; readonly kind: ApprovalKind };

type ApprovalDialogProps = ActProps & { readonly step?: ApprovalStep };

/** A body's recorded decision on actions. */
export function ApprovalDialog({ subject, onClose, step }: ApprovalDialogProps) {
  return (
    <ApprovalForm
      of={{ appliesTo: 'action', actionIds: [...subject.ids] }}
      words={subjectWords(subject)}
      step={step}
      onClose={onClose}
    />
  );
}

/** What is decided on: actions, or the plan that answers a report. */
export type ApprovalSubject =
  | { readonly appliesTo: 'action'; readonly actionIds: string[] }
  | { readonly appliesTo: 'plan'; readonly externalReportId: string };

type ApprovalFormProps = {
  readonly of: ApprovalSubject;
  readonly words: string;
  readonly step?: ApprovalStep;
  readonly onClose: () => void;
};

/** It stays on record: a mistake is revoked, with a reason. */
export function ApprovalForm({ of, words, step, onClose }: ApprovalFormProps) {
  const { meetings, today } = useBoard();
  const [bodyId, setBodyId] = useState<string | null>(step?.bodyId ?? null);
  const [kind, setKind] = useState<ApprovalKind | null>(step?.kind ?? null);
  const [meetingId, setMeetingId] = useState<string | null>(null);
  const [minuteReference, setMinuteReference] = useState('');
  const [note, setNote] = useState('');
  const [conditions, setConditions] = useState<readonly string[]>([]);
  const [moveState, setMoveState] = useState(true);
  const date = useDateField({ exactness: 'words', isRequired: true, initial: today });
  const chooseMeeting = (id: string | null): void => {
    setMeetingId(id);
    const meeting = meetings.find((candidate) => candidate.id === id);
    if (meeting === undefined) return;
    setBodyId(meeting.bodyId);
    date.entry(false).onChange({ date: meeting.date, text: meeting.dateText });
  };
  const submit = () =>
    runAct(
      () =>
        client.approvals.record({
          ...of,
          bodyId: bodyId ?? '',
          kind: kind ?? 'noted',
          meetingId,
          date: date.value.date,
          dateText: date.value.text,
          minuteReference,
          note,
          conditions: conditions.map((text) => text.trim()).filter((text) => text !== ''),
          moveState,
        }),
      `Recorded “${kind === null ? '' : APPROVAL_KIND_LABELS[kind].toLowerCase()}” for ${words}`,
      { staysOnRecord: true },
    );
  return (
    <ActDialog
      title={`Record an approval of ${words}`}
      submitLabel="Record the approval"
      onClose={onClose}
      isReady={bodyId !== null && kind !== null && date.wrong === null}
      onSubmit={submit}
      width="wide"
    >
      {(tried) => (
        <>
          <p>A decision stays on record. If it turns out to be wrong, it is revoked with a reason, not deleted.</p>
          <div className="act-columns">
            <ComboBox
              label="Meeting"
              hint="Fills in the body and the date."
              optional
              options={meetingOptions(meetings)}
              value={meetingId}
              onChange={chooseMeeting}
              width="full"
            />
            <BodySelect
              label="Body"
              hint="Who decided."
              value={bodyId}
              onChange={setBodyId}
              error={missing(tried, bodyId, 'Choose the body that decided.')}
            />
            <Select
              label="Decision"
              options={kindOptions}
              value={kind}
              onChange={(key) => setKind(key as ApprovalKind)}
              error={missing(tried, kind, 'Choose what was decided.')}
              width="full"
            />
            <DateEntry label="Date" {...date.entry(tried)} />
            <TextField
              label="Minute reference"
              optional
              value={minuteReference}
              onChange={setMinuteReference}
              maxLength={500}
            />
          </div>
          {of.appliesTo === 'action' && movesState.includes(kind) && (
            <Checkbox
              isSelected={moveState}
              onChange={setMoveState}
              hint="Actions that may not move there yet are left alone and listed."
            >
              Also move the state to “{APPROVAL_KIND_LABELS[kind ?? 'noted'].toLowerCase()}”
            </Checkbox>
          )}
          <ConditionFields conditions={conditions} onChange={setConditions} />
          <TextArea label="Note" optional value={note} onChange={setNote} rows={2} />
        </>
      )}
    </ActDialog>
  );
}
