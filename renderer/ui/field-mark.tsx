import { createContext, type ReactNode, useContext } from 'react';

/** Which field of which record a value is kept in. */
export type KeptIn = { readonly table: string; readonly rowId: string; readonly field: string };

export type FieldMarkProps = { readonly label: string; readonly keptIn: KeptIn };

/** Draws what the program sets beside fields that say where they are kept; nothing where it has nothing to say of one. */
export const FieldMark = createContext<(props: FieldMarkProps) => ReactNode>(() => null);

/** Stands beside every value edited in place, and beside others that are kept in one field. */
export function MarkBeside(props: FieldMarkProps) {
  return useContext(FieldMark)(props);
}
