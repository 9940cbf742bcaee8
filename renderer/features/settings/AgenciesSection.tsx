import { useState } from 'react';
import type { BoardData } from '../../../db/contract/board.ts';
import { FramePanel } from '../../app/FramePanel.tsx';
import { agencyHref } from '../../app/links.ts';
import { useBoard } from '../../app/use-board.ts';
import { addRecord, editFlag, editRecord, flagKey } from '../../app/use-record-edit.ts';
import {
  DefinitionList,
  EditableLongText,
  EditableSelect,
  EditableText,
  IconButton,
  Link,
  Section,
  SidePanel,
  SimpleTable,
  TextField,
} from '../../ui/index.ts';
import { AddLine } from './AddLine.tsx';
import { RemoveButton } from './RemoveButton.tsx';

type Agency = BoardData['agencies'][number];

const needsName = 'An agency needs a name.';

export function AgenciesSection() {
  const { agencies } = useBoard();
  const [openId, setOpenId] = useState<string | null>(null);
  const open = agencies.find(({ id }) => id === openId);
  return (
    <Section
      heading="Agencies"
      count={agencies.length}
      note="Who leads actions, writes reports and is addressed by recommendations. Contacts are posts, not persons."
    >
      <SimpleTable
        caption="Agencies"
        hideCaption
        rows={agencies}
        rowKey={({ id }) => id}
        whenEmpty="No agencies yet. Add the first below."
        columns={[
          {
            key: 'name',
            heading: 'Name',
            width: '28%',
            isRowHeading: true,
            render: (agency) => (
              <EditableText
                layout="bare"
                label="Name"
                value={agency.name}
                onSave={editRecord('agencies', agency, 'name')}
                whenRefusedEmpty={needsName}
              />
            ),
          },
          {
            key: 'short',
            heading: 'Short name',
            width: '19%',
            render: (agency) => (
              <EditableText
                layout="bare"
                label={`Short name of ${agency.name}`}
                value={agency.shortName}
                onSave={editRecord('agencies', agency, 'shortName')}
                whenEmpty="None"
              />
            ),
          },
          {
            key: 'sector',
            heading: 'Sector',
            width: '19%',
            render: (agency) => (
              <EditableText
                layout="bare"
                label={`Sector of ${agency.name}`}
                value={agency.sector}
                onSave={editRecord('agencies', agency, 'sector')}
              />
            ),
          },
          {
            key: 'contact',
            heading: 'Contact post',
            width: '22%',
            render: (agency) => (
              <EditableText
                layout="bare"
                label={`Contact post of ${agency.name}`}
                value={agency.contactPost}
                onSave={editRecord('agencies', agency, 'contactPost')}
              />
            ),
          },
          {
            key: 'tools',
            heading: 'More',
            width: '6rem',
            align: 'end',
            render: (agency) => (
              <span className="row-tools">
                <IconButton
                  icon="more"
                  size="small"
                  label={`All about ${agency.name}`}
                  onPress={() => setOpenId(agency.id)}
                />
                <RemoveButton table="agencies" id={agency.id} name={agency.name} />
              </span>
            ),
          },
        ]}
      />
      <AddAgency />
      {open && <AgencyPanel agency={open} onClose={() => setOpenId(null)} />}
    </Section>
  );
}

function AddAgency() {
  const [name, setName] = useState('');
  const [sector, setSector] = useState('');
  return (
    <AddLine
      addLabel="Add the agency"
      problem={() => (name.trim() === '' ? needsName : null)}
      onAdd={() => addRecord('agencies', { name, sector })}
      onAdded={() => {
        setName('');
        setSector('');
      }}
    >
      <TextField label="New agency" value={name} onChange={setName} />
      <TextField label="Sector" optional value={sector} onChange={setSector} />
    </AddLine>
  );
}

function AgencyPanel({ agency, onClose }: { readonly agency: Agency; readonly onClose: () => void }) {
  const text = (label: string, field: 'name' | 'shortName' | 'sector' | 'contactPost' | 'contactAddress') => (
    <EditableText
      label={label}
      value={agency[field]}
      onSave={editRecord('agencies', agency, field)}
      {...(field === 'name' ? { whenRefusedEmpty: needsName } : {})}
    />
  );
  return (
    <FramePanel>
      <SidePanel title={agency.name} above="Agency" subject={agency.id} onClose={onClose}>
        <p>
          <Link href={agencyHref(agency.id)}>Its page: names over time, actions, reports, attendance</Link>
        </p>
        <DefinitionList>
          {text('Name', 'name')}
          {text('Short name', 'shortName')}
          {text('Sector', 'sector')}
          {text('Contact post', 'contactPost')}
          {text('Contact address', 'contactAddress')}
          <EditableSelect
            label="Works outside this area"
            options={[
              { key: 'no', label: 'No' },
              { key: 'yes', label: 'Yes: its actions may be outside our oversight' },
            ]}
            value={flagKey(agency.outsideArea)}
            onSave={editFlag('agencies', agency, 'outsideArea')}
          />
          <EditableLongText
            label="Note"
            value={agency.note}
            onSave={editRecord('agencies', agency, 'note')}
            draftKey={`agencies/${agency.id}/note`}
          />
        </DefinitionList>
      </SidePanel>
    </FramePanel>
  );
}
