import { addRecord, dateOf, editDate, editRecord, removeRecord } from '../../../app/use-record-edit.ts';
import { EditableDate, EditableText, IconButton, Section } from '../../../ui/index.ts';
import type { PartProps } from './ActionBody.tsx';
import { AddLine } from './AddLine.tsx';

/** The steps on the way, each with its own date. */
export function MilestonesPart({ detail: { action, milestones } }: PartProps) {
  const isReadOnly = action.removed !== null;
  return (
    <Section heading="Milestones" count={milestones.length} level={3}>
      <ol className="action-entries">
        {milestones.map((milestone) => (
          <li key={milestone.id}>
            <div className="action-entry-head">
              <EditableText
                label="Milestone"
                layout="bare"
                value={milestone.text}
                onSave={editRecord('actionMilestones', milestone, 'text')}
                whenRefusedEmpty="A milestone needs words. Remove it instead."
                isReadOnly={isReadOnly}
              />
              <IconButton
                icon="close"
                size="small"
                label={`Remove the milestone ${milestone.text}`}
                onPress={() => void removeRecord('actionMilestones', milestone.id)}
              />
            </div>
            <dl className="action-pair">
              <EditableDate
                label="Target"
                value={dateOf('actionMilestones', milestone, 'targetDate', 'targetText')}
                onSave={editDate('actionMilestones', milestone, 'targetDate', 'targetText')}
                isReadOnly={isReadOnly}
              />
              <EditableDate
                label="Done"
                whenEmpty="Not yet"
                value={dateOf('actionMilestones', milestone, 'doneOn')}
                onSave={editDate('actionMilestones', milestone, 'doneOn')}
                isReadOnly={isReadOnly}
              />
            </dl>
          </li>
        ))}
      </ol>
      {!isReadOnly && (
        <AddLine
          label="Add a milestone"
          onAdd={(text) =>
            addRecord('actionMilestones', { actionId: action.id, text, position: milestones.length + 1 })
          }
        />
      )}
    </Section>
  );
}
