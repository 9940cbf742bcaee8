import { formatDate } from '../../../../db/domain/partial-date.ts';
import { useBoard } from '../../../app/use-board.ts';
import {
  Button,
  dateInWords,
  DefinitionList,
  Definition,
  EditableLongText,
  MarkBeside,
  Section,
} from '../../../ui/index.ts';
import { hasTarget, targetWords } from '../action-words.ts';
import type { ActingPartProps } from './ActionBody.tsx';
import { editAction } from './edit-action.ts';

/** By when, every earlier target with the reason it moved, and how success is told. */
export function TargetPart({ detail: { action, earlierTargets }, onAct }: ActingPartProps) {
  const { meetings } = useBoard();
  const isReadOnly = action.removed !== null;
  const words = targetWords(action, meetings);
  return (
    <Section
      heading="Target"
      level={3}
      actions={
        !isReadOnly && (
          <Button size="small" kind="quiet" icon="calendar" onPress={() => onAct('target')}>
            {hasTarget(action) ? 'Change target' : 'Set a target'}
          </Button>
        )
      }
    >
      <DefinitionList>
        <Definition label="Target date">
          {words || <span className="ui-quiet">None set: it cannot become late, and says so</span>}
          {action.targetDay !== null &&
            !words.includes(formatDate(action.targetDay)) &&
            action.targetMeetingId !== null && <span className="ui-quiet"> ({formatDate(action.targetDay)})</span>}
          <MarkBeside label="Target date" keptIn={{ table: 'actions', rowId: action.id, field: 'targetDate' }} />
        </Definition>
        {earlierTargets.length > 0 && (
          <Definition label="Earlier targets">
            <ol className="action-earlier">
              {earlierTargets.map(({ id, targetDate, targetText, meeting, movedOn, reason }) => (
                <li key={id}>
                  <s>{meeting ?? (dateInWords({ date: targetDate, text: targetText }) || 'A meeting')}</s>
                  {movedOn !== null && <span className="ui-quiet"> moved on {formatDate(movedOn)}</span>}
                  {reason !== '' && <p className="action-reason">{reason}</p>}
                </li>
              ))}
            </ol>
          </Definition>
        )}
        <EditableLongText
          label="Success measure"
          value={action.successMeasure}
          onSave={editAction(action, 'successMeasure')}
          whenEmpty="Not recorded: how will the board know that it worked?"
          draftKey={`action/${action.id}/successMeasure`}
          isReadOnly={isReadOnly}
        />
      </DefinitionList>
    </Section>
  );
}
