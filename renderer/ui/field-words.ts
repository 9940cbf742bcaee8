/** What every labelled field takes. An error says what is wrong and what to do; it replaces nothing that was typed. */
export type FieldWords = {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  /** Shows "(optional)" after the label; fields are required unless they say so. */
  readonly optional?: boolean;
  /** Keeps the label for screen readers only, where the place already says it. */
  readonly hideLabel?: boolean;
};

export type FieldWidth = 'short' | 'medium' | 'full';

/** One choice of a select, combo box or radio group. */
export type Option = {
  readonly key: string;
  readonly label: string;
  /** A second, quieter line. */
  readonly note?: string;
};
