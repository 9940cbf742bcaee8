import { useState } from 'react';
import { client } from '../../../client.ts';
import { Tag } from '../../../ui/index.ts';
import { FindAction } from '../FindAction.tsx';
import { ActDialog } from './ActDialog.tsx';
import { runAct } from './run-act.ts';

type ServeFurtherDialogProps = { readonly evidenceId: string; readonly what: string; readonly onClose: () => void };
type Found = { readonly id: string; readonly number: string };

/** One item of evidence for further actions, found one after the other. */
export function ServeFurtherDialog({ evidenceId, what, onClose }: ServeFurtherDialogProps) {
  const [found, setFound] = useState<readonly Found[]>([]);
  const submit = () =>
    runAct(
      () => client.actions.linkEvidence({ evidenceId, ids: found.map(({ id }) => id) }),
      'Linked evidence to further actions',
    );
  const add = (action: Found | null): void => {
    if (action !== null && !found.some(({ id }) => id === action.id)) setFound([...found, action]);
  };
  return (
    <ActDialog
      title="Link this evidence to further actions"
      submitLabel="Link the evidence"
      onClose={onClose}
      isReady={found.length > 0}
      onSubmit={submit}
    >
      {(tried) => (
        <>
          <p className="action-reason">{what}</p>
          <FindAction
            key={found.length}
            label="Action"
            hint="Find it by its number, text or review; each one that you choose is added below."
            value={null}
            onChange={add}
            error={tried && found.length === 0 ? 'Choose at least one action.' : undefined}
            autoFocus
          />
          <div className="action-tags">
            {found.map(({ id, number }) => (
              <Tag
                key={id}
                onRemove={() => setFound(found.filter((other) => other.id !== id))}
                removeLabel={`Leave out action ${number}`}
              >
                {number}
              </Tag>
            ))}
          </div>
        </>
      )}
    </ActDialog>
  );
}
