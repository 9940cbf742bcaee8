import './evidence.css';
import '../actions/actions.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EvidenceDetail } from '../../../db/contract/actions.ts';
import { ACTION_STATE_LABELS } from '../../../db/domain/codes.ts';
import { Failure } from '../../app/Failure.tsx';
import { FramePanel } from '../../app/FramePanel.tsx';
import { actionHref, listHref } from '../../app/links.ts';
import { dateOf, editDate, editRecord, removeRecord } from '../../app/use-record-edit.ts';
import { useBoard } from '../../app/use-board.ts';
import { save } from '../../app/use-save.ts';
import { api, client } from '../../client.ts';
import {
  Button,
  DefinitionList,
  EditableComboBox,
  EditableDate,
  EditableLongText,
  EditableText,
  IconButton,
  Menu,
  Section,
  showToast,
  SidePanel,
  Skeleton,
} from '../../ui/index.ts';
import { ServeFurtherDialog } from '../actions/acts/ServeFurtherDialog.tsx';
import { AttachedFiles } from './AttachedFiles.tsx';

type EvidencePanelProps = { readonly evidenceId: string; readonly onClose: () => void };

/** One item of evidence: what it is, its files, and every action it serves. */
export function EvidencePanel({ evidenceId, onClose }: EvidencePanelProps) {
  const { data, error, refetch } = useQuery(api.actions.getEvidence.queryOptions({ input: { id: evidenceId } }));
  const remove = async (): Promise<void> => {
    const outcome = await removeRecord('evidence', evidenceId);
    if (outcome.ok) onClose();
    else showToast({ message: outcome.message, isProblem: true });
  };
  return (
    <FramePanel>
      <SidePanel
        title="Evidence"
        subject={evidenceId}
        onClose={onClose}
        tools={
          data !== undefined &&
          data.removed === null && (
            <Menu
              label="What can be done with this evidence"
              trigger={<IconButton icon="more" label="More to do" />}
              items={[{ key: 'remove', label: 'Remove this evidence', isDanger: true, onChoose: () => void remove() }]}
            />
          )
        }
      >
        {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton lines={8} label="Loading the evidence" />}
        {data !== undefined && <PanelBody key={evidenceId} detail={data} />}
      </SidePanel>
    </FramePanel>
  );
}

function PanelBody({ detail }: { readonly detail: EvidenceDetail }) {
  const { agencies } = useBoard();
  const isReadOnly = detail.removed !== null;
  return (
    <div className="action-body">
      <div className="action-what">
        <EditableLongText
          label="Evidence"
          layout="bare"
          value={detail.what}
          onSave={editRecord('evidence', detail, 'what')}
          draftKey={`evidence/${detail.id}/what`}
          isReadOnly={isReadOnly}
        />
        <DefinitionList>
          <EditableDate
            label="Dated"
            value={dateOf('evidence', detail, 'date', 'dateText')}
            onSave={editDate('evidence', detail, 'date', 'dateText')}
            isReadOnly={isReadOnly}
          />
          <EditableComboBox
            label="Agency"
            options={agencies.map(({ id, name }) => ({ key: id, label: name }))}
            value={detail.agencyId}
            onSave={editRecord('evidence', detail, 'agencyId')}
            isReadOnly={isReadOnly}
          />
          <EditableText
            label="From whom"
            value={detail.fromWhom}
            onSave={editRecord('evidence', detail, 'fromWhom')}
            placeholder="A post, not a person"
            isReadOnly={isReadOnly}
          />
          <EditableText
            label="Held at"
            value={detail.heldAt}
            onSave={editRecord('evidence', detail, 'heldAt')}
            isReadOnly={isReadOnly}
          />
          <EditableLongText
            label="Note"
            value={detail.note}
            onSave={editRecord('evidence', detail, 'note')}
            draftKey={`evidence/${detail.id}/note`}
            isReadOnly={isReadOnly}
          />
        </DefinitionList>
      </div>
      <Section heading="Attached files" count={detail.attachments.length} level={3}>
        <AttachedFiles evidenceId={detail.id} files={detail.attachments} isReadOnly={isReadOnly} />
      </Section>
      <ServedActions detail={detail} isReadOnly={isReadOnly} />
    </div>
  );
}

type ServedActionsProps = { readonly detail: EvidenceDetail; readonly isReadOnly: boolean };

function ServedActions({ detail: { id, what, actions, actionCount }, isReadOnly }: ServedActionsProps) {
  const [isServing, setIsServing] = useState(false);
  const unlink = async (linkId: string): Promise<void> => {
    const outcome = await save(() => client.actions.unlinkEvidence({ linkId }), 'Took evidence off an action');
    if (!outcome.ok) showToast({ message: outcome.message, isProblem: true });
  };
  return (
    <Section
      heading="Actions it serves"
      count={actionCount}
      level={3}
      actions={
        !isReadOnly && (
          <Button size="small" kind="quiet" icon="link" onPress={() => setIsServing(true)}>
            Link to an action
          </Button>
        )
      }
    >
      {actionCount === 0 && (
        <p className="ui-quiet">None: until it is linked to an action, no sub-group looks at it.</p>
      )}
      <ul className="action-entries">
        {actions.map((action) => (
          <li key={action.linkId} className="evidence-served">
            <a href={actionHref(action.id)}>
              {action.number} {action.text}
            </a>
            <span className="ui-quiet">
              {[action.origin, action.leadAgency, ACTION_STATE_LABELS[action.state]].filter(Boolean).join(' · ')}
            </span>
            {!isReadOnly && (
              <IconButton
                icon="close"
                size="small"
                label={`Take it off action ${action.number}`}
                onPress={() => void unlink(action.linkId)}
              />
            )}
          </li>
        ))}
      </ul>
      {actionCount > 0 && <a href={listHref('actions', { evidenceId: id })}>These actions in the list</a>}
      {isServing && <ServeFurtherDialog evidenceId={id} what={what} onClose={() => setIsServing(false)} />}
    </Section>
  );
}
