import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Button } from '../../../ui/index.ts';

export type InlineFormProps = {
  /** What the form does: "Add a dated event". */
  readonly label: string;
  readonly saveLabel: string;
  /** Answers what is wrong, or null when it was saved. What was typed stays while something is wrong. */
  readonly onSave: () => Promise<string | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A few fields that make one record, in the place where it will stand. Enter saves; Escape puts the form away. */
export function InlineForm({ label, saveLabel, onSave, onClose, children }: InlineFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const submit = async (): Promise<void> => {
    if (isSaving) return;
    setSaving(true);
    setProblem(await onSave());
    setSaving(false);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit();
    }
  };
  return (
    <form
      className="review-form"
      aria-label={label}
      noValidate
      onKeyDown={onKey}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {children}
      {problem !== null && (
        <p className="ui-field-error" role="alert">
          {problem}
        </p>
      )}
      <div className="ui-row">
        <Button type="submit" kind="primary" size="small">
          {saveLabel}
        </Button>
        <Button size="small" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** Fields beside one another, as many as the width allows. */
export function FormRow({ children }: { readonly children: ReactNode }) {
  return <div className="review-form-row">{children}</div>;
}
