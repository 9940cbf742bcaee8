import { useState } from 'react';
import { client } from '../../../client.ts';
import { ActDialog } from './ActDialog.tsx';
import { runAct } from './run-act.ts';
import { type ActProps, subjectWords } from './subject.ts';
import { ThemePicks } from './ThemePicks.tsx';

/** Files all of them under themes, and takes them off others, as one change. */
export function ThemesDialog({ subject, onClose }: ActProps) {
  const [add, setAdd] = useState<readonly string[]>([]);
  const [takeOff, setTakeOff] = useState<readonly string[]>([]);
  const isReady = add.length + takeOff.length > 0;
  const submit = () =>
    runAct(
      () => client.actions.changeThemes({ ids: [...subject.ids], add: [...add], takeOff: [...takeOff] }),
      `Changed the themes of ${subjectWords(subject)}`,
    );
  return (
    <ActDialog
      title={`Change the themes of ${subjectWords(subject)}`}
      submitLabel="Change the themes"
      onClose={onClose}
      isReady={isReady}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <ThemePicks
            label="File under"
            optional
            chosen={add}
            onChange={(chosen) => {
              setAdd(chosen);
              setTakeOff(takeOff.filter((id) => !chosen.includes(id)));
            }}
            error={tried && !isReady ? 'Choose at least one theme.' : undefined}
            autoFocus
          />
          <ThemePicks label="Take off" optional chosen={takeOff} onChange={setTakeOff} without={add} />
        </>
      )}
    </ActDialog>
  );
}
