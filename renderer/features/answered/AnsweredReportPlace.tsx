import './answered.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Failure } from '../../app/Failure.tsx';
import { goTo } from '../../app/go-to.ts';
import { hrefTo } from '../../app/links.ts';
import { removeRecord } from '../../app/use-record-edit.ts';
import { api } from '../../client.ts';
import { IconButton, Menu, Notice, Page, PageHeader, showToast, Skeleton } from '../../ui/index.ts';
import { ApprovalsSection } from '../actions/panel/ApprovalsPart.tsx';
import { AnsweredRecommendations } from './AnsweredRecommendations.tsx';
import { REPORT_KINDS } from './answered-words.ts';
import { ReportFields } from './ReportFields.tsx';
import { ReportFigures } from './ReportFigures.tsx';

/** One report of somebody else: what it recommends, who answered what, what is done about it, and who agreed the plan. */
export function AnsweredReportPlace() {
  const { reportId } = useParams({ strict: false }) as { readonly reportId: string };
  const { data, error, refetch } = useQuery(api.externalReports.get.queryOptions({ input: { id: reportId } }));
  const above = <a href={hrefTo('/actions/answered')}>Answered reports</a>;
  if (data === undefined)
    return (
      <Page>
        <PageHeader title="Answered report" above={above} />
        {error === null ? <Skeleton lines={10} label="Loading the report" /> : null}
        {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      </Page>
    );
  const { report, recommendations, ladder, approvals, oddities } = data;
  const isReadOnly = report.removed !== null;
  const kind = REPORT_KINDS.find(({ key }) => key === report.kind)?.label ?? '';
  return (
    <Page>
      <PageHeader
        title={report.reference}
        above={above}
        facts={[kind, report.title, report.issuedBy].filter((fact) => fact !== '')}
        action={
          !isReadOnly && (
            <Menu
              label="What can be done with this report"
              trigger={<IconButton icon="more" label="More to do with this report" />}
              items={[
                {
                  key: 'remove',
                  label: 'Remove this report',
                  isDanger: true,
                  isDisabled: recommendations.length > 0,
                  note: recommendations.length > 0 ? 'Remove its recommendations first' : undefined,
                  onChoose: () => void remove(report.id),
                },
              ]}
            />
          )
        }
      />
      <div className="answered-body">
        {isReadOnly && (
          <Notice kind="warning" title="This report was removed.">
            Undo the removal to bring it back.
          </Notice>
        )}
        <ReportFigures report={report} />
        {oddities.length > 0 && (
          <Notice kind="warning" title="To check">
            <ul>
              {oddities.map((oddity) => (
                <li key={oddity}>{oddity}</li>
              ))}
            </ul>
          </Notice>
        )}
        <ReportFields report={report} isReadOnly={isReadOnly} />
        <ApprovalsSection
          approvals={approvals}
          ladder={ladder}
          level={2}
          isReadOnly={isReadOnly}
          of={{ appliesTo: 'plan', externalReportId: report.id }}
          words={`the plan for ${report.reference}`}
        />
        <AnsweredRecommendations
          key={report.id}
          report={report}
          recommendations={recommendations}
          isReadOnly={isReadOnly}
        />
      </div>
    </Page>
  );
}

const remove = async (reportId: string): Promise<void> => {
  const outcome = await removeRecord('externalReports', reportId);
  if (outcome.ok) goTo('/actions/answered');
  else showToast({ message: outcome.message, isProblem: true });
};
