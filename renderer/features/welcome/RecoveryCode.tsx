import { type FormEvent, useState } from 'react';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { Button, Notice, TextField } from '../../ui/index.ts';
import { Doorway } from './Doorway.tsx';
import { isLastGroup, lastGroupLength, recoveryCodeGroups } from './recovery-code.ts';

type RecoveryCodeProps = {
  readonly boardName: string;
  readonly recoveryCode: string;
  /** Called once the last group was typed from the printed sheet. */
  readonly onConfirmed: () => void;
  readonly confirmLabel: string;
};

/** Shown once, to be printed; it is kept nowhere. Typing its last group shows that the sheet can be read. */
export function RecoveryCode(props: RecoveryCodeProps) {
  return (
    <Doorway
      title="Print the recovery code"
      lead="It opens the board when the passphrase is forgotten. Without either of them nobody can open it, not even the makers of this program."
    >
      <RecoverySheet {...props} />
      <ConfirmRecoveryCode {...props} />
    </Doorway>
  );
}

/** The part that is printed: nothing else on the page is. */
export function RecoverySheet({ boardName, recoveryCode }: Pick<RecoveryCodeProps, 'boardName' | 'recoveryCode'>) {
  const [today] = useState(() => new Date().toLocaleDateString('sv-SE'));
  return (
    <div className="recovery-sheet">
      <p className="recovery-title">Recovery code</p>
      <p>{boardName}</p>
      <p className="recovery-code">
        {recoveryCodeGroups(recoveryCode).map((group, place) => (
          <span key={`${place} ${group}`}>{group}</span>
        ))}
      </p>
      <p className="recovery-note">
        Made on {formatDate(today)}. Whoever has this code and the folder of the board can read everything in it. Keep
        it locked away, not with the laptop.
      </p>
    </div>
  );
}

export function ConfirmRecoveryCode({ recoveryCode, onConfirmed, confirmLabel }: Omit<RecoveryCodeProps, 'boardName'>) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const confirm = (event: FormEvent): void => {
    event.preventDefault();
    if (isLastGroup(typed, recoveryCode)) onConfirmed();
    else setProblem('That is not the last group. Look at the sheet again: it may have been printed in part.');
  };
  return (
    <form className="doorway-form" onSubmit={confirm}>
      <div>
        <Button kind="primary" icon="download" onPress={() => window.print()}>
          Print the sheet
        </Button>
      </div>
      <Notice>
        It is not shown again. A new one can be made later, in Settings under Security; this one is then worth nothing.
      </Notice>
      <TextField
        label={`Type the last ${lastGroupLength(recoveryCode)} characters of the printed code`}
        width="medium"
        value={typed}
        onChange={(next) => {
          setTyped(next);
          setProblem(undefined);
        }}
        error={problem}
        spellCheck="false"
      />
      <div className="doorway-buttons">
        <Button kind="secondary" type="submit">
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}
