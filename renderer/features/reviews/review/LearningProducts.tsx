import { useState } from 'react';
import type { ReviewDetail } from '../../../../db/contract/reviews.ts';
import { LEARNING_PRODUCT_KIND_LABELS, type LearningProductKind } from '../../../../db/domain/codes.ts';
import { addRecord, editRecord } from '../../../app/use-record-edit.ts';
import {
  Checkbox,
  DateEntry,
  EditableNumber,
  Select,
  type SimpleColumn,
  SimpleTable,
  TextField,
} from '../../../ui/index.ts';
import { labelsToOptions } from '../labels-to-options.ts';
import { AddInline } from './AddInline.tsx';
import { FlagBox } from './FlagField.tsx';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { recordColumns } from './record-columns.tsx';
import { problemOf } from './saving.ts';
import { problemIn, useDateField } from './use-date-field.ts';

type Product = ReviewDetail['learningProducts'][number];

const kinds = labelsToOptions(LEARNING_PRODUCT_KIND_LABELS);
const of = recordColumns('learningProducts', ({ title }) => title);
const columns: readonly SimpleColumn<Product>[] = [
  of.choice('kind', 'Kind', kinds),
  of.text('title', 'Title'),
  of.text('audience', 'For'),
  of.date('issuedOn', 'Issued', { textField: 'issuedText', whenEmpty: 'Not yet' }),
  {
    key: 'reach',
    heading: 'Reached',
    width: '96px',
    render: (product) => (
      <EditableNumber
        layout="bare"
        label={`People reached by ${product.title}`}
        whenEmpty="Not known"
        min={0}
        value={product.reach}
        onSave={editRecord('learningProducts', product, 'reach')}
      />
    ),
  },
  {
    key: 'interim',
    heading: 'Before publication',
    width: '96px',
    render: (product) => (
      <FlagBox value={product.interim} onSave={editRecord('learningProducts', product, 'interim')}>
        Interim
      </FlagBox>
    ),
  },
  of.tools(),
];

export function LearningProducts({
  reviewId,
  products,
}: {
  readonly reviewId: string;
  readonly products: readonly Product[];
}) {
  return (
    <>
      <SimpleTable
        caption="Learning shared"
        hideCaption
        columns={columns}
        rows={products}
        rowKey={({ id }) => id}
        whenEmpty="Nothing is recorded as shared yet."
      />
      <AddInline label="Add what was shared">{(close) => <NewProduct reviewId={reviewId} onClose={close} />}</AddInline>
    </>
  );
}

function NewProduct({ reviewId, onClose }: { readonly reviewId: string; readonly onClose: () => void }) {
  const [kind, setKind] = useState<LearningProductKind>('briefing');
  const [title, setTitle] = useState('');
  const [audience, setAudience] = useState('');
  const [isInterim, setInterim] = useState(false);
  const issued = useDateField();
  const onSave = async (): Promise<string | null> => {
    if (title.trim() === '') return 'Give it a title.';
    const problem = problemIn(issued);
    if (problem !== null) return problem;
    const outcome = await addRecord('learningProducts', {
      reviewId,
      kind,
      title,
      audience,
      interim: isInterim ? 1 : 0,
      issuedOn: issued.value.date,
      issuedText: issued.value.text,
    });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add what was shared" saveLabel="Add" onSave={onSave} onClose={onClose}>
      <FormRow>
        <Select
          label="Kind"
          options={kinds}
          value={kind}
          onChange={(key) => setKind(key as LearningProductKind)}
          autoFocus
        />
        <TextField label="Title" value={title} onChange={setTitle} />
        <TextField label="For" hint="Its audience." value={audience} onChange={setAudience} optional />
        <DateEntry label="Issued" {...issued.entry} optional />
      </FormRow>
      <Checkbox isSelected={isInterim} onChange={setInterim}>
        Interim, before the report is published
      </Checkbox>
    </InlineForm>
  );
}
