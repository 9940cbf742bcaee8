import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { ComboBox } from './ComboBox.tsx';
import { EditableFrame, type EditableProps, notRecorded } from './EditableFrame.tsx';
import type { Option } from './field-words.ts';
import type { Save } from './in-place-edit.ts';
import { useFocusReturn } from './use-focus-return.ts';
import { useInPlaceEdit } from './use-in-place-edit.ts';
import { useReadOnly } from './read-only.ts';

export type EditableComboBoxProps = EditableProps & {
  readonly options: readonly Option[];
  readonly value: string | null;
  /** Null when the value was taken away. */
  readonly onSave: Save<string | null>;
};

/** One of many, edited in place: find as you type; choosing saves; emptying and leaving takes the value away. */
export function EditableComboBox(props: EditableComboBoxProps) {
  const { label, layout = 'row', whenEmpty = notRecorded, options } = props;
  const isReadOnly = useReadOnly() || props.isReadOnly === true;
  const editing = useInPlaceEdit({ ...props, isSame: Object.is, toDraft: (key) => key ?? '', fromDraft: keyFromDraft });
  const read = useRef<HTMLButtonElement>(null);
  const returnFocus = useFocusReturn(read, editing.state.step !== 'editing');
  const inWords = (key: string | null): string => options.find((option) => option.key === key)?.label ?? key ?? '';
  const words = inWords(editing.shown);
  const choose = (key: string | null): void => {
    if (key === null) return editing.type('');
    returnFocus();
    editing.choose(key);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    returnFocus();
    editing.revert();
  };
  return (
    <EditableFrame label={label} layout={layout} editing={editing} inWords={inWords}>
      {editing.state.step === 'editing' ? (
        <ComboEditor
          label={label}
          options={options}
          value={editing.state.draft || null}
          onChange={choose}
          onEscape={onKey}
          onLeave={editing.commit}
        />
      ) : isReadOnly ? (
        <span className={classNames('ui-read-only', !words && 'ui-quiet')}>{words || whenEmpty}</span>
      ) : (
        <AriaButton
          ref={read}
          className={classNames('ui-read', !words && 'ui-read-empty')}
          onPress={editing.begin}
          onKeyDown={(event) => (event.key === 'F2' ? editing.begin() : event.continuePropagation())}
        >
          <span className="ui-visually-hidden">Edit {label}: </span>
          {words || whenEmpty}
        </AriaButton>
      )}
    </EditableFrame>
  );
}

type ComboEditorProps = {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (key: string | null) => void;
  readonly onEscape: (event: KeyboardEvent) => void;
  readonly onLeave: () => void;
};

function ComboEditor({ label, options, value, onChange, onEscape, onLeave }: ComboEditorProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const input = box.current?.querySelector('input');
    input?.focus();
    input?.select();
  }, []);
  const leave = (event: FocusEvent<HTMLElement>): void => {
    const to = event.relatedTarget;
    if (!event.currentTarget.contains(to) && !to?.closest('.ui-options')) onLeave();
  };
  return (
    <div ref={box} className="ui-line-editor" onKeyDownCapture={onEscape} onBlur={leave}>
      <ComboBox label={label} hideLabel options={options} value={value} onChange={onChange} width="full" />
    </div>
  );
}

const keyFromDraft = (draft: string) => ({ value: draft || null });
