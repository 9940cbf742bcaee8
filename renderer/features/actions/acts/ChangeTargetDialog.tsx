import { useState } from 'react';
import { client } from '../../../client.ts';
import { useBoard } from '../../../app/use-board.ts';
import { ComboBox, DateEntry, RadioGroup, TextField } from '../../../ui/index.ts';
import { hasTarget, meetingOptions, targetWords } from '../action-words.ts';
import { ActDialog } from './ActDialog.tsx';
import { missing } from './missing.ts';
import { runAct } from './run-act.ts';
import { type ActProps, subjectWords } from './subject.ts';
import { useDateField } from './use-date-field.ts';

type Kind = 'date' | 'meeting' | 'none';

const kinds = [
  { key: 'date', label: 'A date', note: 'As exact as it is known: 8 May 2020, May 2020, late 2020' },
  { key: 'meeting', label: 'A meeting' },
  { key: 'none', label: 'No target for now' },
] as const;

/** Moves targets; each earlier one stays on record with the reason. */
export function ChangeTargetDialog({ subject, onClose }: ActProps) {
  const { meetings } = useBoard();
  const [kind, setKind] = useState<Kind>('date');
  const [meetingId, setMeetingId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const date = useDateField({ exactness: 'words', isRequired: true });
  const allKnown = subject.rows.length === subject.ids.length;
  const needsReason = allKnown ? subject.rows.every(hasTarget) : false;
  const isFirst = allKnown && !subject.rows.some(hasTarget);
  const [only] = subject.rows;
  const isTargetGiven = kind === 'date' ? date.wrong === null : kind === 'none' || meetingId !== null;
  const submit = () =>
    runAct(
      () =>
        client.actions.changeTarget({
          ids: [...subject.ids],
          targetDate: kind === 'date' ? date.value.date : null,
          targetText: kind === 'date' ? date.value.text : null,
          targetMeetingId: kind === 'meeting' ? meetingId : null,
          reason,
        }),
      `Changed the target of ${subjectWords(subject)}`,
    );
  return (
    <ActDialog
      title={`Change the target of ${subjectWords(subject)}`}
      submitLabel="Change the target"
      onClose={onClose}
      isReady={isTargetGiven && (!needsReason || reason.trim() !== '')}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          {subject.ids.length === 1 && only && hasTarget(only) && <p>Target now: {targetWords(only, meetings)}.</p>}
          <RadioGroup label="New target" options={kinds} value={kind} onChange={(key) => setKind(key as Kind)} />
          {kind === 'date' && <DateEntry label="Target date" {...date.entry(tried)} autoFocus />}
          {kind === 'meeting' && (
            <ComboBox
              label="Meeting"
              hint="Due on the meeting’s date, once it has one."
              options={meetingOptions(meetings)}
              value={meetingId}
              onChange={setMeetingId}
              error={missing(tried, meetingId, 'Choose the meeting.')}
              width="full"
            />
          )}
          {!isFirst && (
            <TextField
              label="Reason"
              hint={
                needsReason
                  ? 'Kept with the earlier target.'
                  : 'Needed where there is a target already: those are left alone without one.'
              }
              value={reason}
              onChange={setReason}
              maxLength={500}
              error={needsReason ? missing(tried, reason, 'Say why the target moves.') : undefined}
            />
          )}
        </>
      )}
    </ActDialog>
  );
}
