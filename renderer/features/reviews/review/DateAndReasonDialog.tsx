import { type ReactNode, useState } from 'react';
import { isCivilDate } from '../../../../db/domain/partial-date.ts';
import { Button, DateEntry, Dialog, TextArea } from '../../../ui/index.ts';
import { useDateField } from './use-date-field.ts';

export type DateAndReasonDialogProps = {
  readonly title: string;
  readonly children: ReactNode;
  readonly dateLabel: string;
  readonly isDateOptional?: boolean;
  /** A day, or any date as exactly as it is known. */
  readonly wants: 'day' | 'date';
  readonly date?: string | null;
  readonly reasonLabel?: string;
  readonly reasonHint?: string;
  readonly reason?: string;
  readonly confirmLabel: string;
  /** Answers what is wrong, or null when it was saved. */
  readonly onConfirm: (date: string | null, reason: string) => Promise<string | null>;
  readonly onClose: () => void;
};

/** For acts that need a date and a reason; both are kept with the change. */
export function DateAndReasonDialog(props: DateAndReasonDialogProps) {
  const { title, children, dateLabel, isDateOptional = false, wants, confirmLabel, onConfirm, onClose } = props;
  const date = useDateField({ date: props.date ?? null, text: null });
  const [reason, setReason] = useState(props.reason ?? '');
  const [problem, setProblem] = useState<{ readonly at: 'date' | 'reason' | 'all'; readonly words: string } | null>(
    null,
  );
  const confirm = async (): Promise<void> => {
    const dateWords = date.problem ?? dateProblem(date.value.date, date.value.text, wants, isDateOptional);
    if (dateWords !== null) return setProblem({ at: 'date', words: dateWords });
    if (reason.trim() === '') return setProblem({ at: 'reason', words: 'Give a reason. It is kept with the change.' });
    const refused = await onConfirm(date.value.date, reason.trim());
    if (refused === null) onClose();
    else setProblem({ at: 'all', words: refused });
  };
  const problemAt = (at: 'date' | 'reason'): string | undefined => (problem?.at === at ? problem.words : undefined);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button kind="primary" onPress={() => void confirm()}>
            {confirmLabel}
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </>
      }
    >
      {children}
      <DateEntry label={dateLabel} {...date.entry} error={problemAt('date')} optional={isDateOptional} autoFocus />
      <TextArea
        label={props.reasonLabel ?? 'Reason'}
        hint={props.reasonHint}
        value={reason}
        onChange={setReason}
        error={problemAt('reason')}
        rows={2}
      />
      {problem?.at === 'all' && (
        <p className="ui-field-error" role="alert">
          {problem.words}
        </p>
      )}
    </Dialog>
  );
}

const dateProblem = (
  date: string | null,
  text: string | null,
  wants: 'day' | 'date',
  isOptional: boolean,
): string | null => {
  if (date === null && text === null) return isOptional ? null : 'Give the date.';
  if (text !== null || date === null) return 'Type a date such as 8 May 2020. Words cannot be kept here.';
  return wants === 'day' && !isCivilDate(date) ? 'Type the whole date with its day, for example 8 May 2020.' : null;
};
