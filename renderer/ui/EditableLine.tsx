import { type KeyboardEvent, useRef } from 'react';
import { Button as AriaButton, Input, TextField as AriaTextField } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { EditableFrame, type EditableProps, notRecorded } from './EditableFrame.tsx';
import { type InPlaceEditing, type InPlaceEditOptions, useInPlaceEdit } from './use-in-place-edit.ts';
import { isOpenedByPerson, useFocusOnOpen, useFocusReturn } from './use-focus-return.ts';
import { useReadOnly } from './read-only.ts';

export type EditableLineProps<T> = EditableProps &
  InPlaceEditOptions<T> & {
    readonly inWords: (value: T) => string;
    readonly inputMode?: 'text' | 'numeric';
    /** Says below the field how the draft is understood. */
    readonly understood?: (draft: string) => string | null;
    readonly placeholder?: string;
  };

/** A value of one line: reads as text; click, Enter or F2 edits; Enter or leaving saves; Escape puts it back. */
export function EditableLine<T>(props: EditableLineProps<T>) {
  const { label, layout = 'row', whenEmpty = notRecorded, inWords } = props;
  const isReadOnly = useReadOnly() || props.isReadOnly === true;
  const editing = useInPlaceEdit(props);
  const readRef = useRef<HTMLButtonElement>(null);
  const returnFocus = useFocusReturn(readRef, editing.state.step !== 'editing');
  const words = inWords(editing.shown);
  return (
    <EditableFrame label={label} layout={layout} editing={editing} inWords={inWords}>
      {editing.state.step === 'editing' ? (
        <LineEditor {...props} editing={editing} draft={editing.state.draft} returnFocus={returnFocus} />
      ) : isReadOnly ? (
        <span className={classNames('ui-read-only', !words && 'ui-quiet')}>{words || whenEmpty}</span>
      ) : (
        <AriaButton
          ref={readRef}
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

type LineEditorProps<T> = Pick<EditableLineProps<T>, 'label' | 'inputMode' | 'understood' | 'placeholder'> & {
  readonly editing: InPlaceEditing<T>;
  readonly draft: string;
  readonly returnFocus: () => void;
};

function LineEditor<T>({ label, inputMode, understood, placeholder, editing, draft, returnFocus }: LineEditorProps<T>) {
  const input = useRef<HTMLInputElement>(null);
  useFocusOnOpen(input, isOpenedByPerson(editing.state), 'all selected');
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      returnFocus();
      editing.commit();
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      returnFocus();
      editing.revert();
    }
  };
  return (
    <AriaTextField
      aria-label={label}
      value={draft}
      onChange={editing.type}
      autoComplete="off"
      className="ui-line-editor"
    >
      <Input
        ref={input}
        className="ui-input"
        inputMode={inputMode}
        placeholder={placeholder}
        onKeyDown={onKey}
        onBlur={editing.commit}
      />
      {understood && (
        <p className="ui-field-below" role="status">
          {understood(draft)}
        </p>
      )}
    </AriaTextField>
  );
}
