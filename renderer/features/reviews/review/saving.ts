import type { EditableTable, RecordFields } from '../../../../db/contract/records.ts';
import { RECORD_WORDS } from '../../../app/record-words.ts';
import { save, type SaveOutcome } from '../../../app/use-save.ts';
import type { Saved } from '../../../../db/contract/common.ts';
import { client } from '../../../client.ts';
import { showToast } from '../../../ui/index.ts';

type Fields<T extends EditableTable> = Partial<RecordFields<T>>;

/** Several fields of one record that only make sense together, as one change: a due date set by hand, and why. */
export const editFields = <T extends EditableTable>(
  table: T,
  row: { readonly id: string } & Readonly<RecordFields<T>>,
  now: Fields<T>,
  words = `Changed ${RECORD_WORDS[table]}`,
): Promise<SaveOutcome<Saved>> => {
  const was = Object.fromEntries(Object.keys(now).map((field) => [field, row[field as keyof RecordFields<T>]]));
  return save(() => client.records.edit({ table, id: row.id, was: was as never, now: now as never }), words);
};

/** For decisions that stay on record: says that it was recorded, and offers no Undo. */
export const saveForGood = async <Answer extends Saved>(
  run: () => Promise<Answer>,
  words: string,
): Promise<SaveOutcome<Saved>> => {
  const outcome = await save(async () => ({ ...(await run()), operationId: null }), words);
  if (outcome.ok) showToast({ message: words });
  return outcome;
};

/** What a form shows: null when it was saved. */
export const problemOf = (outcome: SaveOutcome<Saved>): string | null => (outcome.ok ? null : outcome.message);

/** For commands without a form that could show why they were refused. */
export const tellRefusal = (outcome: SaveOutcome<Saved>): void => {
  if (!outcome.ok) showToast({ message: outcome.message, isProblem: true });
};
