import { useState } from 'react';
import type { BoardData } from '../../../db/contract/board.ts';
import { WEEKDAYS, type Weekday } from '../../../db/domain/civil-days.ts';
import {
  type MeetingRule,
  meetingRuleWords,
  readMeetingRule,
  WEEKS_OF_MONTH,
  type WeekOfMonth,
} from '../../../db/domain/meeting-rule.ts';
import { formatDate, isCivilDate } from '../../../db/domain/partial-date.ts';
import { hrefTo } from '../../app/links.ts';
import { editRecord } from '../../app/use-record-edit.ts';
import {
  Button,
  Checkbox,
  DateEntry,
  type DateValue,
  Definition,
  Dialog,
  EditableText,
  Link,
  noDate,
  Select,
} from '../../ui/index.ts';

type Body = BoardData['bodies'][number];

/** The rule as it is written, what it is understood to mean, and a way to put it together. */
export function CalendarRule({ body }: { readonly body: Body }) {
  const [isBuilding, setBuilding] = useState(false);
  const rule = readMeetingRule(body.calendarRule);
  return (
    <>
      <EditableText
        label="Meets"
        value={body.calendarRule}
        onSave={editRecord('bodies', body, 'calendarRule')}
        whenEmpty="For example “monthly on the second Tuesday”"
      />
      <Definition label="Its dates">
        <p>
          {rule !== null && (
            <>
              Understood as “{meetingRuleWords(rule)}”.{' '}
              <Link href={hrefTo('/meetings', { view: 'plan', body: body.id })}>Plan a year</Link>
            </>
          )}
          {rule === null &&
            (body.calendarRule.trim() === ''
              ? 'No rule yet: dates are added by hand.'
              : 'Kept as it is written. No dates can be counted from it, so they are added by hand.')}
        </p>
        <Button size="small" onPress={() => setBuilding(true)}>
          Put the rule together
        </Button>
      </Definition>
      {isBuilding && <RuleDialog body={body} start={rule} onClose={() => setBuilding(false)} />}
    </>
  );
}

const OFTEN = [
  { key: 'weeks 1', label: 'Every week' },
  { key: 'weeks 2', label: 'Every two weeks' },
  { key: 'weeks 4', label: 'Every four weeks' },
  { key: 'weeks 6', label: 'Every six weeks' },
  { key: 'weeks 8', label: 'Every eight weeks' },
  { key: 'months 1', label: 'Every month' },
  { key: 'months 2', label: 'Every two months' },
  { key: 'months 3', label: 'Every quarter' },
  { key: 'months 4', label: 'Every four months' },
  { key: 'months 6', label: 'Twice a year' },
  { key: 'months 12', label: 'Once a year' },
] as const;

const noneKey = 'none';
const months = Array.from({ length: 12 }, (_, at) => ({
  key: String(at + 1),
  label: formatDate(`2000-${String(at + 1).padStart(2, '0')}`).replace(' 2000', ''),
}));
const fromMonths = [{ key: noneKey, label: 'From the last meeting on' }, ...months];
const weeks = [
  { key: noneKey, label: 'No fixed day' },
  ...WEEKS_OF_MONTH.map((week) => ({ key: week, label: `${week.charAt(0).toUpperCase()}${week.slice(1)}` })),
];
const weekdays = WEEKDAYS.slice(0, 5).map((weekday) => ({ key: weekday, label: weekday }));

type RuleDialogProps = { readonly body: Body; readonly start: MeetingRule | null; readonly onClose: () => void };

function RuleDialog({ body, start, onClose }: RuleDialogProps) {
  const monthly = start?.every === 'months' ? start : null;
  const [often, setOften] = useState<string>(oftenOf(start));
  const [from, setFrom] = useState<DateValue>(
    start?.every === 'weeks' && start.from !== null ? { date: start.from, text: null } : noDate,
  );
  const [fromMonth, setFromMonth] = useState(monthly?.fromMonth ? String(monthly.fromMonth) : noneKey);
  const [week, setWeek] = useState<string>(monthly?.day?.week ?? noneKey);
  const [weekday, setWeekday] = useState<Weekday>(monthly?.day?.weekday ?? 'Tuesday');
  const [exceptBoardMonths, setExceptBoardMonths] = useState(monthly?.exceptBoardMonths ?? false);
  const [exceptMonths, setExceptMonths] = useState<readonly number[]>(monthly?.exceptMonths ?? []);
  const [problem, setProblem] = useState<string | null>(null);
  const [unit = '', count = '1'] = often.split(' ');
  const isWeekly = unit === 'weeks';
  const rule: MeetingRule = isWeekly
    ? { every: 'weeks', weeks: Number(count), from: from.date }
    : {
        every: 'months',
        months: Number(count),
        fromMonth: fromMonth === noneKey || count === '1' ? null : Number(fromMonth),
        day: week === noneKey ? null : { week: week as WeekOfMonth, weekday },
        exceptBoardMonths,
        exceptMonths,
      };
  const isVague = isWeekly && from.date !== null && !isCivilDate(from.date);
  const words = isVague ? '' : meetingRuleWords(rule);
  const keep = async (): Promise<void> => {
    if (isWeekly && (isVague || from.text !== null)) return setProblem('Give the first day, such as 12 January 2027.');
    const result = await editRecord('bodies', body, 'calendarRule')(words);
    if (result.ok) onClose();
    else setProblem(result.message);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`When ${body.name} meets`}
      footer={
        <>
          <Button kind="primary" onPress={() => void keep()}>
            Keep the rule
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </>
      }
    >
      <Select label="How often" options={OFTEN} value={often} onChange={setOften} width="full" />
      {isWeekly ? (
        <DateEntry
          label="First meeting"
          hint="Without it the weeks are counted from the last meeting."
          value={from}
          onChange={setFrom}
          onProblem={setProblem}
          optional
        />
      ) : (
        <>
          {count !== '1' && (
            <Select label="Counted from" options={fromMonths} value={fromMonth} onChange={setFromMonth} width="full" />
          )}
          <Select label="Week of the month" options={weeks} value={week} onChange={setWeek} width="full" />
          {week !== noneKey && (
            <Select
              label="Day"
              options={weekdays}
              value={weekday}
              onChange={(key) => setWeekday(key as Weekday)}
              width="full"
            />
          )}
          {body.kind !== 'board' && (
            <Checkbox isSelected={exceptBoardMonths} onChange={setExceptBoardMonths}>
              Not in months with a board
            </Checkbox>
          )}
          {[8, 12].map((month) => (
            <Checkbox
              key={month}
              isSelected={exceptMonths.includes(month)}
              onChange={(isOn) =>
                setExceptMonths(
                  [...exceptMonths.filter((other) => other !== month), ...(isOn ? [month] : [])].toSorted(
                    (a, b) => a - b,
                  ),
                )
              }
            >
              Not in {months[month - 1]?.label ?? ''}
            </Checkbox>
          ))}
        </>
      )}
      {words !== '' && (
        <p role="status">
          It reads: <strong>{words}</strong>
        </p>
      )}
      {problem !== null && (
        <p className="ui-field-error" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
}

/** A rule that the list does not offer (every five weeks) begins as monthly. */
const oftenOf = (rule: MeetingRule | null): string => {
  const key = rule === null ? '' : rule.every === 'weeks' ? `weeks ${rule.weeks}` : `months ${rule.months}`;
  return OFTEN.some((option) => option.key === key) ? key : 'months 1';
};
