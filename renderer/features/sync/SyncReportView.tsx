import type { SyncReport } from '../../../db/contract/sync.ts';
import { hrefTo } from '../../app/links.ts';
import { Link, SimpleTable } from '../../ui/index.ts';
import { RemovalsView } from './RemovalsView.tsx';
import { changesInWords, conflictsInWords, leftInWords, reportHeadline } from './sync-words.ts';

type SyncReportViewProps = { readonly report: SyncReport; readonly isPreview?: boolean };

/** What came, or would come: by area, what a person has to decide, and what was left out and why. */
export function SyncReportView({ report, isPreview = false }: SyncReportViewProps) {
  const { operations, areas, removals, asks, waiting, gaps, left, remarks } = report;
  return (
    <div className="sync-report">
      <p className="sync-report-headline">{reportHeadline(report, isPreview)}</p>
      {asks !== null && <p className="sync-asks">{`${asks[0]?.toUpperCase()}${asks.slice(1)}.`}</p>}
      {operations > 0 && <p>{removals.length > 0 ? CAN_COME_BACK : NOTHING_DELETED}</p>}
      {areas.length > 0 && (
        <SimpleTable
          caption={isPreview ? 'What would come, by area' : 'What came, by area'}
          hideCaption
          rows={areas}
          rowKey={({ label }) => label}
          whenEmpty=""
          columns={[
            { key: 'area', heading: 'Area', isRowHeading: true, render: ({ label }) => label },
            { key: 'made', heading: 'New', width: '8rem', align: 'end', render: ({ made }) => figure(made) },
            {
              key: 'changed',
              heading: 'Changed',
              width: '8rem',
              align: 'end',
              render: ({ changed }) => figure(changed),
            },
          ]}
        />
      )}
      <RemovalsView removals={removals} />
      <Conflicts report={report} isPreview={isPreview} />
      <Lines heading="Still missing" lines={gaps} />
      {waiting > 0 && gaps.length === 0 && <p>{changesInWords(waiting)} kept until what they follow has come.</p>}
      <Lines heading="Left out" lines={left.map(leftInWords)} />
      <Lines heading="To look at" lines={remarks} />
    </div>
  );
}

const NOTHING_DELETED = 'Nothing is deleted: what is missing in a file stays as it is here.';
const CAN_COME_BACK =
  'What is missing in a file stays as it is here. What was removed would go here too; it can be put back from the history.';

const figure = (count: number): string => (count === 0 ? '–' : count.toLocaleString('en-GB'));

function Conflicts({ report: { conflicts, conflictsTotal }, isPreview }: Required<SyncReportViewProps>) {
  if (conflictsTotal === 0) return null;
  return (
    <div>
      <h4>
        {conflictsInWords(conflictsTotal)} {isPreview ? 'would wait for a decision' : 'for a decision'}
      </h4>
      <ul className="sync-list">
        {conflicts.map(({ id, heading, record }) => (
          <li key={id}>
            {isPreview ? heading : <Link href={hrefTo(`/conflicts/${id}`)}>{heading}</Link>}{' '}
            <span className="ui-quiet">{record}</span>
          </li>
        ))}
      </ul>
      {conflicts.length < conflictsTotal && (
        <p>And {(conflictsTotal - conflicts.length).toLocaleString('en-GB')} more.</p>
      )}
      {isPreview ? (
        <p className="ui-quiet">Both versions are kept; nothing is overwritten unseen.</p>
      ) : (
        <Link href={hrefTo('/conflicts')}>See all that wait</Link>
      )}
    </div>
  );
}

function Lines({ heading, lines }: { readonly heading: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h4>{heading}</h4>
      <ul className="sync-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
