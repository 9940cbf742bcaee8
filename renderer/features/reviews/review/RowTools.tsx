import type { EditableTable } from '../../../../db/contract/records.ts';
import { HistoryButton } from './HistoryButton.tsx';
import { RemoveButton } from './RemoveButton.tsx';

export type RowToolsProps = {
  readonly table: EditableTable;
  readonly id: string;
  /** Names the record: "the event Notified". */
  readonly what: string;
};

/** What stands at the end of each record's row. */
export function RowTools({ table, id, what }: RowToolsProps) {
  return (
    <span className="review-row-tools">
      <HistoryButton rowId={id} title={what} />
      <RemoveButton table={table} id={id} what={what} />
    </span>
  );
}
