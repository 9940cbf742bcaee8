import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { Button } from './Button.tsx';
import { Icon } from './icons.tsx';

export type ToastMessage = {
  /** What was done: "Target date moved to 8 May 2020". */
  readonly message: string;
  readonly isProblem?: boolean;
  readonly action?: { readonly label: string; readonly onPress: () => void };
  /** Set for a message without which work could be lost: stays until it is dismissed. */
  readonly staysUntilDismissed?: boolean;
};

const staysMs = 10_000;

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

/** Says what was done, with a way to take it back. Pauses while pointed at or focused. Returns a function that dismisses it. */
export const showToast = (toast: ToastMessage): (() => void) => {
  const key = queue.add(toast, { timeout: toast.staysUntilDismissed ? undefined : staysMs });
  return () => queue.close(key);
};

export const showUndoToast = (message: string, onUndo: () => void): (() => void) =>
  showToast({ message, action: { label: 'Undo', onPress: onUndo } });

/** Put once, at the end of the page. F6 moves into it. */
export function Toasts() {
  return (
    <ToastRegion queue={queue} className="ui-toasts" aria-label="Messages">
      {({ toast }) => (
        <AriaToast toast={toast} className={toast.content.isProblem ? 'ui-toast ui-toast-problem' : 'ui-toast'}>
          <Icon name={toast.content.isProblem ? 'warning' : 'check'} />
          <ToastContent className="ui-toast-words">
            <Text slot="title">{toast.content.message}</Text>
          </ToastContent>
          {toast.content.action && <ToastAction {...toast.content.action} close={() => queue.close(toast.key)} />}
          <AriaButton slot="close" className="ui-icon-button ui-icon-button-small" aria-label="Dismiss this message">
            <Icon name="close" size={12} />
          </AriaButton>
        </AriaToast>
      )}
    </ToastRegion>
  );
}

type ToastActionProps = NonNullable<ToastMessage['action']> & { readonly close: () => void };

function ToastAction({ label, onPress, close }: ToastActionProps) {
  const act = (): void => {
    close();
    onPress();
  };
  return (
    <Button slot={null} kind="quiet" size="small" onPress={act}>
      {label}
    </Button>
  );
}
