import type { OverviewData } from '../../../db/contract/overview.ts';
import { countOf } from '../../../db/domain/plain-words.ts';
import { Section, type SimpleColumn, SimpleTable } from '../../ui/index.ts';
import { registerBehind } from './lists-behind.ts';
import { NumberLink } from './NumberLink.tsx';

type DelayedBy = OverviewData['delays'][number];

/** What is complete and not published, in sentences, then the delays by their reasons. */
export function PublicationDelays({
  delays,
  publicationStatements,
}: Pick<OverviewData, 'delays' | 'publicationStatements'>) {
  return (
    <Section heading="Unpublished and delayed" id="overview-publication">
      {publicationStatements.length > 0 && (
        <ul className="overview-statements">
          {publicationStatements.map((statement) => (
            <li key={statement}>{statement}</li>
          ))}
        </ul>
      )}
      <SimpleTable
        caption="Delays by reason"
        hideCaption
        columns={columns}
        rows={delays}
        rowKey={({ delayReasonId }) => delayReasonId}
        whenEmpty="No publication is delayed."
      />
    </Section>
  );
}

const columns: readonly SimpleColumn<DelayedBy>[] = [
  { key: 'reason', heading: 'Reason for delay', isRowHeading: true, render: ({ reason }) => reason },
  {
    key: 'reviews',
    heading: 'Reviews',
    align: 'end',
    render: ({ delayReasonId, reason, reviews }) => (
      <NumberLink value={reviews} of={`delayed: ${reason}`} href={registerBehind({ delayReasonId })} />
    ),
  },
  {
    key: 'longest',
    heading: 'Longest so far',
    align: 'end',
    render: ({ longestDays }) => (longestDays === null ? 'Not known' : days(longestDays)),
  },
  { key: 'all', heading: 'Altogether', align: 'end', render: altogether },
];

function altogether({ totalDays, undated }: DelayedBy) {
  if (totalDays === null) return 'Not known';
  return undated === 0 ? days(totalDays) : `${days(totalDays)}, ${undated} not known`;
}

const days = (count: number): string =>
  count < 1000 ? countOf(count, 'day', 'days') : `${count.toLocaleString('en-GB')} days`;
