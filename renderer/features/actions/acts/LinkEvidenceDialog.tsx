import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActionRow } from '../../../../db/contract/actions.ts';
import { api, client } from '../../../client.ts';
import { dateInWords, RadioGroup } from '../../../ui/index.ts';
import { FindAction } from '../FindAction.tsx';
import { ActDialog } from './ActDialog.tsx';
import { runAct } from './run-act.ts';

type LinkEvidenceDialogProps = { readonly action: ActionRow; readonly onClose: () => void };

/** Evidence that another action has already is linked here too, so that it is recorded once. */
export function LinkEvidenceDialog({ action, onClose }: LinkEvidenceDialogProps) {
  const [fromId, setFromId] = useState<string | null>(null);
  const [evidenceId, setEvidenceId] = useState<string | null>(null);
  const submit = () =>
    runAct(
      () => client.actions.linkEvidence({ evidenceId: evidenceId ?? '', ids: [action.id] }),
      `Linked evidence to action ${action.number}`,
    );
  return (
    <ActDialog
      title={`Link evidence to action ${action.number}`}
      submitLabel="Link the evidence"
      onClose={onClose}
      isReady={evidenceId !== null}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <FindAction
            label="The action that has it"
            hint="Find it by its number, text or review."
            suits={({ id, evidenceCount }) => evidenceCount > 0 && id !== action.id}
            value={fromId}
            onChange={(found) => {
              setFromId(found?.id ?? null);
              setEvidenceId(null);
            }}
            error={tried && fromId === null ? 'Choose the action that has the evidence.' : undefined}
            autoFocus
          />
          {fromId !== null && (
            <EvidenceChoices actionId={fromId} value={evidenceId} onChange={setEvidenceId} tried={tried} />
          )}
        </>
      )}
    </ActDialog>
  );
}

type EvidenceChoicesProps = {
  readonly actionId: string;
  readonly value: string | null;
  readonly onChange: (evidenceId: string) => void;
  readonly tried: boolean;
};

function EvidenceChoices({ actionId, value, onChange, tried }: EvidenceChoicesProps) {
  const { data } = useQuery(api.actions.get.queryOptions({ input: { id: actionId } }));
  if (data === undefined) return null;
  if (data.evidence.length === 0) return <p>Action {data.action.number} has no evidence yet.</p>;
  const options = data.evidence.map(({ id, what, date, dateText, agency }) => ({
    key: id,
    label: what,
    note: [agency, dateInWords({ date, text: dateText })].filter(Boolean).join(', ') || undefined,
  }));
  return (
    <RadioGroup
      label="Evidence"
      options={options}
      value={value}
      onChange={onChange}
      error={tried && value === null ? 'Choose the evidence.' : undefined}
    />
  );
}
