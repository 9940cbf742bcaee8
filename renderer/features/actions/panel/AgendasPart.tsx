import { meetingHref } from '../../../app/links.ts';
import { Link, Section } from '../../../ui/index.ts';
import { meetingName } from '../../meetings/meeting-words.ts';
import type { PartProps } from './ActionBody.tsx';

/** Where it stands on agendas, and what was decided of it there. */
export function AgendasPart({ detail: { agendaItems } }: PartProps) {
  if (agendaItems.length === 0) return null;
  return (
    <Section heading="On agendas" count={agendaItems.length} level={3}>
      <ol className="action-entries">
        {agendaItems.map(({ id, title, meeting, decisions }) => (
          <li key={id}>
            <p>
              <Link href={meetingHref(meeting.id)}>{meetingName(meeting)}</Link>
              <span className="ui-quiet"> · {title}</span>
            </p>
            {decisions.map((decision) => (
              <p key={decision} className="action-reason">
                {decision}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Section>
  );
}
