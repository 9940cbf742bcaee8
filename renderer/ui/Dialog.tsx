import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

export type DialogProps = {
  readonly isOpen: boolean;
  /** Escape, a press outside, or a Cancel button. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children?: ReactNode;
  /** The buttons, the main one first. */
  readonly footer: ReactNode;
  readonly width?: 'narrow' | 'wide';
  /** An alert dialog: closes only by its buttons or Escape. */
  readonly isAlert?: boolean;
};

/** Only for what asks a reason or cannot be undone; everything else is edited in place. */
export function Dialog({ isOpen, onClose, title, children, footer, width = 'narrow', isAlert = false }: DialogProps) {
  return (
    <ModalOverlay
      className="ui-dialog-scrim"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isAlert}
    >
      <Modal className={`ui-dialog-box ui-dialog-${width}`}>
        <AriaDialog className="ui-dialog" role={isAlert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" className="ui-dialog-title">
            {title}
          </Heading>
          <div className="ui-dialog-content">{children}</div>
          <footer className="ui-dialog-footer">{footer}</footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
