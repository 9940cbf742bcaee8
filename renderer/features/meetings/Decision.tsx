import { useState } from 'react';
import type { MeetingDetail } from '../../../db/contract/meetings.ts';
import { actionHref, reviewHref } from '../../app/links.ts';
import { editRecord } from '../../app/use-record-edit.ts';
import { EditableLongText, EditableText, IconButton, Link, useReadOnly } from '../../ui/index.ts';
import { reviewName } from '../actions/review-name.ts';
import { RemoveButton } from '../settings/RemoveButton.tsx';
import { DecidedDialog } from './DecidedDialog.tsx';

type DecisionProps = { readonly decision: MeetingDetail['decisions'][number] };

export function Decision({ decision }: DecisionProps) {
  const [isOpen, setOpen] = useState(false);
  const isReadOnly = useReadOnly();
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
      <div>
        <EditableLongText
          layout="bare"
          label={`Text of the ${name}`}
          value={decision.text}
          onSave={editRecord('decisions', decision, 'text')}
          draftKey={`decisions/${decision.id}/text`}
        />
        <Decided decision={decision} />
      </div>
      <span className="meeting-item-tools">
        {!isReadOnly && (
          <IconButton icon="link" size="small" label={`What the ${name} decided`} onPress={() => setOpen(true)} />
        )}
        <RemoveButton table="decisions" id={decision.id} name={`the ${name}`} />
      </span>
      {isOpen && <DecidedDialog decision={decision} onClose={() => setOpen(false)} />}
    </li>
  );
}

/** What it decided, where that is one review or one action. */
function Decided({ decision: { review, action } }: DecisionProps) {
  if (review === null && action === null) return null;
  return (
    <p className="meeting-item-about">
      {review !== null && <Link href={reviewHref(review.id)}>{reviewName(review)}</Link>}
      {action !== null && <Link href={actionHref(action.id)}>{`Action ${action.number}`}</Link>}
    </p>
  );
}
