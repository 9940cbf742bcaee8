import { Chart, Definition, DefinitionList, shareInWords, type SimpleColumn, SimpleTable } from '../../ui/index.ts';
import { PackTableView } from './PackTableView.tsx';
import type { PackBlock, RagKey } from './preview-model.ts';
import { RagKeyView } from './RagKeyView.tsx';

type Figure = Extract<PackBlock, { kind: 'figures' }>['figures'][number];

type PackBlockProps = {
  readonly block: PackBlock;
  readonly ragKey: RagKey;
  /** Of a subheading: one below what stands over the block. */
  readonly level?: 3 | 4;
};

/** One block of the pack, as text and elements: nothing in it is read as markup. */
export function PackBlockView({ block, ragKey, level = 4 }: PackBlockProps) {
  const Subheading = `h${level}` as const;
  switch (block.kind) {
    case 'paragraph':
    case 'nil':
      return <p>{block.text}</p>;
    case 'subheading':
      return <Subheading>{block.text}</Subheading>;
    case 'list':
      return (
        <ul className="pack-list">
          {block.items.map((item, position) => (
            <li key={position}>{item}</li>
          ))}
        </ul>
      );
    case 'facts':
      return <PackFacts facts={block.facts} />;
    case 'figures':
      return <PackFigures caption={block.caption} figures={block.figures} />;
    case 'table':
      return <PackTableView table={block} ragKey={ragKey} />;
    case 'rag-key':
      return <RagKeyView ragKey={ragKey} />;
    case 'chart':
      return <Chart chart={block.chart} hasTable={false} />;
  }
}

export function PackFacts({
  facts,
}: {
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}) {
  return (
    <DefinitionList>
      {facts.map(({ label, value }) => (
        <Definition key={label} label={label}>
          {value}
        </Definition>
      ))}
    </DefinitionList>
  );
}

function PackFigures({ caption, figures }: { readonly caption: string; readonly figures: readonly Figure[] }) {
  const columns: readonly SimpleColumn<Figure>[] = [
    { key: 'figure', heading: 'Figure', isRowHeading: true, render: ({ label }) => label },
    {
      key: 'result',
      heading: 'Result',
      render: ({ value, outOf }) => (outOf === null ? value : shareInWords(value, outOf)),
    },
    { key: 'note', heading: 'Note', render: ({ note }) => note },
  ];
  const isNoted = figures.some(({ note }) => note !== null);
  return (
    <SimpleTable
      caption={caption}
      columns={isNoted ? columns : columns.slice(0, 2)}
      rows={figures}
      rowKey={({ label }) => label}
      whenEmpty="No figures."
    />
  );
}
