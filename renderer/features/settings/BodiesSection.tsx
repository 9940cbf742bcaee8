import { useState } from 'react';
import type { BoardData } from '../../../db/contract/board.ts';
import { BODY_KIND_LABELS, BODY_KINDS, type BodyKind } from '../../../db/domain/codes.ts';
import { FramePanel } from '../../app/FramePanel.tsx';
import { useBoard } from '../../app/use-board.ts';
import { addRecord, editLink, editRecord, noneKey } from '../../app/use-record-edit.ts';
import {
  DefinitionList,
  EditableLongText,
  EditableNumber,
  EditableSelect,
  EditableText,
  IconButton,
  Section,
  Select,
  SidePanel,
  type SimpleColumn,
  SimpleTable,
  TextField,
} from '../../ui/index.ts';
import { AddLine } from './AddLine.tsx';
import { CalendarRule } from './CalendarRule.tsx';
import { MeetingsList } from './MeetingsList.tsx';
import { RemoveButton } from './RemoveButton.tsx';

type Body = BoardData['bodies'][number];

const kinds = BODY_KINDS.map((kind) => ({ key: kind, label: BODY_KIND_LABELS[kind] }));
const needsName = 'A body needs a name.';

export function BodiesSection() {
  const { bodies } = useBoard();
  const [openId, setOpenId] = useState<string | null>(null);
  const open = bodies.find(({ id }) => id === openId);
  return (
    <>
      <Section
        heading="Bodies and sub-groups"
        count={bodies.length}
        note="Whatever meets, agrees or signs off: the board, its executive, its sub-groups, and boards it works with."
      >
        <SimpleTable
          caption="Bodies and sub-groups"
          hideCaption
          rows={bodies}
          rowKey={({ id }) => id}
          whenEmpty="No bodies yet. Add the first below."
          columns={bodyColumns(setOpenId).filter(({ key }) => open === undefined || !besidePanel.has(key))}
        />
        <AddBody position={bodies.length} />
        {open && <BodyPanel body={open} onClose={() => setOpenId(null)} />}
      </Section>
      <MeetingsList />
    </>
  );
}

/** What the panel of one body says too, and there is no room for beside it. */
const besidePanel: ReadonlySet<string> = new Set(['parent', 'deadline']);

const bodyColumns = (onOpen: (bodyId: string) => void): readonly SimpleColumn<Body>[] => [
  {
    key: 'name',
    heading: 'Name',
    width: '30%',
    isRowHeading: true,
    render: (body) => (
      <EditableText
        layout="bare"
        label="Name"
        value={body.name}
        onSave={editRecord('bodies', body, 'name')}
        whenRefusedEmpty={needsName}
      />
    ),
  },
  {
    key: 'kind',
    heading: 'Kind',
    width: '19%',
    render: (body) => (
      <EditableSelect
        layout="bare"
        label={`Kind of ${body.name}`}
        options={kinds}
        value={body.kind}
        onSave={editRecord('bodies', body, 'kind')}
      />
    ),
  },
  {
    key: 'parent',
    heading: 'Reports to',
    render: (body) => <ParentBody layout="bare" body={body} />,
  },
  {
    key: 'deadline',
    heading: 'Papers due',
    width: '14%',
    render: (body) => <PaperDeadline layout="bare" body={body} />,
  },
  {
    key: 'tools',
    heading: 'More',
    width: '6rem',
    align: 'end',
    render: (body) => (
      <span className="row-tools">
        <IconButton icon="more" size="small" label={`All about ${body.name}`} onPress={() => onOpen(body.id)} />
        <RemoveButton table="bodies" id={body.id} name={body.name} />
      </span>
    ),
  },
];

type BodyField = { readonly body: Body; readonly layout?: 'row' | 'bare' };

function ParentBody({ body, layout = 'row' }: BodyField) {
  const { bodies } = useBoard();
  return (
    <EditableSelect
      layout={layout}
      label={layout === 'bare' ? `${body.name} reports to` : 'Reports to'}
      options={[
        { key: noneKey, label: 'Nobody' },
        ...bodies.filter(({ id }) => id !== body.id).map(({ id, name }) => ({ key: id, label: name })),
      ]}
      value={body.parentBodyId ?? noneKey}
      onSave={editLink('bodies', body, 'parentBodyId')}
    />
  );
}

function PaperDeadline({ body, layout = 'row' }: BodyField) {
  return (
    <EditableNumber
      layout={layout}
      label={layout === 'bare' ? `Papers due for ${body.name}` : 'Papers due'}
      value={body.paperDeadlineDays}
      onSave={editRecord('bodies', body, 'paperDeadlineDays')}
      min={0}
      max={90}
      unit="days before"
      whenEmpty="Not set"
    />
  );
}

function AddBody({ position }: { readonly position: number }) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<BodyKind>('sub-group');
  return (
    <AddLine
      addLabel="Add the body"
      problem={() => (name.trim() === '' ? needsName : null)}
      onAdd={() => addRecord('bodies', { name, kind, position })}
      onAdded={() => setName('')}
    >
      <TextField label="New body" value={name} onChange={setName} />
      <Select label="Kind" options={kinds} value={kind} onChange={(chosen) => setKind(chosen as BodyKind)} />
    </AddLine>
  );
}

function BodyPanel({ body, onClose }: { readonly body: Body; readonly onClose: () => void }) {
  return (
    <FramePanel>
      <SidePanel title={body.name} above={BODY_KIND_LABELS[body.kind]} subject={body.id} onClose={onClose}>
        <DefinitionList>
          <EditableText
            label="Name"
            value={body.name}
            onSave={editRecord('bodies', body, 'name')}
            whenRefusedEmpty={needsName}
          />
          <EditableSelect label="Kind" options={kinds} value={body.kind} onSave={editRecord('bodies', body, 'kind')} />
          <ParentBody body={body} />
          <EditableText
            label="Chaired by"
            value={body.chairPost}
            onSave={editRecord('bodies', body, 'chairPost')}
            whenEmpty="No post recorded"
          />
          <CalendarRule body={body} />
          <PaperDeadline body={body} />
          <EditableLongText
            label="Note"
            value={body.note}
            onSave={editRecord('bodies', body, 'note')}
            draftKey={`bodies/${body.id}/note`}
          />
        </DefinitionList>
      </SidePanel>
    </FramePanel>
  );
}
