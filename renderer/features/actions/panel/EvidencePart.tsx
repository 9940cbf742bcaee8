import { useState } from 'react';
import type { ActionDetail } from '../../../../db/contract/actions.ts';
import { client } from '../../../client.ts';
import { goTo } from '../../../app/go-to.ts';
import { evidenceHref } from '../../../app/links.ts';
import { dateOf, editDate, editRecord } from '../../../app/use-record-edit.ts';
import { save } from '../../../app/use-save.ts';
import {
  Button,
  DefinitionList,
  EditableDate,
  EditableLongText,
  EditableText,
  Menu,
  IconButton,
  Section,
  showToast,
} from '../../../ui/index.ts';
import { AttachedFiles } from '../../evidence/AttachedFiles.tsx';
import { LinkEvidenceDialog } from '../acts/LinkEvidenceDialog.tsx';
import { ServeFurtherDialog } from '../acts/ServeFurtherDialog.tsx';
import type { ActingPartProps } from './ActionBody.tsx';

type Item = ActionDetail['evidence'][number];

/** What shows that it was done. One item can serve several actions; unlinking it here leaves it to the others. */
export function EvidencePart({ detail: { action, evidence }, onAct }: ActingPartProps) {
  const [isLinking, setIsLinking] = useState(false);
  const isReadOnly = action.removed !== null;
  return (
    <Section
      heading="Evidence"
      count={evidence.length}
      level={3}
      actions={
        !isReadOnly && (
          <>
            <Button size="small" kind="quiet" icon="link" onPress={() => setIsLinking(true)}>
              Link
            </Button>
            <Button size="small" kind="quiet" icon="add" onPress={() => onAct('evidence')}>
              Add
            </Button>
          </>
        )
      }
    >
      {evidence.length === 0 && (
        <p className="ui-quiet">None yet. It is what a sub-group looks at before it accepts the action as done.</p>
      )}
      <ol className="action-entries">
        {evidence.map((item) => (
          <EvidenceItem key={item.linkId} item={item} />
        ))}
      </ol>
      {isLinking && <LinkEvidenceDialog action={action} onClose={() => setIsLinking(false)} />}
    </Section>
  );
}

function EvidenceItem({ item }: { readonly item: Item }) {
  const [isServing, setIsServing] = useState(false);
  const others =
    item.alsoServes === 0 ? '' : `Also serves ${item.alsoServes} other ${item.alsoServes === 1 ? 'action' : 'actions'}`;
  const unlink = async (): Promise<void> => {
    const outcome = await save(
      () => client.actions.unlinkEvidence({ linkId: item.linkId }),
      'Took evidence off an action',
    );
    if (!outcome.ok) showToast({ message: outcome.message, isProblem: true });
  };
  return (
    <li>
      <div className="action-entry-head action-entry-dated">
        <EditableDate
          label="Date of the evidence"
          layout="bare"
          whenEmpty="No date"
          value={dateOf('evidence', item, 'date', 'dateText')}
          onSave={editDate('evidence', item, 'date', 'dateText')}
        />
        <span className="ui-quiet">{[item.agency, others].filter(Boolean).join(' · ')}</span>
        <Menu
          label="What can be done with this evidence"
          trigger={<IconButton icon="more" size="small" label="More to do with this evidence" />}
          items={[
            { key: 'serve', label: 'Link it to further actions', onChoose: () => setIsServing(true) },
            { key: 'open', label: 'Open it among all evidence', onChoose: () => goTo(evidenceHref(item.id)) },
            { key: 'unlink', label: 'Take it off this action', onChoose: () => void unlink() },
          ]}
        />
      </div>
      <EditableLongText
        label="Evidence"
        layout="bare"
        value={item.what}
        onSave={editRecord('evidence', item, 'what')}
        draftKey={`evidence/${item.id}/what`}
      />
      <DefinitionList compact>
        <EditableText label="From whom" value={item.fromWhom} onSave={editRecord('evidence', item, 'fromWhom')} />
        <EditableText label="Held at" value={item.heldAt} onSave={editRecord('evidence', item, 'heldAt')} />
        {item.note !== '' && (
          <EditableLongText
            label="Note"
            value={item.note}
            onSave={editRecord('evidence', item, 'note')}
            draftKey={`evidence/${item.id}/note`}
          />
        )}
      </DefinitionList>
      <AttachedFiles evidenceId={item.id} files={item.attachments} />
      {isServing && <ServeFurtherDialog evidenceId={item.id} what={item.what} onClose={() => setIsServing(false)} />}
    </li>
  );
}
