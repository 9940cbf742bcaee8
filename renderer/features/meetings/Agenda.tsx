import { useRef } from 'react';
import type { MeetingDetail, MeetingItem } from '../../../db/contract/meetings.ts';
import { showProblem } from '../../app/problem-toast.ts';
import { editOptionalText } from '../../app/use-record-edit.ts';
import { save } from '../../app/use-save.ts';
import { client } from '../../client.ts';
import { Button, DefinitionList, EditableText, Section } from '../../ui/index.ts';
import { AddInline } from '../reviews/review/AddInline.tsx';
import { AddItem } from './AddItem.tsx';
import { AgendaItem } from './AgendaItem.tsx';
import { Decision } from './Decision.tsx';
import { AddDecision } from './AddDecision.tsx';

/** The items in their order with what came of each. Alt with the arrow keys moves an item. */
export function Agenda({ detail }: { readonly detail: MeetingDetail }) {
  const { meeting, items, decisions, approvals } = detail;
  const list = useRef<HTMLOListElement>(null);
  const move = async (item: MeetingItem, by: -1 | 1): Promise<void> => {
    const at = items.indexOf(item);
    const to = at + by;
    if (to < 0 || to >= items.length) return;
    const itemIds = items
      .map(({ id }) => id)
      .toSpliced(at, 1)
      .toSpliced(to, 0, item.id);
    const outcome = await save(
      () => client.meetings.order({ meetingId: meeting.id, itemIds }),
      'Changed the order of the agenda',
    );
    if (!outcome.ok) showProblem(outcome.message);
    list.current?.querySelector<HTMLElement>(`[data-item="${item.id}"]`)?.focus();
  };
  const own = new Set(items.map(({ id }) => id));
  const general = decisions.filter(({ meetingItemId }) => meetingItemId === null || !own.has(meetingItemId));
  return (
    <Section
      heading="Agenda, and what came of it"
      count={items.length}
      note={items.length > 1 ? 'Alt with the arrow keys moves the item that has the focus.' : undefined}
    >
      {items.length === 0 && (
        <p className="ui-quiet">
          Nothing is on the agenda. Put on it what the meeting is asked for, or add an item of your own.
        </p>
      )}
      <ol className="meeting-agenda" ref={list}>
        {items.map((item, at) => (
          <AgendaItem
            key={item.id}
            item={item}
            number={at + 1}
            isFirst={at === 0}
            isLast={at === items.length - 1}
            onMove={(by) => void move(item, by)}
            detail={detail}
            decisions={decisions.filter(({ meetingItemId }) => meetingItemId === item.id)}
            approvals={approvals.filter((approval) => isAbout(approval, item))}
          />
        ))}
      </ol>
      <AddInline label="Add an item">
        {(close) => <AddItem meetingId={meeting.id} position={(items.at(-1)?.position ?? 0) + 1} onClose={close} />}
      </AddInline>
      {general.length > 0 && (
        <>
          <h3 className="meeting-small-heading">Decisions without an item</h3>
          <ul className="meeting-decisions">
            {general.map((decision) => (
              <Decision key={decision.id} decision={decision} />
            ))}
          </ul>
        </>
      )}
      <AddInline label="Add a decision without an item">
        {(close) => (
          <AddDecision meetingId={meeting.id} itemId={null} position={decisions.length + 1} onClose={close} />
        )}
      </AddInline>
      <Nil detail={detail} />
    </Section>
  );
}

type Subject = {
  readonly reviewId: string | null;
  readonly externalReportId: string | null;
  readonly actionId: string | null;
};

/** An action's approval stands with the item on the action, or with that on its review where only the review is named. */
const isAbout = (approval: Subject & { readonly subject: string }, item: MeetingItem): boolean =>
  (approval.reviewId !== null && approval.reviewId === item.reviewId) ||
  (approval.externalReportId !== null && approval.externalReportId === item.externalReportId) ||
  (approval.actionId !== null && approval.actionId === item.actionId) ||
  (approval.actionId !== null && item.review !== null && approval.subject.endsWith(` of ${item.review.reference}`));

const NIL = 'No actions arose.';

/** A nil is a record: it says that the question was asked. */
function Nil({ detail: { meeting, actions } }: { readonly detail: MeetingDetail }) {
  const state = async (): Promise<void> => {
    const outcome = await save(
      () =>
        client.records.edit({
          table: 'meetings',
          id: meeting.id,
          was: { nilStatement: null },
          now: { nilStatement: NIL },
        }),
      'Recorded a nil',
    );
    if (!outcome.ok) showProblem(outcome.message);
  };
  if (meeting.nilStatement === null)
    return actions.length === 0 && meeting.state !== 'cancelled' ? (
      <p>
        <Button size="small" kind="quiet" onPress={() => void state()}>
          Record a nil: “{NIL}”
        </Button>
      </p>
    ) : null;
  return (
    <DefinitionList>
      <EditableText
        label="Nil, as stated"
        value={meeting.nilStatement}
        onSave={editOptionalText('meetings', meeting, 'nilStatement')}
      />
      {actions.length > 0 && (
        <p className="ui-field-error">
          It is stated that there is nothing, yet {actions.length} {actions.length === 1 ? 'action' : 'actions'} arose.
        </p>
      )}
    </DefinitionList>
  );
}
