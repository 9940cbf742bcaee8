import type { ReactNode } from 'react';
import { Button as AriaButton, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { EditableFrame, type EditableProps, notRecorded } from './EditableFrame.tsx';
import type { Option } from './field-words.ts';
import { Icon } from './icons.tsx';
import type { Save } from './in-place-edit.ts';
import { OptionsPopover } from './Options.tsx';
import { useInPlaceEdit } from './use-in-place-edit.ts';
import { useReadOnly } from './read-only.ts';

export type EditableSelectProps = EditableProps & {
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onSave: Save<string | null>;
  /** Draws the value otherwise than in its words, e.g. as a pill. */
  readonly show?: (option: Option) => ReactNode;
};

/** One of a few, edited in place: choosing saves. */
export function EditableSelect(props: EditableSelectProps) {
  const { label, layout = 'row', whenEmpty = notRecorded, options, show } = props;
  const isReadOnly = useReadOnly() || props.isReadOnly === true;
  const editing = useInPlaceEdit({ ...props, isSame: Object.is, toDraft: (key) => key ?? '', fromDraft: keyFromDraft });
  const inWords = (key: string | null): string => options.find((option) => option.key === key)?.label ?? key ?? '';
  const chosen = options.find((option) => option.key === editing.shown);
  const drawn = chosen ? (show?.(chosen) ?? chosen.label) : whenEmpty;
  return (
    <EditableFrame label={label} layout={layout} editing={editing} inWords={inWords}>
      {isReadOnly ? (
        <span className={classNames('ui-read-only', !chosen && 'ui-quiet')}>{drawn}</span>
      ) : (
        <AriaSelect
          aria-label={label}
          className="ui-editable-select"
          value={editing.shown}
          onChange={(key) => key !== null && editing.choose(String(key))}
          placeholder={whenEmpty}
        >
          <AriaButton className={classNames('ui-read ui-read-select', !chosen && 'ui-read-empty')}>
            <SelectValue className="ui-select-value">{() => drawn}</SelectValue>
            <Icon name="chevron-down" size={12} />
          </AriaButton>
          <OptionsPopover options={options} nothing="Nothing to choose from" />
        </AriaSelect>
      )}
    </EditableFrame>
  );
}

const keyFromDraft = (draft: string) => ({ value: draft || null });
