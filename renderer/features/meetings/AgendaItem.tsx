import { type KeyboardEvent, useState } from 'react';
import type { MeetingApproval, MeetingDetail, MeetingItem } from '../../../db/contract/meetings.ts';
import { MEETING_PURPOSE_LABELS, MEETING_PURPOSES } from '../../../db/domain/codes.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { actionHref, hrefTo, meetingHref, packHref, reviewHref } from '../../app/links.ts';
import { editRecord } from '../../app/use-record-edit.ts';
import { Button, EditableSelect, EditableText, IconButton, Link, Menu } from '../../ui/index.ts';
import { AddInline } from '../reviews/review/AddInline.tsx';
import { RemoveButton } from '../settings/RemoveButton.tsx';
import { AddDecision } from './AddDecision.tsx';
import { Decision } from './Decision.tsx';
import { DeferItemDialog } from './DeferItemDialog.tsx';
import { ItemApprovalDialog } from './ItemApprovalDialog.tsx';
import { ItemApprovals } from './ItemApprovals.tsx';
import { LinkItemDialog } from './LinkItemDialog.tsx';
import { deferralWords, meetingName } from './meeting-words.ts';

type AgendaItemProps = {
  readonly item: MeetingItem;
  readonly number: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly detail: MeetingDetail;
  readonly decisions: MeetingDetail['decisions'];
  readonly approvals: readonly MeetingApproval[];
};

const purposes = MEETING_PURPOSES.map((purpose) => ({ key: purpose, label: MEETING_PURPOSE_LABELS[purpose] }));

/** One item: what is asked of the meeting, and everything that came of it. */
export function AgendaItem({ item, number, isFirst, isLast, onMove, detail, decisions, approvals }: AgendaItemProps) {
  const [opened, setOpened] = useState<'approval' | 'defer' | 'link' | null>(null);
  const isLinked = item.review !== null || item.action !== null || item.externalReport !== null;
  const onKey = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  const deferral = deferralWords(item);
  return (
    <li
      className="meeting-item"
      data-item={item.id}
      tabIndex={-1}
      aria-label={`Item ${number}: ${item.title}`}
      onKeyDown={onKey}
    >
      <div className="meeting-item-head">
        <span className="meeting-item-number">{number}</span>
        <div className="meeting-item-title">
          <EditableText
            layout="bare"
            label={`Title of item ${number}`}
            value={item.title}
            onSave={editRecord('meetingItems', item, 'title')}
            whenRefusedEmpty="An item needs a title."
          />
        </div>
        <EditableSelect
          layout="bare"
          label={`Purpose of item ${number}`}
          options={purposes}
          value={item.purpose}
          onSave={editRecord('meetingItems', item, 'purpose')}
        />
        <span className="meeting-item-tools">
          <IconButton
            icon="chevron-up"
            size="small"
            label={`Move item ${number} up`}
            keys="Alt+↑"
            isDisabled={isFirst}
            onPress={() => onMove(-1)}
          />
          <IconButton
            icon="chevron-down"
            size="small"
            label={`Move item ${number} down`}
            keys="Alt+↓"
            isDisabled={isLast}
            onPress={() => onMove(1)}
          />
          <RemoveButton table="meetingItems" id={item.id} name={`item ${number}`} />
        </span>
      </div>
      <div className="meeting-item-body">
        {(isLinked || item.pack !== null || item.carriedFrom !== null) && (
          <p className="meeting-item-about">
            <About item={item} />
          </p>
        )}
        {deferral !== '' && (
          <p className="meeting-item-deferred">
            <span aria-hidden="true">◇ </span>
            {item.deferredTo === null ? deferral : <Link href={meetingHref(item.deferredTo.id)}>{deferral}</Link>}
          </p>
        )}
        <div className="meeting-item-paper">
          <EditableText
            layout="bare"
            label={`Paper of item ${number}`}
            value={item.paper}
            onSave={editRecord('meetingItems', item, 'paper')}
            whenEmpty="No paper"
          />
        </div>
        <ItemApprovals approvals={approvals} />
        {decisions.length > 0 && (
          <ul className="meeting-decisions">
            {decisions.map((decision) => (
              <Decision key={decision.id} decision={decision} />
            ))}
          </ul>
        )}
        <div className="meeting-item-acts">
          <AddInline label={`Add a decision to item ${number}`}>
            {(close) => (
              <AddDecision
                meetingId={item.meetingId}
                itemId={item.id}
                position={detail.decisions.length + 1}
                onClose={close}
              />
            )}
          </AddInline>
          {isLinked && (
            <Button
              size="small"
              kind="quiet"
              aria-label={`Record an approval on item ${number}`}
              onPress={() => setOpened('approval')}
            >
              Record an approval
            </Button>
          )}
          <Menu
            label={`More for item ${number}`}
            trigger={<IconButton icon="more" size="small" label={`More for item ${number}`} />}
            items={[
              ...(item.deferredTo === null
                ? [{ key: 'defer', label: 'Defer it', onChoose: () => setOpened('defer') } as const]
                : []),
              { key: 'link', label: 'Say what it is about', onChoose: () => setOpened('link') },
            ]}
          />
        </div>
      </div>
      {opened === 'approval' && <ItemApprovalDialog item={item} detail={detail} onClose={() => setOpened(null)} />}
      {opened === 'defer' && <DeferItemDialog item={item} meeting={detail.meeting} onClose={() => setOpened(null)} />}
      {opened === 'link' && <LinkItemDialog item={item} onClose={() => setOpened(null)} />}
    </li>
  );
}

/** What the item is about, each as a way there. */
function About({ item: { review, action, externalReport, pack, carriedFrom } }: { readonly item: MeetingItem }) {
  return (
    <>
      {review !== null && (
        <Link href={reviewHref(review.id)}>{[review.reference, review.label].filter(Boolean).join(', ')}</Link>
      )}
      {action !== null && <Link href={actionHref(action.id)}>{`Action ${action.number}`}</Link>}
      {externalReport !== null && (
        <Link href={hrefTo(`/actions/answered/${externalReport.id}`)}>{externalReport.reference}</Link>
      )}
      {pack !== null && <Link href={packHref(pack.id)}>{`Status pack, data as at ${formatDate(pack.dataAsAt)}`}</Link>}
      {carriedFrom !== null && (
        <span>
          Carried forward from <Link href={meetingHref(carriedFrom.id)}>{meetingName(carriedFrom)}</Link>
        </span>
      )}
    </>
  );
}
