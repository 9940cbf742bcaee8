import type { ActionRow } from '../../../../db/contract/actions.ts';
import { ACTION_STATE_LABELS } from '../../../../db/domain/codes.ts';
import { actionHref } from '../../../app/links.ts';
import { type SimpleColumn, SimpleTable } from '../../../ui/index.ts';
import { ActionRag } from './ActionRag.tsx';
import { targetWords } from './plan-words.ts';

const columns: readonly SimpleColumn<ActionRow>[] = [
  { key: 'rag', heading: 'RAG', width: '116px', render: (action) => <ActionRag action={action} /> },
  {
    key: 'action',
    heading: 'Action',
    isRowHeading: true,
    render: ({ id, number, text, reviewId }) => (
      <a className="review-action" href={actionHref(id, reviewId === null ? {} : { reviewId: [reviewId] })}>
        {number} {text}
      </a>
    ),
  },
  { key: 'agency', heading: 'Lead agency', width: '18%', render: (action) => leadOf(action) },
  {
    key: 'target',
    heading: 'Target',
    width: '22%',
    render: (action) => (
      <span className={(action.daysLate ?? 0) > 0 ? 'reviews-late' : undefined}>{targetWords(action)}</span>
    ),
  },
  { key: 'state', heading: 'State', width: '14%', render: ({ state }) => ACTION_STATE_LABELS[state] },
];

/** Actions as the review's page shows them; each opens with its own panel in the list of actions. */
export function ActionTable({
  caption,
  actions,
}: {
  readonly caption: string;
  readonly actions: readonly ActionRow[];
}) {
  return (
    <SimpleTable
      caption={caption}
      hideCaption
      columns={columns}
      rows={actions}
      rowKey={({ id }) => id}
      whenEmpty="No action yet."
    />
  );
}

const leadOf = ({ leadAgency, owner, ownerKind }: ActionRow): string => {
  if (leadAgency !== null) return leadAgency;
  if (owner !== '') return owner;
  return ownerKind === 'all' ? 'All members' : 'Nobody yet';
};
