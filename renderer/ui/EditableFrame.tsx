import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { MarkBeside } from './field-mark.tsx';
import { Icon } from './icons.tsx';
import type { InPlaceEditing } from './use-in-place-edit.ts';

export type EditableProps = {
  readonly label: string;
  /** row: a line of a DefinitionList, with its label. bare: the value alone, where a heading or column names it. */
  readonly layout?: 'row' | 'bare';
  /** Shown quietly when nothing is recorded. */
  readonly whenEmpty?: string;
  readonly isReadOnly?: boolean;
};

export const notRecorded = 'Not recorded';

type EditableFrameProps<T> = {
  readonly label: string;
  readonly layout: 'row' | 'bare';
  readonly editing: InPlaceEditing<T>;
  readonly inWords: (value: T) => string;
  readonly children: ReactNode;
};

/** What all values edited in place share: the row with its label, what became of the save, and the choice when it was stale. */
export function EditableFrame<T>({ label, layout, editing, inWords, children }: EditableFrameProps<T>) {
  const content = (
    <>
      {children}
      {editing.keptIn && <MarkBeside label={label} keptIn={editing.keptIn} />}
      <SaveStatus editing={editing} />
      <StaleChoice label={label} editing={editing} inWords={inWords} />
    </>
  );
  if (layout === 'bare') return <div className="ui-editable">{content}</div>;
  return (
    <div className="ui-definition">
      <dt>{label}</dt>
      <dd className="ui-editable">{content}</dd>
    </div>
  );
}

function SaveStatus<T>({ editing: { state } }: { readonly editing: InPlaceEditing<T> }) {
  return (
    <>
      <span className="ui-save-status" role="status">
        {state.step === 'saving' && 'Saving…'}
        {state.step === 'reading' && state.justSaved && (
          <>
            <Icon name="check" size={12} /> Saved
          </>
        )}
        {state.step === 'editing' && state.restored && 'Not saved yet: this is what you typed before.'}
      </span>
      {state.step === 'editing' && state.problem && (
        <p className="ui-field-error" role="alert">
          {state.problem}
        </p>
      )}
    </>
  );
}

function StaleChoice<T>({ label, editing, inWords }: Pick<EditableFrameProps<T>, 'label' | 'editing' | 'inWords'>) {
  const { state } = editing;
  if (state.step !== 'stale') return null;
  return (
    <div className="ui-stale" role="alert">
      <p className="ui-stale-message">{state.message}</p>
      <dl className="ui-stale-values">
        <div>
          <dt>You entered</dt>
          <dd>{inWords(state.mine) || notRecorded}</dd>
        </div>
        <div>
          <dt>Recorded now</dt>
          <dd>{inWords(state.theirs) || notRecorded}</dd>
        </div>
      </dl>
      <div className="ui-stale-choices">
        <Button size="small" onPress={editing.keepMine} aria-label={`Keep mine: ${label}`}>
          Keep mine
        </Button>
        <Button size="small" onPress={editing.useTheirs} aria-label={`Use theirs: ${label}`}>
          Use theirs
        </Button>
      </div>
    </div>
  );
}
