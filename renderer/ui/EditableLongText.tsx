import { type FocusEvent, type KeyboardEvent, useRef } from 'react';
import { Button } from './Button.tsx';
import { EditableFrame, type EditableProps, notRecorded } from './EditableFrame.tsx';
import { IconButton } from './IconButton.tsx';
import type { Save } from './in-place-edit.ts';
import { KeyHint } from './KeyHint.tsx';
import { TextArea } from './TextArea.tsx';
import { isOpenedByPerson, useFocusOnOpen, useFocusReturn } from './use-focus-return.ts';
import { type InPlaceEditing, useInPlaceEdit } from './use-in-place-edit.ts';
import { useReadOnly } from './read-only.ts';

export type EditableLongTextProps = EditableProps & {
  readonly value: string;
  readonly onSave: Save<string>;
  /** Names the record and field, e.g. "review/0190…/notes": what was typed is then kept in memory until it is saved. */
  readonly draftKey?: string;
};

/** Several lines: click or the pencil edits; Ctrl+Enter or leaving saves; Escape puts it back. */
export function EditableLongText(props: EditableLongTextProps) {
  const { label, layout = 'row', whenEmpty = notRecorded } = props;
  const isReadOnly = useReadOnly() || props.isReadOnly === true;
  const editing = useInPlaceEdit({ ...props, isSame: Object.is, toDraft: asItIs, fromDraft: withoutEndSpace });
  const pencil = useRef<HTMLButtonElement>(null);
  const returnFocus = useFocusReturn(pencil, editing.state.step !== 'editing');
  return (
    <EditableFrame label={label} layout={layout} editing={editing} inWords={asItIs}>
      {editing.state.step === 'editing' ? (
        <LongTextEditor label={label} editing={editing} draft={editing.state.draft} returnFocus={returnFocus} />
      ) : (
        <div className="ui-long-read">
          <div
            className={editing.shown ? 'ui-long-text' : 'ui-long-text ui-quiet'}
            onClick={isReadOnly ? undefined : () => isNothingSelected() && editing.begin()}
          >
            {editing.shown || whenEmpty}
          </div>
          {!isReadOnly && (
            <IconButton
              ref={pencil}
              icon="edit"
              size="small"
              label={`Edit ${label.charAt(0).toLowerCase()}${label.slice(1)}`}
              onPress={editing.begin}
            />
          )}
        </div>
      )}
    </EditableFrame>
  );
}

type LongTextEditorProps = {
  readonly label: string;
  readonly editing: InPlaceEditing<string>;
  readonly draft: string;
  readonly returnFocus: () => void;
};

function LongTextEditor({ label, editing, draft, returnFocus }: LongTextEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useFocusOnOpen(area, isOpenedByPerson(editing.state), 'at the end');
  const finish = (end: () => void): void => {
    returnFocus();
    end();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(editing.commit);
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    finish(editing.revert);
  };
  const onLeave = (event: FocusEvent<HTMLElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) editing.commit();
  };
  return (
    <div className="ui-long-editor" onKeyDown={onKey} onBlur={onLeave}>
      <TextArea label={label} hideLabel value={draft} onChange={editing.type} inputRef={area} />
      <div className="ui-long-editor-foot">
        <Button kind="primary" size="small" onPress={() => finish(editing.commit)}>
          Save
        </Button>
        <Button size="small" onPress={() => finish(editing.revert)}>
          Cancel
        </Button>
        <span className="ui-quiet">
          <KeyHint keys="Ctrl+Enter" /> saves
        </span>
      </div>
    </div>
  );
}

const asItIs = (text: string): string => text;
const withoutEndSpace = (draft: string) => ({ value: draft.trimEnd() });
const isNothingSelected = (): boolean => (getSelection()?.toString() ?? '') === '';
