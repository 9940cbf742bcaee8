import { addDays, weekdayOf } from '../domain/partial-date.ts';
import type { Writer } from '../store/store.ts';

type Happening = {
  readonly on: number;
  readonly kind: string;
  readonly reason?: string;
  readonly write: (write: Writer) => void;
};

type Known = {
  readonly agencies: readonly { readonly id: string; readonly post: string }[];
  readonly executive: string;
  readonly subGroup: string;
  readonly board: string;
  readonly day: (days: number) => string;
};

/** The Friday before, for a day of the weekend. */
const workingDay = (date: string): string => addDays(date, -(['Saturday', 'Sunday'].indexOf(weekdayOf(date)) + 1));

/** Rules in words, and the meetings of the past year with who was there: two agencies miss more than the others. */
export const meetingsYearStory = ({ agencies, executive, subGroup, board, day }: Known): Happening[] => {
  const held = (on: number, bodyId: string, round: number): Happening => ({
    on,
    kind: 'edit-meeting',
    write: (write) => {
      const meetingId = write.insert('meetings', {
        bodyId,
        date: workingDay(day(on)),
        paperDeadline: addDays(workingDay(day(on)), -7),
        place: 'Council offices, committee room 2',
        state: 'held',
        nilStatement: round % 2 === 0 ? 'No actions arose.' : null,
      });
      for (const [at, { id: agencyId, post }] of agencies.entries()) {
        const attendance =
          at % 6 === 4 && round % 2 === 0
            ? 'absent'
            : (at + round) % 7 === 3
              ? 'apologies'
              : (at + round) % 9 === 5
                ? 'deputised'
                : 'present';
        write.insert('attendances', { meetingId, agencyId, post, attendance });
      }
    },
  });
  return [
    {
      on: -430,
      kind: 'edit-body',
      write: (write) => {
        write.update('bodies', executive, {
          calendarRule: 'monthly on the second Tuesday except in months with a board',
          paperDeadlineDays: 5,
        });
        write.update('bodies', subGroup, { calendarRule: 'every six weeks', paperDeadlineDays: 5 });
        write.update('bodies', board, { calendarRule: 'quarterly on the third Thursday', paperDeadlineDays: 10 });
      },
    },
    ...[-322, -280, -238, -196, -154, -112, -70].map((on, round) => held(on, subGroup, round)),
    ...[-331, -239, -146, -55].map((on, round) => held(on, board, round)),
    ...[-300, -270, -210, -180, -120, -90].map((on, round) => held(on, executive, round)),
  ];
};
