import type { Deadline } from '../../../db/contract/deadlines.ts';
import { DEADLINE_KIND_LABELS, distanceWords, isOnADay } from '../../../db/domain/deadlines.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { deadlineHref } from '../../app/links.ts';
import { Pill } from '../../ui/index.ts';

type DeadlineItemProps = {
  readonly deadline: Deadline;
  readonly today: string;
  /** Left out below a heading that names the day. */
  readonly showsDate?: boolean;
};

/** One deadline in words, with the record that it belongs to. */
export function DeadlineItem({ deadline, today, showsDate = false }: DeadlineItemProps) {
  const { kind, date, text, daysLate, subject, words, note, link } = deadline;
  const href = deadlineHref(link);
  const distance = date === null ? '' : distanceWords(kind, date, text, today);
  return (
    <li className="deadline-item">
      <span className="deadline-kind">{DEADLINE_KIND_LABELS[kind]}</span>
      <div className="deadline-what">
        <p>{href === null ? words : <a href={href}>{words}</a>}</p>
        <p className="ui-quiet">{[subject, note].filter(Boolean).join('. ')}</p>
      </div>
      <div className="deadline-when">
        {daysLate === null ? (
          <span className="ui-quiet">{distance}</span>
        ) : (
          <Pill tone="red" symbol="▲">
            {distance}
          </Pill>
        )}
        {(showsDate || !isOnADay(date, text)) && (
          <span className="ui-quiet">{whenWords({ date, text, isPast: daysLate !== null })}</span>
        )}
      </div>
    </li>
  );
}

type When = Pick<Deadline, 'date' | 'text'> & { readonly isPast: boolean };

const whenWords = ({ date, text, isPast }: When): string => {
  const words = text === null ? formatDate(date) : `“${text}”`;
  return isPast ? `was due ${date !== null && date.length < 10 && text === null ? 'in ' : ''}${words}` : words;
};
