import type { MeetingDetail } from '../../../db/contract/meetings.ts';
import { editRecord } from '../../app/use-record-edit.ts';
import { EditableLongText, EditableText } from '../../ui/index.ts';
import { RemoveButton } from '../settings/RemoveButton.tsx';

type DecisionProps = { readonly decision: MeetingDetail['decisions'][number] };

export function Decision({ decision }: DecisionProps) {
  const name = decision.minuteReference === '' ? 'decision' : `decision ${decision.minuteReference}`;
  return (
    <li className="meeting-decision">
      <div className="meeting-decision-minute">
        <EditableText
          layout="bare"
          label={`Minute of the ${name}`}
          value={decision.minuteReference}
          onSave={editRecord('decisions', decision, 'minuteReference')}
          whenEmpty="No minute"
        />
      </div>
      <EditableLongText
        layout="bare"
        label={`Text of the ${name}`}
        value={decision.text}
        onSave={editRecord('decisions', decision, 'text')}
        draftKey={`decisions/${decision.id}/text`}
      />
      <RemoveButton table="decisions" id={decision.id} name={`the ${name}`} />
    </li>
  );
}
