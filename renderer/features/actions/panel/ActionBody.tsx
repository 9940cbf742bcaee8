import type { ActionDetail } from '../../../../db/contract/actions.ts';
import { WaitsForDecision } from '../../../app/WaitsForDecision.tsx';
import { Notice } from '../../../ui/index.ts';
import type { ActName } from '../acts/ActOpened.tsx';
import { ReleasedPart } from '../../released/ReleasedPart.tsx';
import { ApprovalsPart } from './ApprovalsPart.tsx';
import { EvidencePart } from './EvidencePart.tsx';
import { AgendasPart } from './AgendasPart.tsx';
import { HistoryPart } from './HistoryPart.tsx';
import { ImpactPart } from './ImpactPart.tsx';
import { MeasuresPart } from './MeasuresPart.tsx';
import { MilestonesPart } from './MilestonesPart.tsx';
import { MovesPart } from './MovesPart.tsx';
import { ProgressPart } from './ProgressPart.tsx';
import { RatingsPart } from './RatingsPart.tsx';
import { StandingPart } from './StandingPart.tsx';
import { TargetPart } from './TargetPart.tsx';
import { ThemesPart } from './ThemesPart.tsx';
import { WhatAndWhoPart } from './WhatAndWhoPart.tsx';

export type PartProps = { readonly detail: ActionDetail };
export type ActingPartProps = PartProps & { readonly onAct: (act: ActName) => void };

/** The parts in the order in which a meeting asks: where it stands, what and who, by when, how far, on what evidence, agreed by whom. */
export function ActionBody({ detail, onAct }: ActingPartProps) {
  return (
    <div className="action-body">
      {detail.action.removed !== null && (
        <Notice kind="warning" title="This action was removed.">
          Its history is kept below. Undo the removal there to bring it back.
        </Notice>
      )}
      <WaitsForDecision at={{ at: 'action', id: detail.action.id }} />
      <StandingPart detail={detail} />
      <WhatAndWhoPart detail={detail} />
      <TargetPart detail={detail} onAct={onAct} />
      <ProgressPart detail={detail} onAct={onAct} />
      <EvidencePart detail={detail} onAct={onAct} />
      <RatingsPart detail={detail} />
      <ApprovalsPart detail={detail} />
      <MilestonesPart detail={detail} />
      <MeasuresPart detail={detail} />
      <ImpactPart detail={detail} />
      <AgendasPart detail={detail} />
      <ThemesPart detail={detail} />
      {detail.action.removed === null && (
        <ReleasedPart subject={{ of: { actionId: detail.action.id }, what: `action ${detail.action.number}` }} />
      )}
      <MovesPart detail={detail} />
      <HistoryPart detail={detail} />
    </div>
  );
}
