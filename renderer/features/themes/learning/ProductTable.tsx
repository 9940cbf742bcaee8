import type { ProductRow } from '../../../../db/contract/themes.ts';
import { LEARNING_PRODUCT_KIND_LABELS } from '../../../../db/domain/codes.ts';
import { editRecord } from '../../../app/use-record-edit.ts';
import { EditableNumber, type SimpleColumn, SimpleTable } from '../../../ui/index.ts';
import { labelsToOptions } from '../../reviews/labels-to-options.ts';
import { FlagBox } from '../../reviews/review/FlagField.tsx';
import { recordColumns } from '../../reviews/review/record-columns.tsx';
import { LinkedTo } from './LinkedTo.tsx';
import { ThemeCell } from './ThemeCell.tsx';

export const productKinds = labelsToOptions(LEARNING_PRODUCT_KIND_LABELS);

const of = recordColumns('learningProducts', ({ title }) => title);
const columns: readonly SimpleColumn<ProductRow>[] = [
  of.text('title', 'Title', { width: '20%' }),
  of.choice('kind', 'Kind', productKinds),
  of.text('audience', 'For whom'),
  of.date('issuedOn', 'Issued', { textField: 'issuedText', whenEmpty: 'Not yet' }),
  {
    key: 'reach',
    heading: 'Reached',
    width: '88px',
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
  {
    key: 'theme',
    heading: 'Theme',
    render: (product) => <ThemeCell table="learningProducts" row={product} what={product.title} />,
  },
  {
    key: 'of',
    heading: 'From',
    width: '120px',
    render: ({ reviewId, reviewReference, externalReportId, reportReference }) => (
      <LinkedTo {...{ reviewId, reviewReference, externalReportId, reportReference }} />
    ),
  },
  of.tools(),
];

type ProductTableProps = { readonly products: readonly ProductRow[]; readonly whenEmpty: string };

export function ProductTable({ products, whenEmpty }: ProductTableProps) {
  return (
    <div className="theme-records">
      <SimpleTable
        caption="Learning products"
        hideCaption
        columns={columns}
        rows={products}
        rowKey={({ id }) => id}
        whenEmpty={whenEmpty}
      />
    </div>
  );
}
