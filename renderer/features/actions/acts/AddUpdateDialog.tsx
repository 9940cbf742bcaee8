import { useState } from 'react';
import type { ActionState } from '../../../../db/domain/codes.ts';
import { client } from '../../../client.ts';
import { DraftOffer } from '../../../app/DraftOffer.tsx';
import { useBoard } from '../../../app/use-board.ts';
import { useKeptDraft } from '../../../app/use-draft.ts';
import { DateEntry, TextArea } from '../../../ui/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { AgencySelect } from './AgencySelect.tsx';
import { LevelSelect } from './LevelSelect.tsx';
import { missing } from './missing.ts';
import { ReportedStateSelect } from './ReportedStateSelect.tsx';
import { runAct } from './run-act.ts';
import { type ActProps, subjectWords } from './subject.ts';
import { useDateField } from './use-date-field.ts';

export function AddUpdateDialog({ subject, onClose }: ActProps) {
  const { today } = useBoard();
  const [text, setText] = useState('');
  const kept = useKeptDraft(`update of ${subject.ids.length === 1 ? subject.ids[0] : 'several actions'}`);
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const [level, setLevel] = useState<string | null>(null);
  const [reportedState, setReportedState] = useState<ActionState | null>(null);
  const date = useDateField({ exactness: 'partial', isRequired: true, initial: today });
  const submit = async () => {
    const outcome = await runAct(
      () =>
        client.actions.addUpdate({
          ids: [...subject.ids],
          agencyId,
          date: date.value.date ?? today,
          text,
          ragAsserted: level,
          reportedState,
        }),
      `Added a progress update to ${subjectWords(subject)}`,
    );
    if (outcome.ok) kept.drop();
    return outcome;
  };
  return (
    <ActDialog
      title={`Add a progress update to ${subjectWords(subject)}`}
      submitLabel="Add the update"
      onClose={onClose}
      isReady={text.trim() !== '' && date.wrong === null}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <DraftOffer kept={kept} text={text} onGoOn={setText} />
          <TextArea
            label="Update"
            hint="What has been done since the last one, in the agency’s words."
            value={text}
            onChange={(next) => {
              setText(next);
              kept.keep(next);
            }}
            error={missing(tried, text, 'Write the update.')}
            autoFocus
          />
          <DateEntry label="Date" {...date.entry(tried)} />
          <AgencySelect
            label="From"
            optional
            placeholder="The lead agency of each"
            value={agencyId}
            onChange={setAgencyId}
          />
          <LevelSelect
            label="RAG as the agency sees it"
            optional
            value={level}
            onChange={setLevel}
            whenNone="Not given"
          />
          <ReportedStateSelect value={reportedState} onChange={setReportedState} />
        </>
      )}
    </ActDialog>
  );
}
