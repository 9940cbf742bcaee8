import type { ActionFilter } from '../../../db/contract/actions.ts';
import type { OverviewData } from '../../../db/contract/overview.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { Section, type SimpleColumn, SimpleTable } from '../../ui/index.ts';
import { actionsBehind } from './lists-behind.ts';
import { NumberLink } from './NumberLink.tsx';

type AgencyRow = OverviewData['actionsByAgency'][number];

export function ActionsByAgency({ agencies }: { readonly agencies: readonly AgencyRow[] }) {
  return (
    <Section heading="Open actions by agency" id="overview-agencies" note="Counted for the agency that leads.">
      <SimpleTable
        caption="Open actions by agency"
        hideCaption
        columns={columns}
        rows={agencies}
        rowKey={({ agencyId }) => agencyId ?? 'none'}
        whenEmpty="No agency has an open action."
      />
    </Section>
  );
}

/** A column of numbers, each of which opens that agency's actions. */
const numbers = (
  key: 'open' | 'overdue' | 'dueSoon' | 'noUpdate' | 'awaitingSignOff',
  heading: string,
  filter: ActionFilter,
): SimpleColumn<AgencyRow> => ({
  key,
  heading,
  align: 'end',
  render: (row) => (
    <NumberLink
      value={row[key]}
      of={`${heading.toLowerCase()}, ${row.agency}`}
      href={actionsBehind({ agencyId: [row.agencyId ?? 'none'], ...filter })}
    />
  ),
});

const columns: readonly SimpleColumn<AgencyRow>[] = [
  { key: 'agency', heading: 'Agency', isRowHeading: true, render: ({ agency }) => agency },
  numbers('open', 'Open', { open: true }),
  numbers('overdue', 'Overdue', { overdue: true }),
  numbers('dueSoon', 'Due soon', { dueSoon: true }),
  numbers('noUpdate', 'No update', { noUpdate: true }),
  {
    key: 'lastRequestedOn',
    heading: 'Last asked',
    width: '9.5rem',
    render: ({ lastRequestedOn }) =>
      lastRequestedOn === null ? <span className="ui-quiet">Not asked yet</span> : formatDate(lastRequestedOn),
  },
  numbers('awaitingSignOff', 'Awaiting sign-off', { awaitingSignOff: true }),
];
