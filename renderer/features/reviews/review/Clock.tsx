import { useState } from 'react';
import type { ClockReadingRow, ReviewDetail } from '../../../../db/contract/reviews.ts';
import { CLOCK_STATE_LABELS } from '../../../../db/domain/codes.ts';
import { removeRecord } from '../../../app/use-record-edit.ts';
import { IconButton, Menu, Pill } from '../../../ui/index.ts';
import { ClockDetail } from './ClockDetail.tsx';
import { ClockRelaxDialog } from './ClockRelaxDialog.tsx';
import { ClockStanding } from './ClockStanding.tsx';
import { ClockOverrideDialog } from './ClockOverrideDialog.tsx';
import { CLOCK_LOOKS } from './clock-look.ts';
import { ClockWhatIf } from './ClockWhatIf.tsx';
import { useOpenHistory } from './record-history.ts';
import { editFields, tellRefusal } from './saving.ts';

type Open = 'override' | 'relax' | 'what-if' | null;

type ClockProps = { readonly reading: ClockReadingRow; readonly milestones: ReviewDetail['milestones'] };

export function Clock({ reading, milestones }: ClockProps) {
  const { name, state, words, clock } = reading;
  const [open, setOpen] = useState<Open>(null);
  const openHistory = useOpenHistory();
  const close = (): void => setOpen(null);
  const isRelaxed = clock.relaxationReason !== '';
  return (
    <li className="review-clock">
      <div className="review-clock-head">
        <div className="review-clock-name">
          <h3>{name}</h3>
          <Pill {...CLOCK_LOOKS[state]}>{CLOCK_STATE_LABELS[state]}</Pill>
        </div>
        <Menu
          label={`Clock: ${name}`}
          trigger={<IconButton icon="more" size="small" label={`More for the clock ${name}`} />}
          items={[
            {
              key: 'what-if',
              label: 'See another start date',
              note: 'Changes nothing',
              onChoose: () => setOpen('what-if'),
            },
            { key: 'override', label: 'Set the due date by hand', onChoose: () => setOpen('override') },
            ...(reading.overridden
              ? [{ key: 'follow', label: 'Follow the rule again', onChoose: () => void followRule(reading) }]
              : []),
            {
              key: 'relax',
              label: isRelaxed ? 'Change the relaxation' : 'Relax this clock',
              onChoose: () => setOpen('relax'),
            },
            ...(isRelaxed
              ? [{ key: 'tighten', label: 'Take the relaxation off', onChoose: () => void takeRelaxationOff(reading) }]
              : []),
            'line',
            {
              key: 'history',
              label: 'Show its history',
              icon: 'history',
              onChoose: () => openHistory({ rowId: clock.id, title: `the clock ${name}` }),
            },
            { key: 'remove', label: 'Remove this clock', isDanger: true, onChoose: () => void removeClock(clock.id) },
          ]}
        />
      </div>
      <p className={state === 'breached' ? 'review-clock-words review-clock-late' : 'review-clock-words'}>{words}.</p>
      <ClockStanding reading={reading} />
      {open === 'what-if' && <ClockWhatIf reading={reading} onClose={close} />}
      <ClockDetail reading={reading} milestones={milestones} />
      {open === 'override' && <ClockOverrideDialog reading={reading} onClose={close} />}
      {open === 'relax' && <ClockRelaxDialog reading={reading} onClose={close} />}
    </li>
  );
}

const followRule = async ({ clock, name }: ClockReadingRow): Promise<void> =>
  tellRefusal(
    await editFields('clocks', clock, { overrideDueOn: null, overrideReason: '' }, `${name} follows its rule again`),
  );

const takeRelaxationOff = async ({ clock, name }: ClockReadingRow): Promise<void> =>
  tellRefusal(
    await editFields('clocks', clock, { relaxedUntil: null, relaxationReason: '' }, `${name} is no longer relaxed`),
  );

const removeClock = async (id: string): Promise<void> => tellRefusal(await removeRecord('clocks', id));
