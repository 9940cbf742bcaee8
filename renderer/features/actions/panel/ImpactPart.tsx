import { formatDate } from '../../../../db/domain/partial-date.ts';
import { IMPACT_RESULT_LABELS } from '../../../../db/domain/impact.ts';
import { themesHref } from '../../../app/links.ts';
import { Link, Section } from '../../../ui/index.ts';
import type { PartProps } from './ActionBody.tsx';

/** Whether the change worked: what was asked, when, and what was found. */
export function ImpactPart({ detail: { impactChecks } }: PartProps) {
  return (
    <Section heading="Impact checks" count={impactChecks.length} level={3}>
      {impactChecks.length === 0 && (
        <p className="ui-quiet">
          Nobody has checked yet whether it worked. Plan a check under{' '}
          <Link href={themesHref('learning')}>Themes, Learning</Link>.
        </p>
      )}
      <ol className="action-entries">
        {impactChecks.map(({ id, question, result, finding, plannedOn, checkedOn, overdue }) => (
          <li key={id}>
            <p>
              <strong>{question}</strong>
              <span className="ui-quiet"> · {whenWords(plannedOn, checkedOn, overdue)}</span>
            </p>
            {result !== null && <p>{IMPACT_RESULT_LABELS[result]}</p>}
            {finding !== '' && <p className="action-reason">{finding}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

const whenWords = (plannedOn: string | null, checkedOn: string | null, overdue: boolean): string => {
  if (checkedOn !== null) return `checked ${formatDate(checkedOn)}`;
  if (plannedOn === null) return 'not planned yet';
  return overdue ? `was planned for ${formatDate(plannedOn)}, not done yet` : `planned for ${formatDate(plannedOn)}`;
};
