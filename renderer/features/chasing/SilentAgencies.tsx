import type { SilentAgency } from '../../../db/contract/chasing.ts';
import { daysInWords, isAnswerLate } from '../../../db/domain/chasing.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { listHref } from '../../app/links.ts';
import { useBoard } from '../../app/use-board.ts';
import { Button, SimpleTable } from '../../ui/index.ts';
import { NumberLink } from '../overview/NumberLink.tsx';

type SilentAgenciesProps = { readonly rows: readonly SilentAgency[]; readonly onAsk: (agencyId: string) => void };

/** The longest silent first. Every figure opens the actions behind it. */
export function SilentAgencies({ rows, onAsk }: SilentAgenciesProps) {
  const { today } = useBoard();
  return (
    <SimpleTable
      caption="No update received, by agency"
      rows={rows}
      rowKey={({ agencyId }) => agencyId}
      whenEmpty="No agency has an open action."
      columns={[
        {
          key: 'agency',
          heading: 'Agency',
          isRowHeading: true,
          render: ({ agency, contactPost }) => (
            <>
              {agency}
              <span className="chasing-below">{contactPost === '' ? 'No contact post recorded' : contactPost}</span>
            </>
          ),
        },
        {
          key: 'silent',
          heading: 'Silent for',
          render: ({ daysSilent, silentSince, lastRequestedOn }) =>
            daysSilent === null ? (
              <span className="ui-quiet">{lastRequestedOn === null ? 'Not asked yet' : 'Answered'}</span>
            ) : (
              <>
                {daysInWords(daysSilent)}
                <span className="chasing-below">since {formatDate(silentSince)}</span>
              </>
            ),
        },
        {
          key: 'noUpdate',
          heading: 'Without an update',
          align: 'end',
          render: ({ agencyId, agency, noUpdate }) => (
            <NumberLink
              value={noUpdate}
              of={`actions of ${agency} without an update since they were asked for`}
              href={listHref('actions', { agencyId: [agencyId], noUpdate: true })}
            />
          ),
        },
        {
          key: 'overdue',
          heading: 'Overdue',
          align: 'end',
          render: ({ agencyId, agency, overdue }) => (
            <NumberLink
              value={overdue}
              of={`overdue actions of ${agency}`}
              href={listHref('actions', { agencyId: [agencyId], overdue: true })}
            />
          ),
        },
        {
          key: 'open',
          heading: 'Open',
          align: 'end',
          render: ({ agencyId, agency, open }) => (
            <NumberLink
              value={open}
              of={`open actions of ${agency}`}
              href={listHref('actions', { agencyId: [agencyId], open: true })}
            />
          ),
        },
        {
          key: 'joint',
          heading: 'Open, joint lead',
          align: 'end',
          render: ({ agencyId, agency, joint }) => (
            <NumberLink
              value={joint}
              of={`open actions that ${agency} leads jointly`}
              href={listHref('actions', { jointAgencyId: agencyId, open: true })}
            />
          ),
        },
        {
          key: 'asked',
          heading: 'Last asked',
          render: (row) => (
            <>
              <DateCell date={row.lastRequestedOn} otherwise="Never" />
              {row.dueOn !== null && (
                <span className="chasing-below">
                  {isAnswerLate(row, today) ? '▲ answer was due ' : 'answer by '}
                  {formatDate(row.dueOn)}
                </span>
              )}
            </>
          ),
        },
        {
          key: 'updated',
          heading: 'Last update',
          render: ({ lastUpdateOn }) => <DateCell date={lastUpdateOn} otherwise="None" />,
        },
        {
          key: 'ask',
          heading: 'Ask',
          render: ({ agencyId, agency }) => (
            <Button size="small" aria-label={`Write a request sheet for ${agency}`} onPress={() => onAsk(agencyId)}>
              Request sheet
            </Button>
          ),
        },
      ]}
    />
  );
}

function DateCell({ date, otherwise }: { readonly date: string | null; readonly otherwise: string }) {
  if (date === null) return <span className="ui-quiet">{otherwise}</span>;
  return <span className="chasing-date">{formatDate(date)}</span>;
}
