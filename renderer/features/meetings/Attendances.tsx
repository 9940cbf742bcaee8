import { useState } from 'react';
import type { MeetingDetail } from '../../../db/contract/meetings.ts';
import { ATTENDANCE, ATTENDANCE_LABELS, type Attendance } from '../../../db/domain/codes.ts';
import { showProblem } from '../../app/problem-toast.ts';
import { addRecord, editRecord } from '../../app/use-record-edit.ts';
import { save } from '../../app/use-save.ts';
import { client } from '../../client.ts';
import { Button, EditableSelect, EditableText, Section, Select, SimpleTable, TextField } from '../../ui/index.ts';
import { AgencySelect } from '../actions/acts/AgencySelect.tsx';
import { AddLine } from '../settings/AddLine.tsx';
import { RemoveButton } from '../settings/RemoveButton.tsx';
import '../settings/settings.css';

const kinds = ATTENDANCE.map((kind) => ({ key: kind, label: ATTENDANCE_LABELS[kind] }));

/** Who was there, by agency and post, never by name. */
export function Attendances({ detail: { meeting, attendances, membersToAdd } }: { readonly detail: MeetingDetail }) {
  const addAll = async (): Promise<void> => {
    const outcome = await save(
      () => client.meetings.addMembers({ meetingId: meeting.id }),
      `Added ${membersToAdd} ${membersToAdd === 1 ? 'agency' : 'agencies'} as present`,
    );
    if (!outcome.ok) showProblem(outcome.message);
  };
  return (
    <Section
      heading="Attendance"
      count={attendances.length}
      note={
        meeting.expected === 0
          ? undefined
          : `${meeting.attended} of ${meeting.expected} ${meeting.expected === 1 ? 'agency' : 'agencies'} there or deputised.`
      }
      actions={
        membersToAdd > 0 && (
          <Button size="small" onPress={() => void addAll()}>
            Add all {String(membersToAdd)} member agencies as present
          </Button>
        )
      }
    >
      <SimpleTable
        caption="Attendance"
        hideCaption
        rows={attendances}
        rowKey={({ id }) => id}
        whenEmpty="No attendance is recorded. Add all agencies that attended before, then change those that were not there."
        columns={[
          { key: 'agency', heading: 'Agency', width: '36%', isRowHeading: true, render: ({ agency }) => agency },
          {
            key: 'post',
            heading: 'Post',
            render: (row) => (
              <EditableText
                layout="bare"
                label={`Post of ${row.agency}`}
                value={row.post}
                onSave={editRecord('attendances', row, 'post')}
                whenEmpty="No post"
              />
            ),
          },
          {
            key: 'attendance',
            heading: 'Attendance',
            width: '12rem',
            render: (row) => (
              <EditableSelect
                layout="bare"
                label={`Attendance of ${row.agency}`}
                options={kinds}
                value={row.attendance}
                onSave={editRecord('attendances', row, 'attendance')}
              />
            ),
          },
          {
            key: 'tools',
            heading: 'Remove',
            width: '5rem',
            align: 'end',
            render: ({ id, agency }) => (
              <RemoveButton table="attendances" id={id} name={`the attendance of ${agency}`} />
            ),
          },
        ]}
      />
      <AddAttendance meetingId={meeting.id} />
    </Section>
  );
}

function AddAttendance({ meetingId }: { readonly meetingId: string }) {
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const [post, setPost] = useState('');
  const [attendance, setAttendance] = useState<Attendance>('present');
  return (
    <AddLine
      addLabel="Add the agency"
      problem={() => (agencyId === null ? 'Choose the agency.' : null)}
      onAdd={() => addRecord('attendances', { meetingId, agencyId: agencyId ?? '', post, attendance })}
      onAdded={() => {
        setAgencyId(null);
        setPost('');
      }}
    >
      <AgencySelect label="Agency" value={agencyId} onChange={setAgencyId} />
      <TextField label="Post" value={post} onChange={setPost} maxLength={500} optional />
      <Select
        label="Attendance"
        options={kinds}
        value={attendance}
        onChange={(key) => setAttendance(key as Attendance)}
      />
    </AddLine>
  );
}
