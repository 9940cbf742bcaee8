import type { AnsweredReport } from '../../../db/contract/external-reports.ts';
import { countOf } from '../../../db/domain/plain-words.ts';
import { hrefTo, listHref } from '../../app/links.ts';
import { Figure, Figures } from '../../ui/index.ts';

/** The counts of its plan; each leads to what it counts. The report's own count stands beside ours, never instead of it. */
export function ReportFigures({ report }: { readonly report: AnsweredReport }) {
  const { id, recommendationCount, held, alreadyInPlace, unanswered, actions, complete, overdue, responses } = report;
  const only = (show: string): string => hrefTo(`/actions/answered/${id}`, { show });
  return (
    <Figures label="Figures of this report">
      <Figure
        value={held}
        label="recommendations held"
        note={recommendationCount === null ? 'the report’s own count is not recorded' : `${recommendationCount} stated`}
        href={hrefTo(`/actions/answered/${id}`)}
      />
      <Figure value={alreadyInPlace} label="already in place when received" href={only('in-place')} />
      <Figure
        value={unanswered}
        label="without an action"
        note="and not in place"
        tone={unanswered > 0 ? 'amber' : undefined}
        href={only('unanswered')}
      />
      <Figure
        value={`${complete} of ${actions}`}
        label="actions complete"
        note={actions === 0 ? undefined : `${Math.round((complete / actions) * 100)}%`}
        href={listHref('actions', { externalReportId: id })}
      />
      <Figure
        value={overdue}
        label="actions overdue"
        tone={overdue > 0 ? 'red' : undefined}
        href={listHref('actions', { externalReportId: id, overdue: true })}
      />
      <Figure
        value={responses.rejected}
        label={responses.rejected === 1 ? 'answer is a rejection' : 'answers are rejections'}
        note={`${countOf(responses.notAnswered, 'answer', 'answers')} still awaited of ${responses.asked}`}
        href={only('rejected')}
      />
    </Figures>
  );
}
