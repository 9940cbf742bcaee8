import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button, Dialog } from '../../../ui/index.ts';
import { ActResult } from './ActResult.tsx';
import type { ActOutcome } from './run-act.ts';

export type ActDialogProps = {
  readonly title: string;
  /** A verb: "Change the target". */
  readonly submitLabel: string;
  readonly onClose: () => void;
  /** Everything that is needed was entered. */
  readonly isReady: boolean;
  readonly onSubmit: () => Promise<ActOutcome>;
  /** `tried` is set once the form was sent with something missing: fields then say what. */
  readonly children: (tried: boolean) => ReactNode;
  readonly isDanger?: boolean;
  readonly width?: 'narrow' | 'wide';
};

type Step =
  | { readonly at: 'form'; readonly tried: boolean; readonly problem: string | null }
  | { readonly at: 'sending' }
  | { readonly at: 'partly done'; readonly outcome: Extract<ActOutcome, { ok: true }> };

/** Asks what an act needs, does it, and stays open to name what was left alone and why. Ctrl+Enter sends. */
export function ActDialog(props: ActDialogProps) {
  const { title, submitLabel, onClose, isReady, onSubmit, children, isDanger = false, width } = props;
  const [step, setStep] = useState<Step>({ at: 'form', tried: false, problem: null });
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();
  const tried = step.at === 'form' && step.tried;
  useEffect(() => {
    if (tried) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tried]);
  const send = async (): Promise<void> => {
    if (!isReady) return setStep({ at: 'form', tried: true, problem: null });
    setStep({ at: 'sending' });
    const outcome = await onSubmit();
    if (!outcome.ok) setStep({ at: 'form', tried: false, problem: outcome.message });
    else if (outcome.refused.length > 0) setStep({ at: 'partly done', outcome });
    else onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  if (step.at === 'partly done')
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={title}
        footer={
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        }
      >
        <ActResult changed={step.outcome.changed} refused={step.outcome.refused} />
      </Dialog>
    );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      width={width}
      footer={
        <>
          <Button type="submit" form={formId} kind={isDanger ? 'danger' : 'primary'} busy={step.at === 'sending'}>
            {submitLabel}
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </>
      }
    >
      <form ref={form} id={formId} className="act-form" noValidate onSubmit={submit} onKeyDown={onKey}>
        {children(tried)}
        {step.at === 'form' && step.problem && (
          <p className="ui-field-error" role="alert">
            {step.problem}
          </p>
        )}
      </form>
    </Dialog>
  );
}
