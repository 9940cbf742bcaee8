import { useState } from 'react';
import type { ActionRow } from '../../../../db/contract/actions.ts';
import { client } from '../../../client.ts';
import { useBoard } from '../../../app/use-board.ts';
import { Button, DateEntry, RadioGroup, TextArea, TextField } from '../../../ui/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { AgencySelect } from './AgencySelect.tsx';
import { missing } from './missing.ts';
import { runSaved } from './run-act.ts';
import type { ActProps } from './subject.ts';
import { useDateField } from './use-date-field.ts';

type Part = { readonly number: string; readonly text: string; readonly leadAgencyId: string | null };

const originals = [
  {
    key: 'superseded',
    label: 'It is superseded by the parts',
    note: 'Its story stays on record; it is counted no more',
  },
  { key: 'kept', label: 'It stays beside the parts', note: 'What is split off becomes actions of its own' },
] as const;

type Original = (typeof originals)[number]['key'];

/** Makes several actions of one: each with the plan, owner, target and themes of the original. */
export function SplitDialog({ subject, onClose }: ActProps) {
  const [action] = subject.rows;
  return action === undefined ? null : <SplitForm action={action} onClose={onClose} />;
}

function SplitForm({ action, onClose }: { readonly action: ActionRow; readonly onClose: () => void }) {
  const { today } = useBoard();
  const newPart = (at: number): Part => ({
    number: `${action.number}${String.fromCharCode(97 + at)}`,
    text: at === 0 ? action.text : '',
    leadAgencyId: action.leadAgencyId,
  });
  const [parts, setParts] = useState<readonly Part[]>([newPart(0), newPart(1)]);
  const [original, setOriginal] = useState<Original>('superseded');
  const [reason, setReason] = useState('');
  const date = useDateField({ exactness: 'partial', initial: today });
  const least = original === 'superseded' ? 2 : 1;
  const isReady =
    parts.length >= least &&
    parts.every(({ number, text }) => number.trim() !== '' && text.trim() !== '') &&
    date.wrong === null &&
    (original === 'kept' || reason.trim() !== '');
  const submit = () =>
    runSaved(
      () => client.actions.split({ id: action.id, parts: [...parts], original, date: date.value.date, reason }),
      `Split action ${action.number} into ${parts.map(({ number }) => number).join(', ')}`,
    );
  const change = (at: number, part: Partial<Part>): void =>
    setParts(parts.map((other, place) => (place === at ? { ...other, ...part } : other)));
  return (
    <ActDialog
      title={`Split action ${action.number}`}
      submitLabel="Split the action"
      onClose={onClose}
      isReady={isReady}
      onSubmit={submit}
      width="wide"
    >
      {(tried) => (
        <>
          {parts.map((part, at) => (
            <fieldset key={at} className="act-part">
              <legend>Part {at + 1}</legend>
              <div className="act-columns">
                <TextField
                  label="Number"
                  value={part.number}
                  onChange={(number) => change(at, { number })}
                  maxLength={500}
                  error={missing(tried, part.number, 'Give it a number.')}
                  width="short"
                />
                <AgencySelect
                  label="Lead agency"
                  optional
                  value={part.leadAgencyId}
                  onChange={(leadAgencyId) => change(at, { leadAgencyId })}
                />
              </div>
              <TextArea
                label="Action"
                rows={2}
                value={part.text}
                onChange={(text) => change(at, { text })}
                error={missing(tried, part.text, 'Write what will be done.')}
              />
              {parts.length > least && (
                <Button size="small" kind="quiet" onPress={() => setParts(parts.toSpliced(at, 1))}>
                  Leave out part {at + 1}
                </Button>
              )}
            </fieldset>
          ))}
          <div className="ui-row">
            <Button
              size="small"
              kind="quiet"
              icon="add"
              onPress={() => setParts([...parts, newPart(parts.length)])}
              isDisabled={parts.length >= 20}
            >
              Add a part
            </Button>
          </div>
          <RadioGroup
            label="The original"
            options={originals}
            value={original}
            onChange={(key) => setOriginal(key as Original)}
          />
          {original === 'superseded' && (
            <div className="act-columns">
              <TextField
                label="Reason"
                hint="Kept with the original."
                value={reason}
                onChange={setReason}
                maxLength={300}
                error={missing(tried, reason, 'Say why it is split.')}
              />
              <DateEntry label="From" optional {...date.entry(tried)} />
            </div>
          )}
        </>
      )}
    </ActDialog>
  );
}
