import { useState } from 'react';
import type { ThemeDetail } from '../../../../db/contract/themes.ts';
import { addRecord } from '../../../app/use-record-edit.ts';
import { Section, type SimpleColumn, SimpleTable, TextField } from '../../../ui/index.ts';
import { AddInline } from '../../reviews/review/AddInline.tsx';
import { FormRow, InlineForm } from '../../reviews/review/InlineForm.tsx';
import { recordColumns } from '../../reviews/review/record-columns.tsx';
import { problemOf } from '../../reviews/review/saving.ts';

type Mapping = ThemeDetail['mappings'][number];

const of = recordColumns('themeMappings', ({ list, item }) => `the place in ${list}: ${item}`);
const columns: readonly SimpleColumn<Mapping>[] = [
  of.text('list', 'National list', { width: '40%' }),
  of.text('item', 'Its item'),
  of.tools(),
];

type MappingsProps = { readonly themeId: string; readonly mappings: readonly Mapping[] };

/** Where the theme stands in national lists of findings. */
export function Mappings({ themeId, mappings }: MappingsProps) {
  return (
    <Section id="mappings" heading="In national lists" count={mappings.length}>
      <SimpleTable
        caption="Places in national lists"
        hideCaption
        columns={columns}
        rows={mappings}
        rowKey={({ id }) => id}
        whenEmpty="Not mapped to a national list yet."
      />
      <AddInline label="Add a place in a national list">
        {(close) => <NewMapping themeId={themeId} onClose={close} />}
      </AddInline>
    </Section>
  );
}

function NewMapping({ themeId, onClose }: { readonly themeId: string; readonly onClose: () => void }) {
  const [list, setList] = useState('');
  const [item, setItem] = useState('');
  const onSave = async (): Promise<string | null> => {
    if (list.trim() === '' || item.trim() === '') return 'Name the list and the item of it.';
    const outcome = await addRecord('themeMappings', { themeId, list, item });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add a place in a national list" saveLabel="Add" onSave={onSave} onClose={onClose}>
      <FormRow>
        <TextField label="National list" value={list} onChange={setList} autoFocus />
        <TextField label="Its item" value={item} onChange={setItem} />
      </FormRow>
    </InlineForm>
  );
}
