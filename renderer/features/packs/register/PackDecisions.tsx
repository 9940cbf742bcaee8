import { useQuery } from '@tanstack/react-query';
import type { PackDecision, RegisteredPackDetail } from '../../../../db/contract/pack-register.ts';
import { Failure } from '../../../app/Failure.tsx';
import { actionHref, meetingHref, reviewHref } from '../../../app/links.ts';
import { api } from '../../../client.ts';
import { Link, Section, type SimpleColumn, SimpleTable, Skeleton } from '../../../ui/index.ts';
import { meetingName } from '../../meetings/meeting-words.ts';

/** What was decided on the pack, and at its meeting on what it had asked for. */
export function PackDecisions({ pack }: { readonly pack: RegisteredPackDetail }) {
  const { data, error, refetch } = useQuery(api.packRegister.decisions.queryOptions({ input: { id: pack.id } }));
  return (
    <Section heading="Decisions taken on it" count={data?.decisions.length}>
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={3} label="Loading the decisions" />}
      {data !== undefined && (
        <SimpleTable
          caption="Decisions taken on it"
          hideCaption
          columns={columns}
          rows={data.decisions}
          rowKey={({ id }) => id}
          whenEmpty={
            pack.tabledOn === null
              ? 'None. Mark the pack as tabled at its meeting; a decision recorded under its agenda item then stands here.'
              : 'None is recorded. Record it under the agenda item of the pack, on the page of the meeting.'
          }
        />
      )}
    </Section>
  );
}

const columns: readonly SimpleColumn<PackDecision>[] = [
  { key: 'text', heading: 'Decision', isRowHeading: true, width: '40%', render: ({ text }) => text },
  { key: 'on', heading: 'What it decided', render: (decision) => <Decided decision={decision} /> },
  {
    key: 'meeting',
    heading: 'Meeting',
    render: ({ meeting }) => <Link href={meetingHref(meeting.id)}>{meetingName(meeting)}</Link>,
  },
  {
    key: 'minute',
    heading: 'Minute',
    width: '8rem',
    render: ({ minuteReference }) => minuteReference || <span className="ui-quiet">None</span>,
  },
];

function Decided({ decision: { review, action, subject } }: { readonly decision: PackDecision }) {
  if (action !== null) return <Link href={actionHref(action.id)}>{subject}</Link>;
  if (review !== null) return <Link href={reviewHref(review.id)}>{subject}</Link>;
  return subject;
}
