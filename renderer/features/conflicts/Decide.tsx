import { type FormEvent, useState } from 'react';
import type { ConflictChosen, ConflictDetail } from '../../../db/contract/conflicts.ts';
import { goTo } from '../../app/go-to.ts';
import { placeHref } from '../../app/links.ts';
import { useBoard } from '../../app/use-board.ts';
import { useSave } from '../../app/use-save.ts';
import { client } from '../../client.ts';
import { Button, DateEntry, mainRegionId, RadioGroup, showToast, TextField } from '../../ui/index.ts';
import { useDateField } from '../actions/acts/use-date-field.ts';
import { decisionOptions, isRevocation } from './decision-options.ts';
import { OwnValue } from './OwnValue.tsx';
import { useOwnValue } from './use-own-value.ts';

type DecideProps = {
  readonly detail: ConflictDetail;
  readonly nextHref: string;
  /** While a decision is on its way, that the conflict is gone is no news. */
  readonly onDeciding: (isDeciding: boolean) => void;
};

type Problem = { readonly at: 'choice' | 'reason' | 'all'; readonly words: string };

/** Chooses one version, combines them or puts it off; what is decided is recorded, and goes to the other laptops. */
export function Decide({ detail, nextHref, onDeciding }: DecideProps) {
  const { today } = useBoard();
  const options = decisionOptions(detail);
  const [key, setKey] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const own = useOwnValue(detail);
  const revokedOn = useDateField({ exactness: 'partial', isRequired: true, initial: today });
  const { save, isSaving } = useSave();
  const option = options.find((candidate) => candidate.key === key) ?? null;
  const revokes = isRevocation(detail, option);

  /** Null where something is still wrong, which is said beside it. */
  const chosen = (): ConflictChosen | null => {
    if (option?.does === 'own') return own.read();
    if (option?.does !== 'choose') return null;
    return revokes && option.choice.do === 'drop'
      ? { ...option.choice, on: revokedOn.value.date ?? today }
      : option.choice;
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (option === null) return setProblem({ at: 'choice', words: 'Choose what is to count.' });
    if (option.needsReason && reason.trim() === '') return setProblem({ at: 'reason', words: 'Say why.' });
    if (revokes && revokedOn.wrong !== null) return setProblem({ at: 'all', words: revokedOn.wrong });
    setProblem(null);
    const choice = chosen();
    if (option.does !== 'defer' && choice === null) return;
    const asked = { id: detail.id, sides: detail.sides.map(({ id }) => id), reason: reason.trim() };
    onDeciding(true);
    // A decision stays on record: it is changed on the record, not undone.
    const outcome = await save(async () => {
      await (choice === null ? client.conflicts.defer(asked) : client.conflicts.decide({ ...asked, choice }));
      return { operationId: null };
    }, detail.heading);
    if (!outcome.ok) {
      onDeciding(false);
      return setProblem({ at: 'all', words: outcome.message });
    }
    sayWhatWasDone(detail, option.does === 'defer');
    document.getElementById(mainRegionId)?.focus();
    goTo(nextHref);
  };

  const problemAt = (at: Problem['at']): string | undefined => (problem?.at === at ? problem.words : undefined);
  return (
    <form className="conflict-decide" noValidate aria-label="Decide" onSubmit={(event) => void submit(event)}>
      <RadioGroup
        label="What is to count?"
        options={options}
        value={key}
        onChange={(next) => {
          setKey(next);
          setProblem(null);
        }}
        error={problemAt('choice')}
      />
      {option?.does === 'own' && <OwnValue detail={detail} own={own} />}
      {revokes && <DateEntry label="Revoked on" {...revokedOn.entry(problem !== null)} />}
      {option !== null && (
        <TextField
          label="Reason"
          hint="It stands in the history, on every laptop of the board."
          optional={!option.needsReason}
          value={reason}
          onChange={setReason}
          maxLength={500}
          error={problemAt('reason')}
        />
      )}
      {problem?.at === 'all' && (
        <p className="ui-field-error" role="alert">
          {problem.words}
        </p>
      )}
      <div>
        <Button kind="primary" type="submit" busy={isSaving}>
          {option?.does === 'defer' ? 'Put it off' : 'Decide'}
        </Button>
      </div>
    </form>
  );
}

const sayWhatWasDone = ({ heading, record, place }: ConflictDetail, isPutOff: boolean): void => {
  const words = `${isPutOff ? 'Put off' : 'Decided'}: ${heading} · ${record}`;
  const action = place === null ? {} : { action: { label: 'Show the record', onPress: () => goTo(placeHref(place)) } };
  showToast({ message: words, ...action });
};
