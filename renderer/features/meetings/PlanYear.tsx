import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { WEEKDAYS, type Weekday } from '../../../db/domain/civil-days.ts';
import { WEEKS_OF_MONTH, type WeekOfMonth } from '../../../db/domain/meeting-rule.ts';
import { addMonths, formatDate, formatDateWithWeekday } from '../../../db/domain/partial-date.ts';
import { Failure } from '../../app/Failure.tsx';
import { goTo } from '../../app/go-to.ts';
import { hrefTo } from '../../app/links.ts';
import { useBoard } from '../../app/use-board.ts';
import { useSave } from '../../app/use-save.ts';
import { api, client } from '../../client.ts';
import { Button, Checkbox, EmptyState, Link, Notice, Select, SimpleTable, Skeleton } from '../../ui/index.ts';
import type { ViewProps } from './MeetingsPlace.tsx';

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const weeks = WEEKS_OF_MONTH.map((week) => ({ key: week, label: capitalised(week) }));
const weekdays = WEEKDAYS.map((weekday) => ({ key: weekday, label: weekday }));

/** The next months, this calendar year and the next, and the business years around them. */
const periods = (today: string) => {
  const year = Number(today.slice(0, 4));
  const from = [today.slice(0, 7), `${year}-01`, `${year}-04`, `${year + 1}-01`, `${year + 1}-04`];
  return [...new Set(from)].map((month) => ({
    key: month,
    label: `${formatDate(month)} to ${formatDate(addMonths(`${month}-01`, 11).slice(0, 7))}`,
  }));
};

/** A year of dates from the body's rule, shown before any of it is written. */
export function PlanYear({ bodyId }: ViewProps) {
  const { bodies, today } = useBoard();
  const [fromMonth, setFromMonth] = useState(`${Number(today.slice(0, 4)) + 1}-01`);
  const [week, setWeek] = useState<WeekOfMonth | null>(null);
  const [weekday, setWeekday] = useState<Weekday | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { save, isSaving } = useSave();
  const [problem, setProblem] = useState<string | null>(null);
  const body = bodies.find(({ id }) => id === bodyId);
  const { data, error, refetch } = useQuery({
    ...api.meetings.propose.queryOptions({
      input: { bodyId: bodyId ?? '', fromMonth, day: week !== null && weekday !== null ? { week, weekday } : null },
    }),
    enabled: body !== undefined,
    placeholderData: keepPreviousData,
  });
  if (body === undefined)
    return <EmptyState title="No body meets yet">Add the bodies of the board under Settings.</EmptyState>;
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={8} label="Working the dates out" />;
  const chosen = data.meetings.filter(({ date }) => !left.has(date));
  const accept = async (): Promise<void> => {
    const meetings = chosen.map(({ date, paperDeadline }) => ({ date, paperDeadline }));
    const words = `Planned ${meetings.length} ${meetings.length === 1 ? 'meeting' : 'meetings'} of ${body.name}`;
    const outcome = await save(() => client.meetings.plan({ bodyId: body.id, meetings }), words);
    if (outcome.ok) goTo(hrefTo('/meetings', { view: 'year', body: body.id, year: fromMonth.slice(0, 4) }));
    else setProblem(outcome.message);
  };
  return (
    <div className="meetings-part">
      <p className="meetings-rule">
        {data.rule === null ? (
          'The rule of its calendar: '
        ) : (
          <>
            {body.name} meets <strong>{data.rule}</strong>.{' '}
            {body.paperDeadlineDays === null
              ? 'No deadline for papers is set. '
              : `Papers are due ${body.paperDeadlineDays} working ${body.paperDeadlineDays === 1 ? 'day' : 'days'} before. `}
          </>
        )}
        <Link href={hrefTo('/settings/bodies')}>Change the rule under Settings</Link>
      </p>
      <div className="meetings-fields">
        <Select label="Months" options={periods(today)} value={fromMonth} onChange={setFromMonth} width="medium" />
        {data.rule !== null && !data.namesDay && (
          <>
            <Select
              label="Week of the month"
              hint="The rule names no day."
              options={weeks}
              value={week}
              onChange={(key) => setWeek(key as WeekOfMonth)}
              optional
            />
            <Select
              label="Day"
              options={weekdays}
              value={weekday}
              onChange={(key) => setWeekday(key as Weekday)}
              optional
            />
          </>
        )}
      </div>
      {data.problem !== null && <Notice kind="warning">{data.problem}</Notice>}
      {data.rule !== null && (
        <>
          <SimpleTable
            caption={`Dates proposed for ${body.name}`}
            rows={data.meetings}
            rowKey={({ date }) => date}
            whenEmpty="No date is left to propose in these months."
            columns={[
              {
                key: 'take',
                heading: 'Plan',
                width: '5rem',
                render: ({ date }) => (
                  <Checkbox
                    isSelected={!left.has(date)}
                    onChange={(isOn) => setLeft(isOn ? without(left, date) : new Set([...left, date]))}
                  >
                    <span className="ui-visually-hidden">{formatDate(date)}</span>
                  </Checkbox>
                ),
              },
              { key: 'date', heading: 'Date', isRowHeading: true, render: ({ date }) => formatDateWithWeekday(date) },
              {
                key: 'papers',
                heading: 'Papers due',
                render: ({ paperDeadline }) =>
                  formatDateWithWeekday(paperDeadline) || <span className="ui-quiet">Not set</span>,
              },
              { key: 'note', heading: 'To know', width: '38%', render: ({ note }) => note },
            ]}
          />
          {data.leftOut.length > 0 && (
            <ul className="meetings-left-out" aria-label="Left out">
              {data.leftOut.map((why) => (
                <li key={why}>{why}</li>
              ))}
            </ul>
          )}
          {problem !== null && (
            <p className="ui-field-error" role="alert">
              {problem}
            </p>
          )}
          <div className="ui-row">
            <Button kind="primary" busy={isSaving} isDisabled={chosen.length === 0} onPress={() => void accept()}>
              Plan {String(chosen.length)} {chosen.length === 1 ? 'meeting' : 'meetings'}
            </Button>
            <span className="ui-quiet">
              They are provisional until each is confirmed, and one Undo takes them all back.
            </span>
          </div>
        </>
      )}
    </div>
  );
}

const without = (dates: ReadonlySet<string>, date: string): ReadonlySet<string> =>
  new Set([...dates].filter((other) => other !== date));
