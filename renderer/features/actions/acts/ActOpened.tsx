import type { ComponentType } from 'react';
import { AddEvidenceDialog } from './AddEvidenceDialog.tsx';
import { AddUpdateDialog } from './AddUpdateDialog.tsx';
import { ApprovalDialog } from './ApprovalDialog.tsx';
import { ChangeTargetDialog } from './ChangeTargetDialog.tsx';
import { LeadAgencyDialog } from './LeadAgencyDialog.tsx';
import { MoveStateDialog } from './MoveStateDialog.tsx';
import { RateDialog } from './RateDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { RequestUpdateDialog } from './RequestUpdateDialog.tsx';
import type { ActProps } from './subject.ts';

const dialogs = {
  target: ChangeTargetDialog,
  update: AddUpdateDialog,
  state: MoveStateDialog,
  approval: ApprovalDialog,
  evidence: AddEvidenceDialog,
  request: RequestUpdateDialog,
  rate: RateDialog,
  agency: LeadAgencyDialog,
  remove: RemoveDialog,
} as const satisfies Readonly<Record<string, ComponentType<ActProps>>>;

export type ActName = keyof typeof dialogs;

type ActOpenedProps = ActProps & { readonly act: ActName; readonly onRemoved: () => void };

/** The dialog of an act that can be done to one or several actions. */
export function ActOpened({ act, onRemoved, ...props }: ActOpenedProps) {
  if (act === 'remove') return <RemoveDialog {...props} onRemoved={onRemoved} />;
  const ActForm: ComponentType<ActProps> = dialogs[act];
  return <ActForm {...props} />;
}
