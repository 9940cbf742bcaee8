import { classNames, Pill, type SimpleColumn, SimpleTable } from '../../ui/index.ts';
import { levelOf, type PackCell, type PackTable, type RagKey } from './preview-model.ts';

/** On paper a table with more columns lies on its side. */
const manyColumns = 6;

type NumberedRow = { readonly number: number; readonly cells: readonly PackCell[] };

export function PackTableView({ table, ragKey }: { readonly table: PackTable; readonly ragKey: RagKey }) {
  const rows = table.rows.map((cells, number): NumberedRow => ({ number, cells }));
  return (
    <div className={classNames('pack-table', table.columns.length > manyColumns && 'pack-table-wide')}>
      <SimpleTable
        caption={table.caption}
        columns={columnsOf(table, ragKey)}
        rows={rows}
        rowKey={({ number }) => String(number)}
        whenEmpty={table.nil}
      />
      {table.rowCount > rows.length && (
        <p className="pack-note">
          The first {rows.length} of {table.rowCount.toLocaleString('en-GB')} rows are shown. The documents hold all of
          them.
        </p>
      )}
    </div>
  );
}

const columnsOf = ({ columns }: PackTable, ragKey: RagKey): readonly SimpleColumn<NumberedRow>[] => {
  const allWidths = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ key, heading, width }, position) => ({
    key,
    heading,
    width: `${((width / allWidths) * 100).toFixed(1)}%`,
    isRowHeading: position === 0,
    render: ({ cells }) => {
      const cell = cells[position];
      return cell && <CellView cell={cell} ragKey={ragKey} />;
    },
  }));
};

function CellView({ cell, ragKey }: { readonly cell: PackCell; readonly ragKey: RagKey }) {
  if (cell.kind === 'date' && cell.sort !== null) return <time dateTime={cell.sort}>{cell.text}</time>;
  if (cell.kind !== 'rag') return cell.text;
  const level = levelOf(ragKey, cell.level);
  return level === undefined ? (
    cell.text || 'Not rated'
  ) : (
    <Pill tone={level.tone} symbol={level.symbol}>
      {cell.text || level.label}
    </Pill>
  );
}
