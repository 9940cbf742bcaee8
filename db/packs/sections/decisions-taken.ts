/** Every decision of a meeting in the period, with its minute and what it was about. */
import type { Row } from '../../store/tables.ts';
import type { PackTable } from '../model.ts';
import { column, text, withoutEmpty } from './cells.ts';
import { itemName, meetingDate, meetingName, meetingsOfPeriod } from './meeting-words.ts';
import type { PackSource } from './source.ts';

type Decided = Row<'decisions'> & { readonly about: string | null };

export const decisionsTaken = (source: PackSource): PackTable => {
  const { reader } = source;
  const items = reader.prepare<[string], Row<'meetingItems'>>('select * from meetingItems where id = ?');
  const decisions = reader.prepare<[string], Decided>(
    `select d.*, coalesce(r.reference, q.reference || ': ' || a.number, a.number, ir.reference, x.reference) as about from decisions d
     left join reviews r on r.id = d.reviewId
     left join actions a on a.id = d.actionId left join reviews q on q.id = a.reviewId
     left join meetingItems i on i.id = d.meetingItemId left join reviews ir on ir.id = i.reviewId
     left join externalReports x on x.id = i.externalReportId
     where d.meetingId = ? and d.removed is null order by i.position, d.position, d.id`,
  );
  return withoutEmpty(['minute', 'about', 'item'], {
    kind: 'table',
    id: 'decisions-taken',
    caption: 'Decisions of meetings',
    columns: [
      column('meeting', 'Meeting', 'text', 4),
      column('date', 'Date', 'date', 3),
      column('item', 'Item', 'text', 5),
      column('about', 'About', 'text', 3),
      column('decision', 'Decision', 'text', 8),
      column('minute', 'Minute', 'text', 3),
    ],
    rows: meetingsOfPeriod(source).flatMap((meeting) =>
      decisions.all(meeting.id).map((decision) => {
        const item = decision.meetingItemId === null ? undefined : items.get(decision.meetingItemId);
        return [
          text(meetingName(meeting)),
          meetingDate(meeting),
          text(item === undefined ? '' : itemName(item)),
          text(decision.about),
          text(decision.text),
          text(decision.minuteReference),
        ];
      }),
    ),
    nil: 'No meeting of this period recorded a decision.',
  });
};
