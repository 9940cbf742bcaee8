import { useState } from 'react';
import type { NamesOverTime as Names } from '../../../db/contract/agencies.ts';
import { agencyHref, bodyHref } from '../../app/links.ts';
import { useBoard } from '../../app/use-board.ts';
import { addRecord } from '../../app/use-record-edit.ts';
import { ComboBox, DateEntry, Link, Section, SimpleTable, TextField } from '../../ui/index.ts';
import { AddInline } from '../reviews/review/AddInline.tsx';
import { FormRow, InlineForm } from '../reviews/review/InlineForm.tsx';
import { recordColumns } from '../reviews/review/record-columns.tsx';
import { RowTools } from '../reviews/review/RowTools.tsx';
import { problemOf } from '../reviews/review/saving.ts';
import { problemIn, useDateField, wordsProblemIn } from '../reviews/review/use-date-field.ts';
import { whenSucceeded } from './agency-words.ts';

export type OfKind = 'agency' | 'body';

type NamesOverTimeProps = Names & {
  readonly of: OfKind;
  readonly id: string;
  readonly name: string;
};

/** What it was called when, and who took over from whom. */
export function NamesOverTime({ of, id, name, names, predecessors, successors }: NamesOverTimeProps) {
  return (
    <Section
      id="names"
      heading="Names and successors"
      count={names.length}
      note="A record dated in the past shows the name of then. Give each name the days it was borne, as exactly as they are known."
    >
      {of === 'agency' ? (
        <SimpleTable
          caption="Names over time"
          hideCaption
          columns={agencyColumns}
          rows={names.map((row) => ({ ...row, agencyId: id }))}
          rowKey={(row) => row.id}
          whenEmpty={`Always “${name}”, as far as is recorded.`}
        />
      ) : (
        <SimpleTable
          caption="Names over time"
          hideCaption
          columns={bodyColumns}
          rows={names.map((row) => ({ ...row, bodyId: id }))}
          rowKey={(row) => row.id}
          whenEmpty={`Always “${name}”, as far as is recorded.`}
        />
      )}
      <AddInline label="Add a name">{(close) => <NewName of={of} id={id} onClose={close} />}</AddInline>
      <Successions of={of} predecessors={predecessors} successors={successors} />
      <AddInline label="Add a predecessor or successor">
        {(close) => <NewSuccession of={of} id={id} onClose={close} />}
      </AddInline>
    </Section>
  );
}

const look = { width: '26%', whenEmpty: 'Not known' } as const;
const nameOf = (row: { readonly name: string }): string => `the name ${row.name}`;
const ofAgency = recordColumns('agencyNames', nameOf);
const ofBody = recordColumns('bodyNames', nameOf);
const agencyColumns = [
  ofAgency.text('name', 'Name'),
  ofAgency.date('fromDate', 'From', look),
  ofAgency.date('untilDate', 'Until', look),
  ofAgency.tools(),
];
const bodyColumns = [
  ofBody.text('name', 'Name'),
  ofBody.date('fromDate', 'From', look),
  ofBody.date('untilDate', 'Until', look),
  ofBody.tools(),
];

type FormProps = { readonly of: OfKind; readonly id: string; readonly onClose: () => void };

function NewName({ of, id, onClose }: FormProps) {
  const [name, setName] = useState('');
  const [from, until] = [useDateField(), useDateField()];
  const onSave = async (): Promise<string | null> => {
    if (name.trim() === '') return 'Give the name.';
    const problem = problemIn(from, until) ?? wordsProblemIn(from, until);
    if (problem !== null) return problem;
    const dates = { name, fromDate: from.value.date, untilDate: until.value.date };
    const outcome =
      of === 'agency'
        ? await addRecord('agencyNames', { agencyId: id, ...dates })
        : await addRecord('bodyNames', { bodyId: id, ...dates });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add a name" saveLabel="Add the name" onSave={onSave} onClose={onClose}>
      <FormRow>
        <TextField label="Name" value={name} onChange={setName} autoFocus />
        <DateEntry label="From" {...from.entry} optional />
        <DateEntry label="Until" {...until.entry} optional />
      </FormRow>
    </InlineForm>
  );
}

type SuccessionsProps = Pick<Names, 'predecessors' | 'successors'> & { readonly of: OfKind };

function Successions({ of, predecessors, successors }: SuccessionsProps) {
  const table = of === 'agency' ? 'agencySuccessions' : 'bodySuccessions';
  const href = of === 'agency' ? agencyHref : bodyHref;
  const all = [
    ...predecessors.map((row) => ({ row, words: 'Took over from' })),
    ...successors.map((row) => ({ row, words: 'Succeeded by' })),
  ];
  if (all.length === 0) return null;
  return (
    <ul className="agency-successions">
      {all.map(({ row, words }) => (
        <li key={row.id}>
          <span>
            {words} <Link href={href(row.otherId)}>{row.other}</Link>
            {whenSucceeded(row)}
            {row.note !== '' && `. ${row.note}`}
          </span>
          <RowTools table={table} id={row.id} what={`${words.toLowerCase()} ${row.other}`} />
        </li>
      ))}
    </ul>
  );
}

function NewSuccession({ of, id, onClose }: FormProps) {
  const { agencies, bodies } = useBoard();
  const [otherId, setOtherId] = useState<string | null>(null);
  const [direction, setDirection] = useState<string | null>('to');
  const on = useDateField();
  const onSave = async (): Promise<string | null> => {
    if (otherId === null) return of === 'agency' ? 'Choose the other agency.' : 'Choose the other body.';
    const problem = problemIn(on) ?? wordsProblemIn(on);
    if (problem !== null) return problem;
    const [from, to] = direction === 'to' ? [id, otherId] : [otherId, id];
    const onDate = on.value.date;
    const outcome =
      of === 'agency'
        ? await addRecord('agencySuccessions', { fromAgencyId: from, toAgencyId: to, onDate })
        : await addRecord('bodySuccessions', { fromBodyId: from, toBodyId: to, onDate });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add a predecessor or successor" saveLabel="Add it" onSave={onSave} onClose={onClose}>
      <FormRow>
        <ComboBox
          label="Which way"
          options={[
            { key: 'to', label: 'It was succeeded by' },
            { key: 'from', label: 'It took over from' },
          ]}
          value={direction}
          onChange={setDirection}
        />
        <ComboBox
          label={of === 'agency' ? 'Agency' : 'Body'}
          options={(of === 'agency' ? agencies : bodies)
            .filter((other) => other.id !== id)
            .map((other) => ({ key: other.id, label: other.name }))}
          value={otherId}
          onChange={setOtherId}
          autoFocus
        />
        <DateEntry label="On" {...on.entry} optional />
      </FormRow>
    </InlineForm>
  );
}
