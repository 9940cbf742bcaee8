import type { ActionDetail } from '../../../../db/contract/actions.ts';
import type { RecordFields } from '../../../../db/contract/records.ts';
import { editRecord, type SaveField } from '../../../app/use-record-edit.ts';

type Action = ActionDetail['action'];
type Fields = RecordFields<'actions'>;

/** Saves one field of an action. Targets and states are not among them: they are changed by acts of their own. */
export const editAction = (action: Action, field: keyof Fields & keyof Action): SaveField =>
  editRecord('actions', action as unknown as Fields & { readonly id: string }, field);
