import type { MeetingDetail } from '../../../db/contract/meetings.ts';
import { ACTION_STATE_LABELS, type ActionState } from '../../../db/domain/codes.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { actionHref } from '../../app/links.ts';
import { Link, Section, SimpleTable } from '../../ui/index.ts';
import { AddAction } from '../actions/AddAction.tsx';
import { AddInline } from '../reviews/review/AddInline.tsx';

/** Actions that came of the meeting itself; each is an action like any other. */
export function ActionsArising({ detail: { meeting, actions } }: { readonly detail: MeetingDetail }) {
  return (
    <Section heading="Actions arising" count={actions.length}>
      <SimpleTable
        caption="Actions arising"
        hideCaption
        rows={actions}
        rowKey={({ id }) => id}
        whenEmpty={meeting.nilStatement ?? 'None is recorded. If none arose, record the nil above.'}
        columns={[
          {
            key: 'number',
            heading: 'Number',
            width: '6rem',
            isRowHeading: true,
            render: ({ id, number }) => <Link href={actionHref(id)}>{number}</Link>,
          },
          { key: 'text', heading: 'Action', render: ({ text }) => text },
          {
            key: 'lead',
            heading: 'Lead agency',
            width: '22%',
            render: ({ leadAgency }) => leadAgency ?? <span className="ui-quiet">Nobody yet</span>,
          },
          {
            key: 'target',
            heading: 'Target',
            width: '9rem',
            render: ({ targetDate, targetText }) =>
              formatDate(targetDate, targetText) || <span className="ui-quiet">No target</span>,
          },
          {
            key: 'state',
            heading: 'State',
            width: '9rem',
            render: ({ state }) => ACTION_STATE_LABELS[state as ActionState] ?? state,
          },
        ]}
      />
      <AddInline label="Add an action">
        {(close) => (
          <div className="review-form">
            <AddAction meetingId={meeting.id} onCancel={close} />
          </div>
        )}
      </AddInline>
    </Section>
  );
}
