import { useState } from 'react';
import { client } from '../../../client.ts';
import { ActDialog } from './ActDialog.tsx';
import { AgencySelect } from './AgencySelect.tsx';
import { runAct } from './run-act.ts';
import { type ActProps, subjectWords } from './subject.ts';

export function LeadAgencyDialog({ subject, onClose }: ActProps) {
  const [agencyId, setAgencyId] = useState<string | null>(null);
  return (
    <ActDialog
      title={`Set the lead agency of ${subjectWords(subject)}`}
      submitLabel={agencyId === null ? 'Leave without a lead' : 'Set the lead agency'}
      onClose={onClose}
      isReady
      onSubmit={() =>
        runAct(
          () => client.actions.setLeadAgency({ ids: [...subject.ids], leadAgencyId: agencyId }),
          `Set the lead agency of ${subjectWords(subject)}`,
        )
      }
    >
      {() => (
        <AgencySelect
          label="Lead agency"
          hint="Leave it empty where no agency leads yet."
          value={agencyId}
          onChange={setAgencyId}
          autoFocus
        />
      )}
    </ActDialog>
  );
}
