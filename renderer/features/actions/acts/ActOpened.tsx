import type { ComponentType } from 'react';
import { AddEvidenceDialog } from './AddEvidenceDialog.tsx';
import { AddUpdateDialog } from './AddUpdateDialog.tsx';
import { ApprovalDialog } from './ApprovalDialog.tsx';
import { ChangeTargetDialog } from './ChangeTargetDialog.tsx';
import { LeadAgencyDialog } from './LeadAgencyDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { MoveStateDialog } from './MoveStateDialog.tsx';
import { OutsideDialog } from './OutsideDialog.tsx';
import { OwnerDialog } from './OwnerDialog.tsx';
import { RateDialog } from './RateDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { ReopenDialog } from './ReopenDialog.tsx';
import { RequestUpdateDialog } from './RequestUpdateDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';
import type { ActProps } from './subject.ts';
import { SupersedeDialog } from './SupersedeDialog.tsx';
import { ThemesDialog } from './ThemesDialog.tsx';

const dialogs = {
  target: ChangeTargetDialog,
  update: AddUpdateDialog,
  state: MoveStateDialog,
  approval: ApprovalDialog,
  evidence: AddEvidenceDialog,
  request: RequestUpdateDialog,
  rate: RateDialog,
  agency: LeadAgencyDialog,
  owner: OwnerDialog,
  themes: ThemesDialog,
  split: SplitDialog,
  merge: MergeDialog,
  supersede: SupersedeDialog,
  reopen: ReopenDialog,
  outside: OutsideDialog,
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
