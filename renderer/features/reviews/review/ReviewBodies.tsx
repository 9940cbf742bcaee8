import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { useBoard } from '../../../app/use-board.ts';
import { addRecord } from '../../../app/use-record-edit.ts';
import { ComboBox, Select, type SimpleColumn, SimpleTable } from '../../../ui/index.ts';
import { hrefTo } from '../../../app/links.ts';
import { AddInline } from './AddInline.tsx';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { recordColumns } from './record-columns.tsx';
import { ReviewPart } from './ReviewPart.tsx';
import { problemOf } from './saving.ts';

type Taking = ReviewDetail['reviewBodies'][number];
type Role = Taking['role'];

const ROLES: Readonly<Record<Role, string>> = {
  lead: 'Leads the review',
  'joint-lead': 'Leads it jointly',
  commissioner: 'Commissioned it',
  partner: 'Takes part',
};
const roles = Object.entries(ROLES).map(([key, label]) => ({ key, label }));

/** Whose review it is beside this board: joint leads, the area that leads it, who commissioned it. */
export function ReviewBodies({ detail: { review, reviewBodies } }: { readonly detail: ReviewDetail }) {
  const { bodies } = useBoard();
  const ownName = (bodyId: string | null): string | undefined => bodies.find(({ id }) => id === bodyId)?.name;
  const of = recordColumns('reviewBodies', ({ name, bodyId }) => name || ownName(bodyId) || 'the body');
  const columns: readonly SimpleColumn<Taking>[] = [
    {
      key: 'body',
      heading: 'Body',
      isRowHeading: true,
      render: ({ bodyId, name }) =>
        bodyId === null ? name : <a href={hrefTo(`/bodies/${bodyId}`)}>{ownName(bodyId) ?? name}</a>,
    },
    of.choice('role', 'Part', roles, { width: '30%' }),
    of.tools(),
  ];
  return (
    <ReviewPart
      part="bodies"
      count={reviewBodies.length}
      note="Bodies beside this board: joint leads, the area that leads the review, who commissioned it."
    >
      <SimpleTable
        caption="Bodies of this review"
        hideCaption
        columns={columns}
        rows={reviewBodies}
        rowKey={({ id }) => id}
        whenEmpty="No other body is recorded."
      />
      <AddInline label="Add a body">{(close) => <NewBody review={review} onClose={close} />}</AddInline>
    </ReviewPart>
  );
}

type NewBodyProps = { readonly review: ReviewDetail['review']; readonly onClose: () => void };

function NewBody({ review, onClose }: NewBodyProps) {
  const { bodies } = useBoard();
  const [bodyId, setBodyId] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>(roleFor(review.lead));
  const onSave = async (): Promise<string | null> => {
    if (bodyId === null && name.trim() === '') return 'Name the body.';
    const outcome = await addRecord('reviewBodies', {
      reviewId: review.id,
      bodyId,
      name: bodyId === null ? name : '',
      role,
    });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add a body" saveLabel="Add the body" onSave={onSave} onClose={onClose}>
      <FormRow>
        <ComboBox
          label="Body"
          hint="One of the board’s own, or any other by name."
          options={bodies.map((body) => ({ key: body.id, label: body.name }))}
          value={bodyId}
          onChange={setBodyId}
          onNewWords={(words) => {
            setBodyId(null);
            setName(words);
          }}
          autoFocus
        />
        <Select label="Part" options={roles} value={role} onChange={(key) => setRole(key as Role)} />
      </FormRow>
    </InlineForm>
  );
}

const roleFor = (lead: ReviewDetail['review']['lead']): Role => {
  if (lead === 'joint') return 'joint-lead';
  return lead === 'led-elsewhere' ? 'lead' : 'partner';
};
