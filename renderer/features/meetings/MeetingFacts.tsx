import type { MeetingDetail } from '../../../db/contract/meetings.ts';
import { formatInstant } from '../../app/format-instant.ts';
import { dateOf, editDate, editRecord } from '../../app/use-record-edit.ts';
import { Definition, DefinitionList, EditableDate, EditableText, Link, MarkBeside, Section } from '../../ui/index.ts';
import { hrefTo } from '../../app/links.ts';
import { dateWords } from './meeting-words.ts';

/** Where and when; the date itself is moved by an act of its own, with a reason. */
export function MeetingFacts({ detail: { meeting, body, changes } }: { readonly detail: MeetingDetail }) {
  const hasNoDate = meeting.date === null && meeting.dateText === null;
  return (
    <Section heading="The meeting">
      <DefinitionList>
        <Definition label="Body">
          <Link href={hrefTo(`/bodies/${body.id}`)}>{body.name}</Link>
          {body.chairPost !== '' && <span className="ui-quiet">, chaired by {body.chairPost}</span>}
        </Definition>
        {hasNoDate ? (
          <EditableDate
            label="Date"
            value={dateOf('meetings', meeting, 'date', 'dateText')}
            onSave={editDate('meetings', meeting, 'date', 'dateText')}
            whenEmpty="To be set"
          />
        ) : (
          <Definition label="Date">
            {dateWords(meeting)}
            {meeting.provisional === 1 && <span className="ui-quiet">, provisional</span>}
            <MarkBeside label="Date" keptIn={{ table: 'meetings', rowId: meeting.id, field: 'date' }} />
          </Definition>
        )}
        <EditableDate
          label="Papers due"
          value={dateOf('meetings', meeting, 'paperDeadline')}
          onSave={editDate('meetings', meeting, 'paperDeadline')}
        />
        <EditableText label="Place" value={meeting.place} onSave={editRecord('meetings', meeting, 'place')} />
        <EditableText
          label="Title"
          value={meeting.title}
          onSave={editRecord('meetings', meeting, 'title')}
          whenEmpty="Only where it is not an ordinary meeting: “Extraordinary meeting”"
        />
        {changes.length > 0 && (
          <Definition label="What became of it">
            <ul>
              {changes.map(({ words, reason, at }) => (
                <li key={at}>
                  {words}: {reason}
                  <span className="ui-quiet"> · {formatInstant(at)}</span>
                </li>
              ))}
            </ul>
          </Definition>
        )}
      </DefinitionList>
    </Section>
  );
}
