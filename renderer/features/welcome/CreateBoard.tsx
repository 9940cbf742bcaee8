import { type FormEvent, useState } from 'react';
import { NATION_LABELS, NATIONS, type Nation } from '../../../db/domain/codes.ts';
import { errorToLine } from '../../app/failure-words.ts';
import { closeBoard, enterBoard } from '../../app/screens.ts';
import { client } from '../../client.ts';
import { shell } from '../../shell/index.ts';
import { useSession } from '../../state/session.ts';
import { Button, ErrorSummary, type FieldProblem, Notice, RadioGroup, TextField } from '../../ui/index.ts';
import { Doorway } from './Doorway.tsx';
import { NewPassphrase, type NewPassphraseEntry, newPassphraseProblems, noPassphrase } from './NewPassphrase.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';

type Form = {
  readonly name: string;
  readonly nation: Nation;
  readonly post: string;
  readonly secret: NewPassphraseEntry;
};
type Problems = {
  readonly name?: string;
  readonly post?: string;
  readonly passphrase?: string;
  readonly again?: string;
};
type Made = { readonly boardName: string; readonly recoveryCode: string };

const emptyForm: Form = { name: '', nation: 'england', post: '', secret: noPassphrase };

/** A new board: who it is for, its passphrase, then the recovery code, shown once. */
export function CreateBoard({ onBack = () => void closeBoard() }: { readonly onBack?: () => void }) {
  const [form, setForm] = useState(emptyForm);
  const [problems, setProblems] = useState<Problems>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const change = (part: Partial<Form>): void => setForm({ ...form, ...part });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = problemsOf(form);
    setProblems(found);
    setRefusal(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const answer = await createBoard(form).catch((error: unknown) => ({ refusal: errorToLine(error) }));
    setBusy(false);
    if (answer !== null && 'refusal' in answer) setRefusal(answer.refusal);
    else setMade(answer);
  };
  if (made !== null)
    return <RecoveryCode {...made} onConfirmed={() => enterBoard(made.boardName)} confirmLabel="Open the board" />;
  return (
    <Doorway title="Create a board" lead="A board is a folder of its own. You choose where it is to be at the end.">
      <form className="doorway-form" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary problems={summaryOf(problems)} />
        {refusal !== null && <Notice kind="error">{refusal}</Notice>}
        <TextField
          id="board-name"
          label="Name of the board or partnership"
          hint="As it stands on your papers. It can be changed later."
          value={form.name}
          onChange={(name) => change({ name })}
          error={problems.name}
          autoFocus
        />
        <RadioGroup
          label="Nation"
          hint="Decides which bank holidays count, and which types of review come first."
          options={NATIONS.map((nation) => ({ key: nation, label: NATION_LABELS[nation] }))}
          value={form.nation}
          onChange={(nation) => change({ nation: nation as Nation })}
        />
        <TextField
          id="post"
          label="Your post"
          hint="For example “Board manager”. It is written beside each change you make. A post, not a name."
          value={form.post}
          onChange={(post) => change({ post })}
          error={problems.post}
        />
        <NewPassphrase
          value={form.secret}
          onChange={(secret) => change({ secret })}
          problems={problems}
          ownWords={[form.name]}
        />
        <div className="doorway-buttons">
          <Button kind="primary" type="submit" busy={busy}>
            {busy ? 'Creating the board' : 'Create the board'}
          </Button>
          <Button onPress={onBack} isDisabled={busy}>
            Cancel
          </Button>
        </div>
      </form>
    </Doorway>
  );
}

/** Null when the person was asked where and changed their mind. */
const createBoard = async ({
  name,
  nation,
  post,
  secret,
}: Form): Promise<Made | { readonly refusal: string } | null> => {
  // After a reload, or when the first attempt was refused, the folder is chosen already.
  const hasFolder = useSession.getState().screen.at === 'create' || (await shell.currentBoard()) !== null;
  if (!hasFolder) {
    const chosen = await shell.chooseBoard('create', name.trim());
    if (chosen.outcome === 'cancelled') return null;
    if (chosen.outcome === 'refused') return { refusal: chosen.message };
  }
  const { boardName, recoveryCode } = await client.session.create({
    name: name.trim(),
    nation,
    post: post.trim(),
    passphrase: secret.passphrase,
    deviceName: `${post.trim()}’s laptop`,
  });
  return { boardName, recoveryCode };
};

const problemsOf = ({ name, post, secret }: Form): Problems => ({
  ...(name.trim() === '' ? { name: 'Enter the name of the board.' } : {}),
  ...(post.trim() === '' ? { post: 'Enter your post, for example “Board manager”.' } : {}),
  ...newPassphraseProblems(secret, [name]),
});

const fieldIds: Readonly<Record<keyof Problems, string>> = {
  name: 'board-name',
  post: 'post',
  passphrase: 'new-passphrase',
  again: 'passphrase-again',
};

const summaryOf = (problems: Problems): readonly FieldProblem[] =>
  (Object.entries(problems) as [keyof Problems, string][]).map(([field, message]) => ({
    message,
    fieldId: fieldIds[field],
  }));
