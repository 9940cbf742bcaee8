import { useState } from 'react';
import type { DelayRow } from '../../../../db/contract/reviews.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { dateOf, editDate, editRecord } from '../../../app/use-record-edit.ts';
import { Button, Definition, DefinitionList, EditableDate, EditableLongText, EditableText } from '../../../ui/index.ts';
import { DelayNotices } from './DelayNotices.tsx';
import { DelayReasons } from './DelayReasons.tsx';
import { EndDelayDialog } from './EndDelayDialog.tsx';
import { RowTools } from './RowTools.tsx';

export function Delay({ delay }: { readonly delay: DelayRow }) {
  const [isEnding, setEnding] = useState(false);
  const text = (field: 'expectedEndEvent' | 'interimLearning' | 'explanation' | 'endedBy') => ({
    value: delay[field],
    onSave: editRecord('publicationDelays', delay, field),
  });
  const date = (field: 'expectedEndOn' | 'nextReviewOn' | 'endedOn') => ({
    value: dateOf('publicationDelays', delay, field),
    onSave: editDate('publicationDelays', delay, field),
  });
  const what = `the delay for ${delay.reasons.map(({ name }) => name.toLowerCase()).join(', ') || 'no reason'}`;
  return (
    <li className="review-record">
      <div className="review-record-head">
        <p>{delay.words}</p>
        {delay.endedOn === null && (
          <Button size="small" onPress={() => setEnding(true)}>
            End this delay
          </Button>
        )}
        <RowTools table="publicationDelays" id={delay.id} what={what} />
      </div>
      {delay.reviewOverdue && (
        <p className="reviews-late">
          <span aria-hidden="true">▲ </span>
          The next review of this delay is overdue, it was to be on {formatDate(delay.nextReviewOn)}.
        </p>
      )}
      {delay.endPassed && (
        <p className="reviews-late">
          <span aria-hidden="true">▲ </span>
          This delay was expected to end {formatDate(delay.expectedEndOn)} and is still open.
        </p>
      )}
      <DefinitionList compact>
        <Definition label="Reasons">
          <DelayReasons delay={delay} />
        </Definition>
        <EditableDate
          label="Since"
          value={dateOf('publicationDelays', delay, 'since', 'sinceText')}
          onSave={editDate('publicationDelays', delay, 'since', 'sinceText')}
        />
        <EditableLongText
          label="Explanation"
          {...text('explanation')}
          draftKey={`publicationDelays/${delay.id}/explanation`}
        />
        <EditableText label="Will end with" whenEmpty="No event named" {...text('expectedEndEvent')} />
        <EditableDate label="Expected" {...date('expectedEndOn')} />
        <EditableDate label="Next review" {...date('nextReviewOn')} />
        <EditableText label="Interim learning" whenEmpty="None issued" {...text('interimLearning')} />
        {delay.endedOn !== null && <EditableDate label="Ended" {...date('endedOn')} />}
        {delay.endedOn !== null && <EditableText label="Ended by" {...text('endedBy')} />}
        <Definition label="Told">
          <DelayNotices delay={delay} />
        </Definition>
      </DefinitionList>
      {isEnding && <EndDelayDialog delay={delay} onClose={() => setEnding(false)} />}
    </li>
  );
}
