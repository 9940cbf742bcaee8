import {
  addRecord,
  dateOf,
  editDate,
  editFlag,
  editRecord,
  flagKey,
  removeRecord,
} from '../../../app/use-record-edit.ts';
import { EditableDate, EditableSelect, EditableText, IconButton, Section } from '../../../ui/index.ts';
import type { PartProps } from './ActionBody.tsx';
import { AddLine } from './AddLine.tsx';
import { EditableFigure } from './EditableFigure.tsx';

const directions = [
  { key: 'yes', label: 'Higher' },
  { key: 'no', label: 'Lower' },
] as const;

/** Figures that tell whether it worked: where it began, the target, where it is now. */
export function MeasuresPart({ detail: { action, measures } }: PartProps) {
  const isReadOnly = action.removed !== null;
  return (
    <Section heading="Measures" count={measures.length} level={3}>
      <ol className="action-entries">
        {measures.map((measure) => (
          <li key={measure.id}>
            <div className="action-entry-head">
              <EditableText
                label="Measure"
                layout="bare"
                value={measure.text}
                onSave={editRecord('measures', measure, 'text')}
                whenRefusedEmpty="A measure needs words. Remove it instead."
                isReadOnly={isReadOnly}
              />
              <IconButton
                icon="close"
                size="small"
                label={`Remove the measure ${measure.text}`}
                onPress={() => void removeRecord('measures', measure.id)}
              />
            </div>
            <dl className="action-pair">
              <EditableFigure
                label="Began at"
                unit={measure.unit}
                value={measure.baseline}
                onSave={editRecord('measures', measure, 'baseline')}
              />
              <EditableFigure
                label="Target"
                unit={measure.unit}
                value={measure.target}
                onSave={editRecord('measures', measure, 'target')}
              />
              <EditableFigure
                label="Now"
                unit={measure.unit}
                value={measure.current}
                onSave={editRecord('measures', measure, 'current')}
              />
              <EditableText
                label="Unit"
                value={measure.unit}
                onSave={editRecord('measures', measure, 'unit')}
                placeholder="%"
              />
              <EditableDate
                label="As at"
                value={dateOf('measures', measure, 'asAt')}
                onSave={editDate('measures', measure, 'asAt')}
              />
              <EditableSelect
                label="Better is"
                options={directions}
                value={flagKey(measure.higherIsBetter)}
                onSave={editFlag('measures', measure, 'higherIsBetter')}
              />
            </dl>
          </li>
        ))}
      </ol>
      {!isReadOnly && (
        <AddLine label="Add a measure" onAdd={(text) => addRecord('measures', { actionId: action.id, text })} />
      )}
    </Section>
  );
}
