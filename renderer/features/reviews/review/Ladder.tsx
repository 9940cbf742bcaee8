import type { LadderReading } from '../../../../db/contract/reviews.ts';
import { APPROVAL_KIND_LABELS, type ApprovalKind } from '../../../../db/domain/codes.ts';
import { Button, Pill } from '../../../ui/index.ts';
import { STEP_LOOKS, SUBJECT_WORDS } from './approval-look.ts';
import type { ApprovalStart } from './RecordApprovalDialog.tsx';

export type LadderProps = { readonly ladder: LadderReading; readonly onRecord: (start: ApprovalStart) => void };

/** The steps of one ladder in their order; what is outstanding can be recorded from its own step. */
export function Ladder({ ladder: { appliesTo, words, steps }, onRecord }: LadderProps) {
  return (
    <div>
      <h3 className="review-small-heading">{SUBJECT_WORDS[appliesTo]}</h3>
      <p className="ui-quiet">{words || 'The board has no ladder for this. Set one in Settings.'}</p>
      <ol className="review-ladder">
        {steps.map((step) => {
          const { word, ...look } = STEP_LOOKS[step.state];
          const kind = step.kind as ApprovalKind;
          const isGiven = step.state === 'met' || step.state === 'met-with-conditions';
          return (
            <li key={step.id}>
              <Pill {...look}>{word}</Pill>
              <span>{step.words || `${step.body}: ${APPROVAL_KIND_LABELS[kind].toLowerCase()}`}</span>
              {!isGiven && (
                <Button
                  kind="quiet"
                  size="small"
                  aria-label={`Record: ${step.body}, ${SUBJECT_WORDS[appliesTo].toLowerCase()}`}
                  onPress={() => onRecord({ appliesTo, bodyId: step.bodyId, kind })}
                >
                  Record
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
