import type { OwnTemplate } from '../../../db/contract/pack-templates.ts';
import { showProblem } from '../../app/problem-toast.ts';
import { save } from '../../app/use-save.ts';
import { client } from '../../client.ts';
import type { PackForm } from './pack-form.ts';
import { sectionsOf } from './section-order.ts';

type Named = { readonly name: string; readonly description: string; readonly id?: string };

/** The form's sections, audience and purpose, kept under the name. */
export const templateOf = (form: PackForm, { name, description, id }: Named) => ({
  ...(id !== undefined && { id }),
  name,
  description,
  audience: form.audience,
  purpose: form.purpose,
  sections: ['cover' as const, ...sectionsOf(form)],
});

export const saveTemplate = async (form: PackForm, named: Named): Promise<void> => {
  const outcome = await save(
    () => client.packTemplates.save(templateOf(form, named)),
    `Changed the template “${named.name}”`,
  );
  if (!outcome.ok) showProblem(outcome.message);
};

/** Deletes at once: the message that follows takes it back. */
export const deleteTemplate = async ({ id, name }: OwnTemplate): Promise<void> => {
  const outcome = await save(() => client.packTemplates.remove({ id }), `Deleted the template “${name}”`);
  if (!outcome.ok) showProblem(outcome.message);
};
