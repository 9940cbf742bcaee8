import type { EditableTable } from '../../../../db/contract/records.ts';
import { removeRecord } from '../../../app/use-record-edit.ts';
import { IconButton, useReadOnly } from '../../../ui/index.ts';
import { tellRefusal } from './saving.ts';
import { focusPartOf } from './show-part.ts';

export type RemoveButtonProps = {
  readonly table: EditableTable;
  readonly id: string;
  /** Which one: "the event Notified". */
  readonly what: string;
};

/** Takes a record off the review; the message that follows offers Undo. */
export function RemoveButton({ table, id, what }: RemoveButtonProps) {
  const isReadOnly = useReadOnly();
  const remove = async (button: Element): Promise<void> => {
    const outcome = await removeRecord(table, id);
    if (outcome.ok) focusPartOf(button);
    else tellRefusal(outcome);
  };
  if (isReadOnly) return null;
  return (
    <IconButton icon="close" size="small" label={`Remove ${what}`} onPress={({ target }) => void remove(target)} />
  );
}
