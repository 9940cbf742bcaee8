import type { ClockReadingRow, ReviewDetail } from '../../../../db/contract/reviews.ts';
import {
  CLOCK_DIRECTION_LABELS,
  CLOCK_UNIT_LABELS,
  DAY_ZERO_RULE_LABELS,
  EVENT_KIND_LABELS,
} from '../../../../db/domain/codes.ts';
import { formatDate, formatDateWithWeekday } from '../../../../db/domain/partial-date.ts';
import { dateOf, editDate, editRecord } from '../../../app/use-record-edit.ts';
import {
  Definition,
  DefinitionList,
  EditableComboBox,
  EditableDate,
  EditableNumber,
  EditableSelect,
  EditableText,
} from '../../../ui/index.ts';
import { labelsToOptions } from '../labels-to-options.ts';
import { usedWords } from './clock-look.ts';
import { ClockForecastField } from './ClockForecastField.tsx';
import { Disclosure } from './Disclosure.tsx';
import { FlagField } from './FlagField.tsx';

const events = labelsToOptions(EVENT_KIND_LABELS);
const units = labelsToOptions(CLOCK_UNIT_LABELS);
const directions = labelsToOptions(CLOCK_DIRECTION_LABELS);
const dayZeroRules = labelsToOptions(DAY_ZERO_RULE_LABELS);

/** Everything beside a due date: the event, the rule, its source, what was counted and with which table. */
type ClockDetailProps = { readonly reading: ClockReadingRow; readonly milestones: ReviewDetail['milestones'] };

export function ClockDetail({ reading, milestones }: ClockDetailProps) {
  const { clock } = reading;
  return (
    <Disclosure
      label="How this is worked out"
      note={`${reading.rule}${reading.confirmed ? '' : '; source not confirmed'}`}
    >
      <DefinitionList compact>
        <Definition label="Ran from">
          {EVENT_KIND_LABELS[reading.runsFrom]}
          {reading.runsFromDate === null ? ', no date yet' : `, ${formatDate(reading.runsFromDate)}`}
        </Definition>
        <Definition label="Stops at">
          {EVENT_KIND_LABELS[reading.stopsAt]}
          {reading.stoppedOn === null ? ', not yet' : `, ${formatDate(reading.stoppedOn)}`}
        </Definition>
        <Definition label="Due">{formatDateWithWeekday(reading.dueOn) || 'No due date'}</Definition>
        <Definition label="By the rule">{formatDateWithWeekday(reading.computedDueOn) || 'No due date'}</Definition>
        {reading.overridden && (
          <Definition label="Set by hand">
            {formatDateWithWeekday(clock.overrideDueOn)}: {clock.overrideReason}
          </Definition>
        )}
        {clock.relaxationReason !== '' && (
          <Definition label="Relaxed">
            {clock.relaxationReason}
            {clock.relaxedUntil !== null && `, until ${formatDate(clock.relaxedUntil)}`}
          </Definition>
        )}
        {reading.stoppedOn === null && <ClockForecastField reading={reading} milestones={milestones} />}
        <Definition label="Days">{usedWords(reading) || 'None counted yet'}</Definition>
        <Definition label="Day one">{reading.dayZero}</Definition>
        <Definition label="Bank holidays and closures">{holidayWords(reading)}</Definition>
        <Definition label="Edition of the table">{editionWords(reading)}</Definition>
      </DefinitionList>
      <h4 className="review-small-heading">The rule</h4>
      <DefinitionList compact>
        <EditableText
          label="Name"
          value={clock.name}
          onSave={editRecord('clocks', clock, 'name')}
          whenRefusedEmpty="A clock needs a name."
        />
        <EditableComboBox
          label="Runs from"
          options={events}
          value={clock.runsFrom}
          onSave={editRecord('clocks', clock, 'runsFrom')}
        />
        <EditableComboBox
          label="Stops at"
          options={events}
          value={clock.stopsAt}
          onSave={editRecord('clocks', clock, 'stopsAt')}
        />
        <EditableNumber
          label="Length"
          value={clock.length}
          min={0}
          max={10_000}
          onSave={editRecord('clocks', clock, 'length')}
        />
        <EditableSelect label="Unit" options={units} value={clock.unit} onSave={editRecord('clocks', clock, 'unit')} />
        {clock.unit === 'fixed-date' && (
          <EditableDate
            label="Fixed date"
            value={dateOf('clocks', clock, 'fixedDate')}
            onSave={editDate('clocks', clock, 'fixedDate')}
          />
        )}
        <EditableSelect
          label="Counts"
          options={directions}
          value={clock.direction}
          onSave={editRecord('clocks', clock, 'direction')}
        />
        <EditableSelect
          label="Day zero"
          options={dayZeroRules}
          value={clock.dayZero}
          onSave={editRecord('clocks', clock, 'dayZero')}
        />
        <EditableText label="Source" value={clock.source} onSave={editRecord('clocks', clock, 'source')} />
        <FlagField label="Seen in its source" value={clock.confirmed} onSave={editRecord('clocks', clock, 'confirmed')}>
          Confirmed
        </FlagField>
      </DefinitionList>
    </Disclosure>
  );
}

const holidayWords = ({ holidaysCrossed, clock }: ClockReadingRow): string => {
  if (holidaysCrossed.length > 0)
    return holidaysCrossed.map(({ date, name }) => `${formatDate(date)} (${name})`).join('; ');
  return clock.unit === 'working-days' ? 'None crossed' : 'Not counted: every day counts';
};

/** Bank holidays are proclaimed at short notice: a clock says which edition it was started with, and which counts now. */
const editionWords = ({ tableVersion, startedWithTable }: ClockReadingRow): string =>
  startedWithTable === '' || startedWithTable === tableVersion
    ? tableVersion
    : `${tableVersion}; the clock was started with ${startedWithTable}`;
