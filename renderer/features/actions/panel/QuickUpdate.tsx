import { type KeyboardEvent, useState } from 'react';
import type { ActionRow } from '../../../../db/contract/actions.ts';
import type { ActionState } from '../../../../db/domain/codes.ts';
import { client } from '../../../client.ts';
import { DraftOffer } from '../../../app/DraftOffer.tsx';
import { useBoard } from '../../../app/use-board.ts';
import { useKeptDraft } from '../../../app/use-draft.ts';
import { useDraft } from '../../../state/drafts.ts';
import { Button, DateEntry, KeyHint, TextArea, useReadOnly } from '../../../ui/index.ts';
import { AgencySelect } from '../acts/AgencySelect.tsx';
import { LevelSelect } from '../acts/LevelSelect.tsx';
import { ReportedStateSelect } from '../acts/ReportedStateSelect.tsx';
import { runAct } from '../acts/run-act.ts';
import { useDateField } from '../acts/use-date-field.ts';

type UpdateDraft = {
  readonly text: string;
  readonly agencyId: string | null;
  readonly level: string | null;
  readonly reportedState: ActionState | null;
};

const empty: UpdateDraft = { text: '', agencyId: null, level: null, reportedState: null };

/** A progress update in two keystrokes: type, Ctrl+Enter. Date, agency and the agency's RAG are there once something is typed. */
export function QuickUpdate({ action }: { readonly action: ActionRow }) {
  const { today } = useBoard();
  const isReadOnly = useReadOnly();
  const [draft, change, clear] = useDraft(`update of ${action.id}`, empty);
  const kept = useKeptDraft(`update of ${action.id}`);
  const forget = (): void => {
    clear();
    kept.drop();
  };
  const [problem, setProblem] = useState<string | null>(null);
  const date = useDateField({ exactness: 'partial', isRequired: true, initial: today });
  const isBegun = draft.text.trim() !== '';
  const add = async (): Promise<void> => {
    if (!isBegun || date.wrong !== null) return;
    const { text, agencyId, level, reportedState } = draft;
    const outcome = await runAct(
      () =>
        client.actions.addUpdate({
          ids: [action.id],
          agencyId,
          date: date.value.date ?? today,
          text,
          ragAsserted: level,
          reportedState,
        }),
      `Added a progress update to action ${action.number}`,
    );
    setProblem(outcome.ok ? null : outcome.message);
    if (outcome.ok) forget();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void add();
  };
  if (isReadOnly) return null;
  return (
    <div className="action-quick-update" onKeyDown={onKey}>
      <DraftOffer kept={kept} text={draft.text} onGoOn={(text) => change({ text })} />
      <TextArea
        label="Add a progress update"
        hideLabel
        placeholder="Add a progress update"
        rows={isBegun ? 3 : 1}
        value={draft.text}
        onChange={(text) => {
          change({ text });
          kept.keep(text);
        }}
      />
      {isBegun && (
        <>
          <div className="act-columns">
            <DateEntry label="Date" {...date.entry(true)} />
            <AgencySelect
              label="From"
              placeholder={action.leadAgency ?? 'No lead agency'}
              value={draft.agencyId}
              onChange={(agencyId) => change({ agencyId })}
            />
            <LevelSelect
              label="RAG as the agency sees it"
              value={draft.level}
              onChange={(level) => change({ level })}
              whenNone="Not given"
            />
            <ReportedStateSelect value={draft.reportedState} onChange={(reportedState) => change({ reportedState })} />
          </div>
          {problem !== null && (
            <p className="ui-field-error" role="alert">
              {problem}
            </p>
          )}
          <div className="ui-row">
            <Button kind="primary" size="small" onPress={() => void add()}>
              Add the update
            </Button>
            <Button size="small" onPress={forget}>
              Cancel
            </Button>
            <span className="ui-quiet">
              <KeyHint keys="Ctrl+Enter" /> adds
            </span>
          </div>
        </>
      )}
    </div>
  );
}
