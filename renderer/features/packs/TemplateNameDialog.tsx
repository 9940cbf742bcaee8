import '../actions/actions.css';
import { useState } from 'react';
import type { OwnTemplate } from '../../../db/contract/pack-templates.ts';
import { client } from '../../client.ts';
import { TextField } from '../../ui/index.ts';
import { ActDialog } from '../actions/acts/ActDialog.tsx';
import { missing } from '../actions/acts/missing.ts';
import { runSaved } from '../actions/acts/run-act.ts';
import type { PackForm } from './pack-form.ts';
import { templateOf } from './template-acts.ts';

type TemplateNameDialogProps = {
  readonly form: PackForm;
  /** The template that gets another name; null: a new one. */
  readonly renamed: OwnTemplate | null;
  readonly onSaved: (name: string) => void;
  readonly onClose: () => void;
};

export function TemplateNameDialog({ form, renamed, onSaved, onClose }: TemplateNameDialogProps) {
  const [name, setName] = useState(renamed?.name ?? '');
  const [description, setDescription] = useState('');
  const submit = async () => {
    const outcome = await (renamed === null
      ? runSaved(
          () => client.packTemplates.save(templateOf(form, { name, description })),
          `Saved the template “${name}”`,
        )
      : runSaved(() => client.packTemplates.rename({ id: renamed.id, name }), 'Renamed the template'));
    if (outcome.ok) onSaved(name.trim());
    return outcome;
  };
  return (
    <ActDialog
      title={renamed === null ? 'Save as a template' : `Rename “${renamed.name}”`}
      submitLabel={renamed === null ? 'Save the template' : 'Rename it'}
      onClose={onClose}
      isReady={name.trim() !== ''}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          {renamed === null && <p>It keeps the sections in their order, for whom the pack is, and its purpose.</p>}
          <TextField
            label="Name"
            value={name}
            onChange={setName}
            maxLength={200}
            autoFocus
            error={missing(tried, name, 'Give it a name.')}
          />
          {renamed === null && (
            <TextField label="What it is for" value={description} onChange={setDescription} maxLength={500} optional />
          )}
        </>
      )}
    </ActDialog>
  );
}
