import { type FormEvent, useState } from 'react';
import { errorToLine } from '../../app/failure-words.ts';
import { findScreen } from '../../app/screens.ts';
import { client } from '../../client.ts';
import { shell } from '../../shell/index.ts';
import { Button, ErrorSummary, type FieldProblem, Notice, TextField } from '../../ui/index.ts';
import { Doorway } from './Doorway.tsx';
import { NewPassphrase, type NewPassphraseEntry, newPassphraseProblems, noPassphrase } from './NewPassphrase.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';

type Form = { readonly deviceName: string; readonly post: string; readonly secret: NewPassphraseEntry };
type Problems = {
  readonly deviceName?: string;
  readonly post?: string;
  readonly passphrase?: string;
  readonly again?: string;
};

const emptyForm: Form = { deviceName: '', post: '', secret: noPassphrase };

/** The new laptop's side of joining, as far as its recovery code: the folder that waits, with its keys and its request. */
export function JoinBoard({ onBack }: { readonly onBack: () => void }) {
  const [form, setForm] = useState(emptyForm);
  const [problems, setProblems] = useState<Problems>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);
  const change = (part: Partial<Form>): void => setForm({ ...form, ...part });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = problemsOf(form);
    setProblems(found);
    setRefusal(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const answer = await beginToJoin(form).catch((error: unknown) => ({ refusal: errorToLine(error) }));
    setBusy(false);
    if (answer !== null && 'refusal' in answer) setRefusal(answer.refusal);
    else setRecoveryCode(answer?.recoveryCode ?? null);
  };
  if (recoveryCode !== null)
    return (
      <RecoveryCode
        boardName={`The board on ${form.deviceName.trim()}`}
        recoveryCode={recoveryCode}
        onConfirmed={() => void findScreen()}
        confirmLabel="Go on to the request"
      />
    );
  return (
    <Doorway
      title="Join a board that others keep"
      lead="Another laptop of the board lets this one in: two small files go between you, and you check a code on the phone. Then this laptop has the whole board too. You choose its folder at the end."
    >
      <form className="doorway-form" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary problems={summaryOf(problems)} />
        {refusal !== null && <Notice kind="error">{refusal}</Notice>}
        <TextField
          id="device-name"
          label="Name of this laptop"
          hint="So that the others know it, for example “Laptop of the deputy manager”. It can be changed later."
          value={form.deviceName}
          onChange={(deviceName) => change({ deviceName })}
          error={problems.deviceName}
          maxLength={200}
          autoFocus
        />
        <TextField
          id="post"
          label="Your post"
          hint="For example “Deputy board manager”. It is written beside each change you make. A post, not a name."
          value={form.post}
          onChange={(post) => change({ post })}
          error={problems.post}
          maxLength={200}
        />
        <NewPassphrase
          label="Passphrase of this laptop"
          value={form.secret}
          onChange={(secret) => change({ secret })}
          problems={problems}
          ownWords={[form.deviceName, form.post]}
        />
        <div className="doorway-buttons">
          <Button kind="primary" type="submit" busy={busy}>
            {busy ? 'Making the request' : 'Make the request'}
          </Button>
          <Button onPress={onBack} isDisabled={busy}>
            Cancel
          </Button>
        </div>
      </form>
    </Doorway>
  );
}

type Begun = { readonly recoveryCode: string };

/** Null when the person was asked where and changed their mind. */
const beginToJoin = async ({
  deviceName,
  post,
  secret,
}: Form): Promise<Begun | { readonly refusal: string } | null> => {
  // When the first attempt was refused, the folder is chosen already.
  if ((await shell.currentBoard()) === null) {
    const chosen = await shell.chooseBoard('create', 'Shared board');
    if (chosen.outcome === 'cancelled') return null;
    if (chosen.outcome === 'refused') return { refusal: chosen.message };
  }
  return client.joining.begin({ deviceName: deviceName.trim(), post: post.trim(), passphrase: secret.passphrase });
};

const problemsOf = ({ deviceName, post, secret }: Form): Problems => ({
  ...(deviceName.trim() === '' ? { deviceName: 'Give this laptop a name.' } : {}),
  ...(post.trim() === '' ? { post: 'Enter your post, for example “Deputy board manager”.' } : {}),
  ...newPassphraseProblems(secret, [deviceName, post]),
});

const fieldIds: Readonly<Record<keyof Problems, string>> = {
  deviceName: 'device-name',
  post: 'post',
  passphrase: 'new-passphrase',
  again: 'passphrase-again',
};

const summaryOf = (problems: Problems): readonly FieldProblem[] =>
  (Object.entries(problems) as [keyof Problems, string][]).map(([field, message]) => ({
    message,
    fieldId: fieldIds[field],
  }));
