import { type ReactNode, useState } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { TextArea } from './TextArea.tsx';

export type ConfirmDialogProps = {
  readonly isOpen: boolean;
  readonly title: string;
  /** What will happen, what is kept, whether it can be undone. */
  readonly children?: ReactNode;
  /** A verb: "Delete this delay". */
  readonly confirmLabel: string;
  readonly isDanger?: boolean;
  /** Asks why; kept with the change. */
  readonly reason?: { readonly label: string; readonly hint?: string; readonly optional?: boolean };
  /** A message returned keeps the dialog open and is shown; what was typed stays. */
  readonly onConfirm: (reason: string) => Promise<{ readonly message: string } | void> | void;
  readonly onCancel: () => void;
};

export function ConfirmDialog(props: ConfirmDialogProps) {
  return props.isOpen ? <OpenConfirmDialog {...props} /> : null;
}

function OpenConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, isDanger = false, reason, onConfirm, onCancel } = props;
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    if (reason && !reason.optional && text.trim() === '')
      return setProblem('Give a reason. It is kept with the change.');
    setBusy(true);
    const answer = await Promise.resolve(onConfirm(text.trim())).catch(() => notDone);
    setBusy(false);
    if (answer) setProblem(answer.message);
  };
  const reasonProblem = reason && problem ? problem : undefined;
  return (
    <Dialog
      isOpen
      isAlert={isDanger}
      onClose={onCancel}
      title={title}
      footer={
        <>
          <Button kind={isDanger ? 'danger' : 'primary'} busy={busy} onPress={() => void confirm()}>
            {confirmLabel}
          </Button>
          <Button onPress={onCancel}>Cancel</Button>
        </>
      }
    >
      {children}
      {reason && <TextArea {...reason} value={text} onChange={setText} error={reasonProblem} autoFocus />}
      {!reason && problem && (
        <p className="ui-field-error" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
}

const notDone = { message: 'This could not be done, and nothing was changed. Try again.' };
