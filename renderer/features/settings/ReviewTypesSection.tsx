import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { NATION_LABELS, STAGE_KIND_LABELS, STAGE_KINDS } from '../../../db/domain/codes.ts';
import { goTo } from '../../app/go-to.ts';
import { hrefTo } from '../../app/links.ts';
import { useBoard } from '../../app/use-board.ts';
import { addRecord } from '../../app/use-record-edit.ts';
import { client } from '../../client.ts';
import type { ListSearch } from '../../state/lists.ts';
import { Section, SimpleTable, TextField } from '../../ui/index.ts';
import { AddLine } from './AddLine.tsx';
import { ConfirmedMark } from './ConfirmedMark.tsx';
import { nameToOwnCode } from './own-code.ts';
import { RemoveButton } from './RemoveButton.tsx';
import { ReviewTypeDetail } from './ReviewTypeDetail.tsx';

/** Types of review are data: the shipped ones can be changed, and the board adds its own. */
export function ReviewTypesSection() {
  const { reviewTypes } = useBoard();
  const { type: openId } = useSearch({ strict: false }) as ListSearch;
  const open = reviewTypes.find(({ id }) => id === openId);
  if (open) return <ReviewTypeDetail key={open.id} type={open} />;
  return (
    <Section
      heading="Types of review"
      count={reviewTypes.length}
      note="Each has its stages, the editions of the guidance it runs under, and its clocks. A change here is for reviews recorded from now on; the clocks of a review are its own."
    >
      <SimpleTable
        caption="Types of review"
        hideCaption
        rows={reviewTypes}
        rowKey={({ id }) => id}
        whenEmpty="No types yet. Add the first below."
        columns={[
          {
            key: 'name',
            heading: 'Type',
            isRowHeading: true,
            render: ({ id, name }) => <a href={reviewTypeHref(id)}>{name}</a>,
          },
          { key: 'short', heading: 'Short name', width: '17%', render: ({ shortName }) => shortName },
          {
            key: 'nation',
            heading: 'Nation',
            width: '13%',
            render: ({ nation }) => (nation === null ? 'Any' : NATION_LABELS[nation]),
          },
          {
            key: 'statutory',
            heading: 'Duty',
            width: '12%',
            render: ({ statutory }) => (statutory === 1 ? 'Statutory' : 'Local'),
          },
          {
            key: 'clocks',
            heading: 'Clocks',
            width: '9%',
            align: 'end',
            render: ({ clockRules }) => clockRules.length,
          },
          {
            key: 'confirmed',
            heading: 'Source',
            width: '17%',
            render: ({ confirmed }) => <ConfirmedMark confirmed={confirmed} />,
          },
          {
            key: 'tools',
            heading: 'Remove',
            width: '5rem',
            align: 'end',
            render: ({ id, name }) => <RemoveButton table="reviewTypes" id={id} name={name} />,
          },
        ]}
      />
      <AddReviewType />
    </Section>
  );
}

const reviewTypeHref = (id: string): string => hrefTo('/settings/review-types', { type: id });

function AddReviewType() {
  const { reviewTypes } = useBoard();
  const [name, setName] = useState('');
  const [shortName, setShortName] = useState('');
  const add = async () => {
    const outcome = await addRecord('reviewTypes', {
      code: nameToOwnCode(
        name,
        reviewTypes.map(({ code }) => code),
      ),
      name,
      shortName: shortName.trim() || name,
      singular: name.trim().toLowerCase(),
      plural: `${name.trim().toLowerCase()}s`,
      position: reviewTypes.length,
    });
    if (!outcome.ok) return outcome;
    await addUsualStages(outcome.answer.id);
    goTo(reviewTypeHref(outcome.answer.id));
    return outcome;
  };
  return (
    <AddLine
      addLabel="Add the type"
      problem={() => (name.trim() === '' ? 'A type of review needs a name.' : null)}
      onAdd={add}
      onAdded={() => {
        setName('');
        setShortName('');
      }}
    >
      <TextField label="New type of review" hint="In the singular" value={name} onChange={setName} />
      <TextField label="Short name" hint="As it stands in lists" optional value={shortName} onChange={setShortName} />
    </AddLine>
  );
}

/** One stage of each kind: without stages no review of the type can be recorded. */
const addUsualStages = async (reviewTypeId: string): Promise<void> => {
  for (const [position, kind] of STAGE_KINDS.entries()) {
    await client.records.add({
      table: 'stages',
      row: { reviewTypeId, code: kind, name: STAGE_KIND_LABELS[kind], kind, position },
    });
  }
};
