import { type FormEvent, useRef, useState } from 'react';
import type { JoinOfferRow } from '../../../../db/contract/joining.ts';
import { save } from '../../../app/use-save.ts';
import { client } from '../../../client.ts';
import { Button, TextField, useReadOnly } from '../../../ui/index.ts';
import { CODE_EXAMPLE, triesInWords } from './join-words.ts';
import type { LaptopLetIn } from './LetIn.tsx';

type CheckCodeProps = {
  readonly offer: JoinOfferRow;
  readonly onLetIn: (laptop: LaptopLetIn) => void;
  readonly onChanged: () => void;
};

/** The code is typed, not compared by eye: who is in a hurry cannot say yes to another one. */
export function CheckCode({ offer: { requestHash, name, triesLeft }, onLetIn, onChanged }: CheckCodeProps) {
  const isReadOnly = useReadOnly();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const confirm = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (code.trim() === '') {
      setProblem(`Type the code, as in ${CODE_EXAMPLE}.`);
      return field.current?.focus();
    }
    setBusy(true);
    let device = '';
    const outcome = await save(async () => {
      const answer = await client.joining.confirm({ requestHash, code });
      device = answer.device;
      // To undo it would not take back what the laptop can read from now on: it is removed instead.
      return { ...answer, operationId: null };
    }, `Let ${name} join`);
    setBusy(false);
    if (outcome.ok) return onLetIn({ device, name });
    setProblem(outcome.message);
    onChanged();
    field.current?.select();
  };
  return (
    <form className="sync-code-form" noValidate onSubmit={(event) => void confirm(event)} aria-label="Check code">
      <TextField
        label={`Code of ${name}`}
        hint={`Ten letters and digits, as in ${CODE_EXAMPLE}. ${triesInWords(triesLeft)}`}
        width="full"
        value={code}
        onChange={(typed) => {
          setCode(typed);
          setProblem(undefined);
        }}
        error={problem}
        inputRef={field}
        spellCheck="false"
        isDisabled={isReadOnly}
      />
      <Button type="submit" busy={busy} isDisabled={isReadOnly}>
        Let {name} join
      </Button>
    </form>
  );
}
