import { useState } from 'react';
import { useBoard } from '../../app/use-board.ts';
import { Button, ComboBox, Menu, type MenuChoice, useReadOnly } from '../../ui/index.ts';
import { differsFrom, type PackForm, withTemplate } from './pack-form.ts';
import { isOwn, type PackTemplates, templateNamed, templateOptions } from './pack-template.ts';
import { deleteTemplate, saveTemplate } from './template-acts.ts';
import { TemplateNameDialog } from './TemplateNameDialog.tsx';

type TemplateChoiceProps = {
  readonly form: PackForm;
  readonly change: (part: Partial<PackForm>) => void;
  readonly templates: PackTemplates;
};

type Opened = 'new' | 'rename' | null;

/** What the pack is begun from; the sections below can then be changed, and the choice kept under a name. */
export function TemplateChoice({ form, change, templates }: TemplateChoiceProps) {
  const { board } = useBoard();
  const [opened, setOpened] = useState<Opened>(null);
  const isReadOnly = useReadOnly();
  const template = templateNamed(templates, form.templateName);
  const isChanged = template !== null && differsFrom(form, template);
  const choose = (name: string | null): void => {
    const chosen = name === null ? null : templateNamed(templates, name);
    if (chosen !== null) change(withTemplate(form, chosen, board.marking));
  };
  const own = template !== null && isOwn(template) ? template : null;
  const acts: MenuChoice[] = [
    { key: 'new', label: 'Save as a new template…', onChoose: () => setOpened('new') },
    ...(own === null
      ? []
      : [
          {
            key: 'update',
            label: `Update “${own.name}”`,
            isDisabled: !isChanged,
            onChoose: () => void saveTemplate(form, { name: own.name, description: own.description, id: own.id }),
          },
          { key: 'rename', label: 'Rename it…', onChoose: () => setOpened('rename') },
          {
            key: 'remove',
            label: `Delete “${own.name}”`,
            isDanger: true,
            onChoose: () => void deleteTemplate(own),
          },
        ]),
    ...(isChanged
      ? [{ key: 'reset', label: `Back to “${template.name}” as it is`, onChoose: () => choose(template.name) }]
      : []),
  ];
  return (
    <div className="pack-template">
      <ComboBox
        label="Template"
        hint={hintOf(template, isChanged)}
        width="full"
        options={templateOptions(templates)}
        value={template?.name ?? null}
        onChange={choose}
      />
      {!isReadOnly && (
        <Menu
          label="Template"
          trigger={
            <Button kind="quiet" size="small" icon="more">
              Keep as a template
            </Button>
          }
          items={acts}
        />
      )}
      {opened !== null && (
        <TemplateNameDialog
          form={form}
          renamed={opened === 'rename' ? own : null}
          onSaved={(templateName) => change({ templateName })}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}

const hintOf = (template: { readonly description: string } | null, isChanged: boolean): string | undefined => {
  if (template === null) return 'Begin with one, then change what goes in.';
  return isChanged ? 'Changed below since it was chosen.' : template.description || undefined;
};
