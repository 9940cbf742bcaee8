import { ACTION_STATE_LABELS } from '../../../../db/domain/codes.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { editDate, dateOf, editRecord, removeRecord } from '../../../app/use-record-edit.ts';
import { Button, EditableDate, EditableLongText, IconButton, Section } from '../../../ui/index.ts';
import { RagPill } from '../RagPill.tsx';
import { useRagLevels } from '../use-rag-levels.ts';
import type { ActingPartProps } from './ActionBody.tsx';
import { QuickUpdate } from './QuickUpdate.tsx';

/** Updates, newest first, and what was asked for. */
export function ProgressPart({ detail: { action, updates, requests }, onAct }: ActingPartProps) {
  const isReadOnly = action.removed !== null;
  const levels = useRagLevels();
  return (
    <Section
      heading="Progress"
      count={updates.length}
      level={3}
      actions={
        !isReadOnly && (
          <Button size="small" kind="quiet" onPress={() => onAct('request')}>
            Request an update
          </Button>
        )
      }
    >
      {!isReadOnly && <QuickUpdate action={action} />}
      <ol className="action-entries">
        {updates.map((update) => (
          <li key={update.id}>
            <div className="action-entry-head action-entry-dated">
              <EditableDate
                label="Date of the update"
                layout="bare"
                value={dateOf('progressUpdates', update, 'date', 'dateText')}
                onSave={editDate('progressUpdates', update, 'date', 'dateText')}
              />
              <span className="ui-quiet">{update.agency}</span>
              <IconButton
                icon="close"
                size="small"
                label={`Remove the update of ${formatDate(update.date)}`}
                onPress={() => void removeRecord('progressUpdates', update.id)}
              />
            </div>
            <EditableLongText
              label="Progress update"
              layout="bare"
              value={update.text}
              onSave={editRecord('progressUpdates', update, 'text')}
              draftKey={`update/${update.id}/text`}
            />
            {(update.reportedState !== null || update.ragAsserted !== null) && (
              <div className="action-standing-line ui-quiet">
                {update.reportedState !== null && (
                  <span>The agency reports: {ACTION_STATE_LABELS[update.reportedState].toLowerCase()}</span>
                )}
                {update.ragAsserted !== null && <RagPill code={update.ragAsserted} levels={levels} />}
              </div>
            )}
          </li>
        ))}
      </ol>
      {requests.length > 0 && (
        <ol className="action-requests">
          {requests.map(({ id, requestedOn, dueOn, agency, note }) => (
            <li key={id}>
              Asked {agency ?? 'for an update'} on {formatDate(requestedOn)}
              {dueOn !== null && `, wanted by ${formatDate(dueOn)}`}
              {note !== '' && <span className="ui-quiet"> · {note}</span>}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
