import { type ReactNode, useState } from 'react';
import { type HistoryQuestion, OpenHistory } from '../reviews/review/record-history.ts';
import { RecordHistoryPanel } from '../reviews/review/RecordHistoryPanel.tsx';

/** A place whose records show their history in the side panel. */
export function WithHistory({ children }: { readonly children: ReactNode }) {
  const [question, setQuestion] = useState<HistoryQuestion | null>(null);
  return (
    <OpenHistory value={setQuestion}>
      {children}
      {question !== null && (
        <RecordHistoryPanel
          key={`${question.rowId} ${question.field ?? ''}`}
          question={question}
          onClose={() => setQuestion(null)}
        />
      )}
    </OpenHistory>
  );
}
