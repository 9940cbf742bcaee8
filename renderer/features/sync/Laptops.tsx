import { useEffect, useRef, useState } from 'react';
import type { SyncLaptop } from '../../../db/contract/sync.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';
import { formatInstant } from '../../app/format-instant.ts';
import { save } from '../../app/use-save.ts';
import { client } from '../../client.ts';
import { Button, EditableText, Section, type SimpleColumn, SimpleTable, useReadOnly } from '../../ui/index.ts';
import { RemoveLaptopDialog } from './RemoveLaptopDialog.tsx';
import { lacksInWords, presentLaptops } from './sync-words.ts';

export function Laptops({ laptops }: { readonly laptops: readonly SyncLaptop[] }) {
  const isReadOnly = useReadOnly();
  const [removing, setRemoving] = useState<SyncLaptop | null>(null);
  const [justRemoved, setJustRemoved] = useState<string | null>(null);
  const present = presentLaptops(laptops);
  const isAlone = present.length === 1;
  const removed = laptops.filter((laptop) => laptop.removed !== null);
  const nameOf = (id: string): string => laptops.find((laptop) => laptop.id === id)?.name ?? 'a laptop';
  const columns: readonly SimpleColumn<SyncLaptop>[] = [
    {
      key: 'name',
      heading: 'Laptop',
      width: '26%',
      isRowHeading: true,
      render: (laptop) => <LaptopName laptop={laptop} nameOf={nameOf} />,
    },
    {
      key: 'post',
      heading: 'Post',
      render: ({ post, joinedOn }) => (
        <>
          {post}
          <span className="sync-below">Joined on {formatDate(joinedOn)}</span>
        </>
      ),
    },
  ];
  const ofOthers: readonly SimpleColumn<SyncLaptop>[] = [
    { key: 'heard', heading: 'Last heard from', width: '22%', render: heardFrom },
    { key: 'lacks', heading: 'May lack', width: '14%', align: 'end', render: lacksInWords },
    {
      key: 'remove',
      heading: 'Remove',
      width: '6rem',
      align: 'end',
      render: (laptop) =>
        !laptop.isThisOne && (
          <Button
            size="small"
            isDisabled={isReadOnly}
            aria-label={`Remove ${laptop.name}`}
            onPress={() => setRemoving(laptop)}
          >
            Remove
          </Button>
        ),
    },
  ];
  return (
    <Section
      heading="Laptops"
      count={present.length}
      note={
        isAlone
          ? undefined
          : '“May lack” is counted from what each was last known to have; what it got since then is not known here.'
      }
    >
      <div className={isAlone ? undefined : 'sync-laptops'}>
        <SimpleTable
          caption="Laptops of the board"
          hideCaption
          columns={isAlone ? columns : [...columns, ...ofOthers]}
          rows={present}
          rowKey={({ id }) => id}
          whenEmpty=""
        />
      </div>
      {removed.length > 0 && (
        <ul className="sync-removed" aria-label="Removed laptops">
          {removed.map((laptop) => (
            <RemovedLaptop key={laptop.id} laptop={laptop} takesFocus={laptop.id === justRemoved} />
          ))}
        </ul>
      )}
      {removing !== null && (
        <RemoveLaptopDialog
          laptop={removing}
          onRemoved={() => setJustRemoved(removing.id)}
          onClose={() => setRemoving(null)}
        />
      )}
    </Section>
  );
}

function LaptopName({ laptop, nameOf }: { readonly laptop: SyncLaptop; readonly nameOf: (id: string) => string }) {
  const { id, name, isThisOne, continuesDeviceId } = laptop;
  return (
    <>
      <EditableText
        label={`Name of ${name}`}
        layout="bare"
        value={name}
        whenRefusedEmpty="Give the laptop a name."
        onSave={(next) => save(() => client.devices.rename({ id, name: next }), `Renamed a laptop to “${next}”`)}
      />
      {isThisOne && <span className="sync-below">This laptop</span>}
      {continuesDeviceId !== null && (
        <span className="sync-below">Goes on from {nameOf(continuesDeviceId)} after a backup was restored</span>
      )}
    </>
  );
}

const heardFrom = ({ isThisOne, lastExchangeAt }: SyncLaptop): string => {
  if (isThisOne) return '';
  return lastExchangeAt === null ? 'Nothing came yet' : formatInstant(lastExchangeAt);
};

/** Its row is gone, and the focus with it: it goes to where the laptop stands now. */
function RemovedLaptop({ laptop, takesFocus }: { readonly laptop: SyncLaptop; readonly takesFocus: boolean }) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (takesFocus) item.current?.focus();
  }, [takesFocus]);
  return (
    <li ref={item} tabIndex={-1}>
      {removedInWords(laptop)}
    </li>
  );
}

const removedInWords = ({ name, post, removed }: SyncLaptop): string =>
  removed === null
    ? ''
    : `${name} (${post}) was removed on ${formatDate(removed.on)}: ${removed.reason}. Nothing is encrypted to it since then.`;
