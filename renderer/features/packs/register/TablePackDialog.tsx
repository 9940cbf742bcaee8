import '../../actions/actions.css';
import { useState } from 'react';
import type { RegisteredPackDetail } from '../../../../db/contract/pack-register.ts';
import { isCivilDate } from '../../../../db/domain/partial-date.ts';
import { useBoard } from '../../../app/use-board.ts';
import { client } from '../../../client.ts';
import { ComboBox, DateEntry, type DateValue, noDate } from '../../../ui/index.ts';
import { ActDialog } from '../../actions/acts/ActDialog.tsx';
import { meetingOptions } from '../../actions/action-words.ts';
import { missing } from '../../actions/acts/missing.ts';
import { runSaved } from '../../actions/acts/run-act.ts';

type TablePackDialogProps = { readonly pack: RegisteredPackDetail; readonly onClose: () => void };

/** At which meeting the pack stood on the agenda, and when it was tabled there. */
export function TablePackDialog({ pack, onClose }: TablePackDialogProps) {
  const { meetings, today } = useBoard();
  const dayOf = (id: string | null): DateValue => {
    const date = meetings.find((meeting) => meeting.id === id)?.date ?? null;
    return date !== null && isCivilDate(date) && date <= today ? { date, text: null } : noDate;
  };
  const [meetingId, setMeetingId] = useState(pack.meeting?.id ?? null);
  const [tabledOn, setTabledOn] = useState<DateValue>(
    pack.tabledOn === null ? dayOf(meetingId) : { date: pack.tabledOn, text: null },
  );
  const [isUnreadable, setUnreadable] = useState(false);
  const chooseMeeting = (id: string | null): void => {
    setMeetingId(id);
    setTabledOn(dayOf(id));
  };
  const isInWords = tabledOn.text !== null;
  const submit = () =>
    runSaved(
      () => client.packRegister.table({ packId: pack.id, meetingId: meetingId ?? '', tabledOn: tabledOn.date }),
      tabledOn.date === null ? 'Put the pack on the agenda' : 'Marked the pack as tabled',
    );
  return (
    <ActDialog
      title="Mark as tabled"
      submitLabel={tabledOn.date === null ? 'Put it on the agenda' : 'Mark as tabled'}
      onClose={onClose}
      isReady={meetingId !== null && !isUnreadable && !isInWords}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <p>
            The pack stands on the meeting’s agenda as an item of its own; decisions taken on it are recorded there.
          </p>
          <ComboBox
            label="Meeting"
            width="full"
            options={meetingOptions(meetings)}
            value={meetingId}
            onChange={chooseMeeting}
            error={missing(tried, meetingId, 'Choose the meeting.')}
          />
          <DateEntry
            key={meetingId}
            label="Tabled on"
            hint="Left empty: it is on the agenda and not tabled yet."
            value={tabledOn}
            onChange={setTabledOn}
            onProblem={(problem) => setUnreadable(problem !== null)}
            error={tried && isInWords ? 'Type a date such as 8 May 2020.' : undefined}
            optional
          />
        </>
      )}
    </ActDialog>
  );
}
