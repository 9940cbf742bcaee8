import { useState } from 'react';
import { client } from '../../../client.ts';
import { useBoard } from '../../../app/use-board.ts';
import { DateEntry, RadioGroup } from '../../../ui/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { LevelSelect } from './LevelSelect.tsx';
import { runAct } from './run-act.ts';
import { type ActProps, subjectWords } from './subject.ts';
import { useDateField } from './use-date-field.ts';

type Which = 'asserted' | 'confirmed';

const whose = [
  { key: 'confirmed', label: 'The board confirms it', note: 'Shown in lists and packs instead of the computed rating' },
  { key: 'asserted', label: 'The agency asserts it', note: 'Kept beside the others as the agency’s own view' },
] as const;

type RateDialogProps = ActProps & { readonly which?: Which };

/** The computed rating is never changed: what is recorded here stands beside it. */
export function RateDialog({ subject, onClose, which: asked = 'confirmed' }: RateDialogProps) {
  const { today } = useBoard();
  const [which, setWhich] = useState<Which>(asked);
  const [level, setLevel] = useState<string | null>(null);
  const on = useDateField({ exactness: 'partial', initial: today });
  const submit = () =>
    runAct(
      () => client.actions.rate({ ids: [...subject.ids], which, level, on: level === null ? null : on.value.date }),
      `${level === null ? 'Took away' : 'Recorded'} the RAG rating of ${subjectWords(subject)}`,
    );
  return (
    <ActDialog
      title={`Rate ${subjectWords(subject)}`}
      submitLabel={level === null ? 'Take the rating away' : 'Record the rating'}
      onClose={onClose}
      isReady={on.wrong === null}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <RadioGroup label="Whose rating" options={whose} value={which} onChange={(key) => setWhich(key as Which)} />
          <LevelSelect label="RAG" value={level} onChange={setLevel} whenNone="None: take the rating away" />
          {level !== null && <DateEntry label="Rated on" {...on.entry(tried)} />}
        </>
      )}
    </ActDialog>
  );
}
