import type { LadderReading } from '../../../../db/contract/reviews.ts';
import { APPROVAL_KIND_LABELS, type ApprovalKind } from '../../../../db/domain/codes.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { meetingHref } from '../../../app/links.ts';
import { useBoard } from '../../../app/use-board.ts';
import { Button, Link, Pill } from '../../../ui/index.ts';
import { STEP_LOOKS, SUBJECT_WORDS } from './approval-look.ts';
import type { ApprovalStart } from './RecordApprovalDialog.tsx';

type Step = LadderReading['steps'][number];

export type LadderProps = {
  readonly ladder: LadderReading;
  readonly onRecord: (start: ApprovalStart) => void;
  /** Of a rejected step: revokes the rejection, with a reason, so that the body is asked again. */
  readonly onReopen: (appliesTo: LadderReading['appliesTo'], step: Step) => void;
};

/** The steps of one ladder in their order; what is outstanding can be recorded from its own step. */
export function Ladder({ ladder: { appliesTo, words, steps }, onRecord, onReopen }: LadderProps) {
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
              {!isGiven && <NextMeeting bodyId={step.bodyId} />}
              {step.state === 'rejected' && (
                <Button
                  kind="quiet"
                  size="small"
                  aria-label={`Reopen: ${step.body}, ${SUBJECT_WORDS[appliesTo].toLowerCase()}`}
                  onPress={() => onReopen(appliesTo, step)}
                >
                  Reopen
                </Button>
              )}
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

/** When the body could decide it. */
function NextMeeting({ bodyId }: { readonly bodyId: string }) {
  const { meetings, today } = useBoard();
  const next = meetings
    .filter((meeting) => meeting.bodyId === bodyId && meeting.state === 'planned' && (meeting.date ?? '') >= today)
    .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))[0];
  return next === undefined ? null : (
    <span className="ui-quiet">
      Next meets <Link href={meetingHref(next.id)}>{formatDate(next.date)}</Link>
    </span>
  );
}
