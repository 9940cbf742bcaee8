import { addRecord, removeRecord } from '../../../app/use-record-edit.ts';
import { useBoard } from '../../../app/use-board.ts';
import { showToast } from '../../../ui/index.ts';
import type { PartProps } from './ActionBody.tsx';
import { TagPicker } from './TagPicker.tsx';

export function JointLeads({ detail: { action, jointLeads } }: PartProps) {
  const { agencies } = useBoard();
  const taken = new Set([action.leadAgencyId, ...jointLeads.map(({ agencyId }) => agencyId)]);
  const add = async (agencyId: string): Promise<void> => {
    const outcome = await addRecord('actionJointLeads', { actionId: action.id, agencyId });
    if (!outcome.ok) showToast({ message: outcome.message, isProblem: true });
  };
  const remove = async (id: string): Promise<void> => {
    const outcome = await removeRecord('actionJointLeads', id);
    if (!outcome.ok) showToast({ message: outcome.message, isProblem: true });
  };
  return (
    <TagPicker
      chosen={jointLeads.map(({ id, agency }) => ({ key: id, label: agency }))}
      options={agencies.filter(({ id }) => !taken.has(id)).map(({ id, name }) => ({ key: id, label: name }))}
      addLabel="Add a joint lead"
      fieldLabel="Agency"
      onAdd={(id) => void add(id)}
      onRemove={(id) => void remove(id)}
    />
  );
}
