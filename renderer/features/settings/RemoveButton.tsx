import type { EditableTable } from '../../../db/contract/records.ts';
import { showProblem } from '../../app/problem-toast.ts';
import { removeRecord } from '../../app/use-record-edit.ts';
import { IconButton, useReadOnly } from '../../ui/index.ts';

type RemoveButtonProps = {
  readonly table: EditableTable;
  readonly id: string;
  /** What is removed, by its name. */
  readonly name: string;
};

/** Removes at once: the message that follows takes it back. */
export function RemoveButton({ table, id, name }: RemoveButtonProps) {
  const isReadOnly = useReadOnly();
  const remove = async (): Promise<void> => {
    const outcome = await removeRecord(table, id);
    if (!outcome.ok) showProblem(outcome.message);
  };
  if (isReadOnly) return null;
  return <IconButton icon="close" size="small" label={`Remove ${name}`} onPress={() => void remove()} />;
}
