import { Pill, type SimpleColumn, SimpleTable } from '../../ui/index.ts';
import type { RagKey, RagKeyLevel } from './preview-model.ts';

/** What each rating means. */
export function RagKeyView({ ragKey }: { readonly ragKey: RagKey }) {
  return (
    <SimpleTable
      caption={`Key to the ratings (${ragKey.scheme})`}
      columns={columns}
      rows={ragKey.levels}
      rowKey={({ code }) => code}
      whenEmpty="The board's RAG scheme has no levels."
    />
  );
}

const columns: readonly SimpleColumn<RagKeyLevel>[] = [
  {
    key: 'rating',
    heading: 'Rating',
    isRowHeading: true,
    width: '20%',
    render: ({ tone, symbol, label }) => (
      <Pill tone={tone} symbol={symbol}>
        {label}
      </Pill>
    ),
  },
  { key: 'rule', heading: 'What it means', render: ({ rule }) => rule },
];
