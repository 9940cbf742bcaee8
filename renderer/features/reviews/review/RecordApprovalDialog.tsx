import { useState } from 'react';
import { APPROVAL_KIND_LABELS, type ApprovalKind } from '../../../../db/domain/codes.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { useBoard } from '../../../app/use-board.ts';
import { client } from '../../../client.ts';
import { Button, DateEntry, Dialog, Select, TextArea, TextField } from '../../../ui/index.ts';
import { labelsToOptions } from '../labels-to-options.ts';
import { SUBJECT_WORDS } from './approval-look.ts';
import { FormRow } from './InlineForm.tsx';
import { saveForGood } from './saving.ts';
import { exactDay, useDateField } from './use-date-field.ts';

export type ApprovalStart = {
  readonly appliesTo: 'report' | 'plan' | 'action';
  readonly bodyId?: string;
  readonly kind?: ApprovalKind;
};

type RecordApprovalDialogProps = {
  readonly reviewId: string;
  readonly start: ApprovalStart;
  readonly onClose: () => void;
};

const kinds = labelsToOptions(APPROVAL_KIND_LABELS);
const subjects = (['report', 'plan'] as const).map((key) => ({ key, label: SUBJECT_WORDS[key] }));

/** A body's decision on the report or the plan: it stays on record, and can be revoked with a reason. */
export function RecordApprovalDialog({ reviewId, start, onClose }: RecordApprovalDialogProps) {
  const { bodies, meetings, today } = useBoard();
  const [appliesTo, setAppliesTo] = useState(start.appliesTo);
  const [bodyId, setBodyId] = useState<string | null>(start.bodyId ?? null);
  const [kind, setKind] = useState<ApprovalKind | null>(start.kind ?? null);
  const [meetingId, setMeetingId] = useState<string | null>(null);
  const [minuteReference, setMinuteReference] = useState('');
  const [conditions, setConditions] = useState('');
  const [note, setNote] = useState('');
  const date = useDateField(exactDay(today));
  const [problem, setProblem] = useState<string | null>(null);
  const held = meetings.filter((meeting) => meeting.bodyId === bodyId);
  const chooseMeeting = (id: string): void => {
    setMeetingId(id);
    const meeting = held.find((one) => one.id === id);
    if (meeting?.date) date.entry.onChange({ date: meeting.date, text: meeting.dateText });
  };
  const record = async (): Promise<void> => {
    if (bodyId === null) return setProblem('Choose the body that decided.');
    if (kind === null) return setProblem('Choose what was decided.');
    if (date.problem !== null) return setProblem(date.problem);
    const outcome = await saveForGood(
      () =>
        client.approvals.record({
          appliesTo,
          reviewId,
          bodyId,
          meetingId,
          kind,
          date: date.value.date,
          dateText: date.value.text,
          minuteReference,
          note,
          conditions: linesOf(conditions),
        }),
      'Recorded an approval',
    );
    if (outcome.ok) onClose();
    else setProblem(outcome.message);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title="Record an approval"
      footer={
        <>
          <Button kind="primary" onPress={() => void record()}>
            Record the approval
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </>
      }
    >
      <p className="ui-quiet">This stays on record and cannot be undone; it can be revoked later, with a reason.</p>
      <FormRow>
        <Select
          label="Of"
          options={subjects}
          value={appliesTo}
          onChange={(key) => setAppliesTo(key as 'report' | 'plan')}
        />
        <Select
          label="Body"
          options={bodies.map(({ id, name }) => ({ key: id, label: name }))}
          value={bodyId}
          onChange={setBodyId}
        />
        <Select label="Decision" options={kinds} value={kind} onChange={(key) => setKind(key as ApprovalKind)} />
      </FormRow>
      <FormRow>
        {held.length > 0 && (
          <Select
            label="Meeting"
            options={held.map((meeting) => ({
              key: meeting.id,
              label: formatDate(meeting.date, meeting.dateText) || meeting.title,
            }))}
            value={meetingId}
            onChange={chooseMeeting}
            optional
          />
        )}
        <DateEntry label="Date" {...date.entry} optional />
        <TextField label="Minute reference" value={minuteReference} onChange={setMinuteReference} optional />
      </FormRow>
      <TextArea
        label="Conditions"
        hint="One a line. Each stays open until it is discharged."
        value={conditions}
        onChange={setConditions}
        rows={2}
        optional
      />
      <TextArea label="Note" value={note} onChange={setNote} rows={2} optional />
      {problem !== null && (
        <p className="ui-field-error" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
