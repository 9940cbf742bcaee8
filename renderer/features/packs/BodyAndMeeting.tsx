import type { BoardData } from '../../../db/contract/board.ts';
import { ComboBox, DateEntry } from '../../ui/index.ts';
import { ANOTHER_DATE, meetingOptions, nextMeeting, NO_MEETING } from './meeting-choices.ts';
import type { PackFieldsProps } from './PackFormFields.tsx';

/** Choosing a body proposes its next meeting; choosing a meeting names its body. */
export function BodyAndMeeting({ form, problems, change, unreadable, changeUnreadable, boardData }: PackFieldsProps) {
  const { bodies, meetings, today } = boardData;
  const isUnfilled = form.otherDate.date === null && form.otherDate.text === null;
  const chooseBody = (body: string): void => {
    const isItsMeeting = meetings.some(({ id, bodyName }) => id === form.meeting && bodyName === body);
    if (isItsMeeting || form.meeting === ANOTHER_DATE) return change({ body });
    change({ body, meeting: nextMeeting(meetings, today, body)?.id ?? NO_MEETING });
  };
  const chooseMeeting = (meeting: string): void =>
    change({ meeting, body: meetings.find(({ id }) => id === meeting)?.bodyName ?? form.body });
  return (
    <>
      <ComboBox
        label="For which body"
        hint="Choose one, or type another name."
        width="full"
        options={bodyOptions(bodies, form.body)}
        value={form.body === '' ? null : form.body}
        onChange={(body) => chooseBody(body ?? '')}
        onNewWords={chooseBody}
        error={problems.body}
      />
      <ComboBox
        label="Meeting"
        width="full"
        options={meetingOptions(meetings, today)}
        value={form.meeting}
        onChange={(meeting) => chooseMeeting(meeting ?? NO_MEETING)}
      />
      {form.meeting === ANOTHER_DATE && (
        <DateEntry
          label="Meeting date"
          value={form.otherDate}
          onChange={(otherDate) => change({ otherDate })}
          onProblem={(problem) => changeUnreadable({ otherDate: problem !== null })}
          error={isUnfilled || unreadable.otherDate ? undefined : problems.otherDate}
        />
      )}
    </>
  );
}

/** The board's bodies, and the name that was typed when it is none of them. */
const bodyOptions = (bodies: BoardData['bodies'], typed: string) => {
  const names = bodies.map(({ name }) => name);
  return [...names, ...(typed === '' || names.includes(typed) ? [] : [typed])].map((name) => ({
    key: name,
    label: name,
  }));
};
