import { useState } from 'react';
import {
  CLOCK_DIRECTION_LABELS,
  CLOCK_DIRECTIONS,
  CLOCK_UNIT_LABELS,
  CLOCK_UNITS,
  type ClockUnit,
  DAY_ZERO_RULES,
  EVENT_KIND_LABELS,
  EVENT_KINDS,
  type EventKind,
} from '../../../db/domain/codes.ts';
import { clockRuleWords, dayZeroWords } from '../../../db/domain/clock-rule.ts';
import { addRecord, dateOf, editDate, editFlag, editLink, editRecord, noneKey } from '../../app/use-record-edit.ts';
import {
  ComboBox,
  DefinitionList,
  EditableComboBox,
  EditableDate,
  EditableNumber,
  EditableSelect,
  EditableText,
  NumberField,
  Section,
  Select,
  TextField,
} from '../../ui/index.ts';
import { AddLine } from './AddLine.tsx';
import { EditableConfirmed } from './ConfirmedMark.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import type { ReviewTypeRow } from './ReviewTypeDetail.tsx';

type ClockRuleRow = ReviewTypeRow['clockRules'][number];

const events = EVENT_KINDS.map((kind) => ({ key: kind, label: EVENT_KIND_LABELS[kind] }));
const units = CLOCK_UNITS.map((unit) => ({ key: unit, label: CLOCK_UNIT_LABELS[unit] }));
const directions = CLOCK_DIRECTIONS.map((direction) => ({ key: direction, label: CLOCK_DIRECTION_LABELS[direction] }));

export function ClockRules({ type }: { readonly type: ReviewTypeRow }) {
  return (
    <Section
      heading="Clocks"
      count={type.clockRules.length}
      note="A clock names the event it runs from, the event that stops it, its length, how it counts its first day, and where the rule comes from."
    >
      {type.clockRules.length === 0 && (
        <p className="ui-quiet">No clocks: nothing of this type has a time limit yet.</p>
      )}
      <div className="clock-rules">
        {type.clockRules.map((rule) => (
          <ClockRuleCard key={rule.id} rule={rule} type={type} />
        ))}
      </div>
      <AddClockRule type={type} />
    </Section>
  );
}

function ClockRuleCard({ rule, type }: { readonly rule: ClockRuleRow; readonly type: ReviewTypeRow }) {
  const inWords = { ...rule, confirmed: rule.confirmed === 1 };
  const regimes = [
    { key: noneKey, label: 'Every edition' },
    ...type.regimes.map(({ id, name }) => ({ key: id, label: name })),
  ];
  return (
    <article className="clock-rule" aria-label={rule.name}>
      <div className="clock-rule-head">
        <div>
          <h3>{rule.name}</h3>
          <p>
            {sentence(clockRuleWords(inWords))} {dayZeroWords(inWords)}
          </p>
        </div>
        <RemoveButton table="clockRules" id={rule.id} name={`the clock ${rule.name}`} />
      </div>
      <DefinitionList compact>
        <EditableText
          label="Name"
          value={rule.name}
          onSave={editRecord('clockRules', rule, 'name')}
          whenRefusedEmpty="A clock needs a name."
        />
        <EditableComboBox
          label="Runs from"
          options={events}
          value={rule.runsFrom}
          onSave={editRecord('clockRules', rule, 'runsFrom')}
        />
        <EditableComboBox
          label="Stops at"
          options={events}
          value={rule.stopsAt}
          onSave={editRecord('clockRules', rule, 'stopsAt')}
        />
        <EditableNumber
          label="Length"
          value={rule.length}
          onSave={editRecord('clockRules', rule, 'length')}
          min={0}
          max={10_000}
        />
        <EditableSelect
          label="Counted in"
          options={units}
          value={rule.unit}
          onSave={editRecord('clockRules', rule, 'unit')}
        />
        <EditableSelect
          label="Direction"
          options={directions}
          value={rule.direction}
          onSave={editRecord('clockRules', rule, 'direction')}
        />
        {rule.unit === 'fixed-date' ? (
          <EditableDate
            label="Fixed date"
            value={dateOf('clockRules', rule, 'fixedDate')}
            onSave={editDate('clockRules', rule, 'fixedDate')}
          />
        ) : (
          <EditableSelect
            label="First day"
            options={DAY_ZERO_RULES.map((dayZero) => ({ key: dayZero, label: dayZeroWords({ ...inWords, dayZero }) }))}
            value={rule.dayZero}
            onSave={editRecord('clockRules', rule, 'dayZero')}
          />
        )}
        <EditableSelect
          label="Edition"
          options={regimes}
          value={rule.regimeId ?? noneKey}
          onSave={editLink('clockRules', rule, 'regimeId')}
        />
        <EditableText label="Source" value={rule.source} onSave={editRecord('clockRules', rule, 'source')} />
        <EditableConfirmed confirmed={rule.confirmed} onSave={editFlag('clockRules', rule, 'confirmed')} />
      </DefinitionList>
    </article>
  );
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

type NewClock = {
  readonly name: string;
  readonly runsFrom: EventKind | null;
  readonly stopsAt: EventKind | null;
  readonly length: number | null;
  readonly unit: Exclude<ClockUnit, 'fixed-date'>;
};

const newClock: NewClock = { name: '', runsFrom: null, stopsAt: null, length: null, unit: 'working-days' };

function AddClockRule({ type }: { readonly type: ReviewTypeRow }) {
  const [clock, setClock] = useState(newClock);
  const change = (part: Partial<NewClock>): void => setClock({ ...clock, ...part });
  return (
    <AddLine
      addLabel="Add the clock"
      problem={() => problemOf(clock)}
      onAdd={() =>
        addRecord('clockRules', {
          reviewTypeId: type.id,
          name: clock.name,
          runsFrom: clock.runsFrom ?? 'notified',
          stopsAt: clock.stopsAt ?? 'completed',
          length: clock.length ?? 0,
          unit: clock.unit,
          position: type.clockRules.length,
        })
      }
      onAdded={() => setClock(newClock)}
    >
      <TextField label="New clock" value={clock.name} onChange={(name) => change({ name })} />
      <ComboBox
        label="Runs from"
        options={events}
        value={clock.runsFrom}
        onChange={(runsFrom) => change({ runsFrom: runsFrom as EventKind | null })}
      />
      <ComboBox
        label="Stops at"
        options={events}
        value={clock.stopsAt}
        onChange={(stopsAt) => change({ stopsAt: stopsAt as EventKind | null })}
      />
      <NumberField label="Length" value={clock.length} onChange={(length) => change({ length })} min={0} max={10_000} />
      <Select
        label="Counted in"
        options={units.filter(({ key }) => key !== 'fixed-date')}
        value={clock.unit}
        onChange={(unit) => change({ unit: unit as NewClock['unit'] })}
      />
    </AddLine>
  );
}

const problemOf = ({ name, runsFrom, stopsAt, length }: NewClock): string | null => {
  if (name.trim() === '') return 'A clock needs a name.';
  if (runsFrom === null) return 'Choose the event that the clock runs from.';
  if (stopsAt === null) return 'Choose the event that stops the clock.';
  return length === null ? 'Enter how long the clock is.' : null;
};
