import { useState } from 'react';
import type { Taxonomy, ThemeNode } from '../../../../db/contract/themes.ts';
import { themesHref } from '../../../app/links.ts';
import { addRecord } from '../../../app/use-record-edit.ts';
import { Section, type SimpleColumn, SimpleTable, TextField } from '../../../ui/index.ts';
import { AddInline } from '../../reviews/review/AddInline.tsx';
import { FormRow, InlineForm } from '../../reviews/review/InlineForm.tsx';
import { recordColumns } from '../../reviews/review/record-columns.tsx';
import { problemOf } from '../../reviews/review/saving.ts';

type TaxonomiesProps = { readonly taxonomies: readonly Taxonomy[]; readonly themes: readonly ThemeNode[] };

const of = recordColumns('taxonomies', ({ name }) => `the taxonomy ${name}`);

/** A board may keep several: its own, and a national one to report against. */
export function Taxonomies({ taxonomies, themes }: TaxonomiesProps) {
  const columns: readonly SimpleColumn<Taxonomy>[] = [
    of.text('name', 'Taxonomy'),
    of.text('version', 'Version', { width: '140px' }),
    of.text('source', 'Source'),
    {
      key: 'themes',
      heading: 'Themes',
      width: '90px',
      align: 'end',
      render: ({ id, name }) => (
        <a
          href={themesHref('tree', { taxonomy: id })}
          aria-label={`${themesOf(themes, id)} themes of the taxonomy ${name}`}
        >
          {themesOf(themes, id)}
        </a>
      ),
    },
    of.tools(),
  ];
  return (
    <Section heading="Taxonomies" count={taxonomies.length} note="Where the themes come from, and which edition of it.">
      <SimpleTable
        caption="Taxonomies"
        hideCaption
        columns={columns}
        rows={taxonomies}
        rowKey={({ id }) => id}
        whenEmpty="No taxonomy is set up."
      />
      <AddInline label="Add a taxonomy">{(close) => <NewTaxonomy onClose={close} />}</AddInline>
    </Section>
  );
}

const themesOf = (themes: readonly ThemeNode[], id: string): number =>
  themes.filter(({ taxonomyId }) => taxonomyId === id).length;

function NewTaxonomy({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [version, setVersion] = useState('');
  const [source, setSource] = useState('');
  const onSave = async (): Promise<string | null> => {
    if (name.trim() === '') return 'Give the taxonomy a name.';
    const outcome = await addRecord('taxonomies', { name, version, source });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add a taxonomy" saveLabel="Add the taxonomy" onSave={onSave} onClose={onClose}>
      <FormRow>
        <TextField label="Name" value={name} onChange={setName} autoFocus />
        <TextField label="Version" value={version} onChange={setVersion} optional />
        <TextField label="Source" value={source} onChange={setSource} optional />
      </FormRow>
    </InlineForm>
  );
}
