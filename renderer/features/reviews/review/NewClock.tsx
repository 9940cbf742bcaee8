import { useState } from 'react';
import {
  CLOCK_UNIT_LABELS,
  type ClockUnit,
  DAY_ZERO_RULE_LABELS,
  type DayZeroRule,
  EVENT_KIND_LABELS,
  type EventKind,
} from '../../../../db/domain/codes.ts';
import { addRecord } from '../../../app/use-record-edit.ts';
import { ComboBox, NumberField, Select, TextField } from '../../../ui/index.ts';
import { labelsToOptions } from '../labels-to-options.ts';
import { FormRow, InlineForm } from './InlineForm.tsx';
import { problemOf } from './saving.ts';

const events = labelsToOptions(EVENT_KIND_LABELS);
const units = labelsToOptions(CLOCK_UNIT_LABELS).filter(({ key }) => key !== 'fixed-date');
const dayZeroRules = labelsToOptions(DAY_ZERO_RULE_LABELS);

type NewClockProps = { readonly reviewId: string; readonly position: number; readonly onClose: () => void };

/** A clock of the board's own, on this review alone. */
export function NewClock({ reviewId, position, onClose }: NewClockProps) {
  const [name, setName] = useState('');
  const [runsFrom, setRunsFrom] = useState<EventKind | null>('notified');
  const [stopsAt, setStopsAt] = useState<EventKind | null>('completed');
  const [length, setLength] = useState<number | null>(null);
  const [unit, setUnit] = useState<ClockUnit>('working-days');
  const [dayZero, setDayZero] = useState<DayZeroRule>('next-day-is-day-1');
  const [source, setSource] = useState('');
  const onSave = async (): Promise<string | null> => {
    if (name.trim() === '') return 'Give the clock a name.';
    if (runsFrom === null || stopsAt === null) return 'Choose the events that start and stop the clock.';
    if (length === null || length === 0) return 'Say how long the clock is.';
    const outcome = await addRecord('clocks', {
      reviewId,
      name,
      runsFrom,
      stopsAt,
      length,
      unit,
      dayZero,
      source,
      position,
    });
    if (outcome.ok) onClose();
    return problemOf(outcome);
  };
  return (
    <InlineForm label="Add a clock" saveLabel="Add the clock" onSave={onSave} onClose={onClose}>
      <TextField
        label="Name"
        hint="What must be done: Chronologies returned."
        value={name}
        onChange={setName}
        width="medium"
        autoFocus
      />
      <FormRow>
        <ComboBox
          label="Runs from"
          options={events}
          value={runsFrom}
          onChange={(key) => setRunsFrom(key as EventKind | null)}
        />
        <ComboBox
          label="Stops at"
          options={events}
          value={stopsAt}
          onChange={(key) => setStopsAt(key as EventKind | null)}
        />
      </FormRow>
      <FormRow>
        <NumberField label="Length" value={length} onChange={setLength} min={1} max={10_000} />
        <Select label="Unit" options={units} value={unit} onChange={(key) => setUnit(key as ClockUnit)} />
        <Select
          label="Day zero"
          options={dayZeroRules}
          value={dayZero}
          onChange={(key) => setDayZero(key as DayZeroRule)}
        />
      </FormRow>
      <TextField
        label="Source"
        hint="Who set this deadline, and where it is written."
        value={source}
        onChange={setSource}
        optional
      />
    </InlineForm>
  );
}
