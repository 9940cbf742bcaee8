import { createContext, useContext } from 'react';

/** Which record's changes are asked for, and of which field if only one. */
export type HistoryQuestion = {
  readonly rowId: string;
  /** What the record is: "Clock: Rapid review completed". */
  readonly title: string;
  readonly field?: string;
};

export const OpenHistory = createContext<(question: HistoryQuestion) => void>(() => undefined);

/** Opens the panel with every change of one record, or of one of its fields. */
export const useOpenHistory = (): ((question: HistoryQuestion) => void) => useContext(OpenHistory);
