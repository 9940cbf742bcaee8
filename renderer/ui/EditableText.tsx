import type { EditableProps } from './EditableFrame.tsx';
import { EditableLine } from './EditableLine.tsx';
import type { Save } from './in-place-edit.ts';

export type EditableTextProps = EditableProps & {
  readonly value: string;
  readonly onSave: Save<string>;
  /** Refuses an empty text with this message, when the value must not be empty. */
  readonly whenRefusedEmpty?: string;
  readonly placeholder?: string;
};

export function EditableText({ whenRefusedEmpty, ...props }: EditableTextProps) {
  const fromDraft = (draft: string): { readonly value: string } | { readonly error: string } => {
    const value = draft.trim();
    return value === '' && whenRefusedEmpty ? { error: whenRefusedEmpty } : { value };
  };
  return <EditableLine {...props} isSame={Object.is} toDraft={asItIs} fromDraft={fromDraft} inWords={asItIs} />;
}

const asItIs = (text: string): string => text;
