import type { OwnField } from '../../../db/contract/conflicts.ts';
import { ComboBox, DateEntry, Select, TextArea, TextField } from '../../ui/index.ts';
import { dateOfDraft, type Draft, type Drafts, noneKey, textOf } from './own-values.ts';

type OwnValueFieldsProps = {
  readonly fields: readonly OwnField[];
  readonly drafts: Drafts;
  readonly onChange: (field: string, draft: Draft) => void;
  /** What is wrong with a date that cannot be read; null when it can be. */
  readonly onUnread: (field: string, problem: string | null) => void;
  readonly problem: { readonly field: string; readonly words: string } | null;
};

/** A value of one's own, each field by the editor that suits it. */
export function OwnValueFields({ fields, drafts, onChange, onUnread, problem }: OwnValueFieldsProps) {
  return fields.map((own) => (
    <OwnValueField
      key={own.field}
      own={own}
      draft={drafts[own.field]}
      onChange={(draft) => onChange(own.field, draft)}
      onUnread={(words) => onUnread(own.field, words)}
      error={problem?.field === own.field ? problem.words : undefined}
    />
  ));
}

type OwnValueFieldProps = {
  readonly own: OwnField;
  readonly draft: Draft | undefined;
  readonly onChange: (draft: Draft) => void;
  readonly onUnread: (problem: string | null) => void;
  readonly error: string | undefined;
};

/** So many that finding by typing is quicker than looking. */
const manyOptions = 15;

function OwnValueField({ own, draft, onChange, onUnread, error }: OwnValueFieldProps) {
  const words = { label: own.label, error, optional: !own.isRequired };
  switch (own.kind) {
    case 'text':
      return <TextArea {...words} value={textOf(draft)} onChange={onChange} rows={6} />;
    case 'line':
      return <TextField {...words} value={textOf(draft)} onChange={onChange} maxLength={500} />;
    case 'number':
      return <TextField {...words} width="short" inputMode="decimal" value={textOf(draft)} onChange={onChange} />;
    case 'date':
      return <DateEntry {...words} value={dateOfDraft(draft)} onChange={onChange} onProblem={onUnread} />;
    case 'choice': {
      const options = own.options.map((option) => ({ key: String(option.value), label: option.words }));
      if (options.length > manyOptions)
        return (
          <ComboBox {...words} options={options} value={textOf(draft)} onChange={(key) => onChange(key ?? noneKey)} />
        );
      const none = own.isRequired ? [] : [{ key: noneKey, label: 'None' }];
      return <Select {...words} options={[...none, ...options]} value={textOf(draft)} onChange={onChange} />;
    }
  }
}
