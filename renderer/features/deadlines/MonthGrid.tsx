import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Deadline } from '../../../db/contract/deadlines.ts';
import { WEEKDAYS } from '../../../db/domain/civil-days.ts';
import { DEADLINE_KIND_LABELS } from '../../../db/domain/deadlines.ts';
import { formatDate, formatDateWithWeekday } from '../../../db/domain/partial-date.ts';
import { deadlineHref } from '../../app/links.ts';
import { classNames, VisuallyHidden } from '../../ui/index.ts';
import { dayByKey, firstDayOf, type Month, monthOf, weeksOf } from './month-days.ts';

type Day = { readonly day: string; readonly total: number; readonly late: number; readonly rows: readonly Deadline[] };

type MonthGridProps = {
  readonly month: Month;
  readonly today: string;
  readonly days: readonly Day[];
  readonly openDay: string | null;
  readonly onMonth: (month: Month) => void;
  readonly onOpen: (day: string) => void;
};

/** One stop for Tab: the arrows move by days and weeks, Page Up and Down by months, T to today, Enter opens the day. */
export function MonthGrid({ month, today, days, openDay, onMonth, onOpen }: MonthGridProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  /** The day that a key leads to, until its cell is there: another month comes a moment later. */
  const wanted = useRef<string | null>(null);
  const current = cellInMonth(asked, month, today);
  const byDay = new Map(days.map((day) => [day.day, day]));
  useEffect(() => {
    const cell = grid.current?.querySelector<HTMLElement>(`[data-day="${wanted.current ?? ''}"]`);
    if (!cell) return;
    wanted.current = null;
    cell.focus();
  }, [asked, month]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      if (event.target instanceof HTMLAnchorElement) return;
      event.preventDefault();
      onOpen(current);
      return;
    }
    const next = dayByKey(event.key, current, today);
    if (next === null) return;
    event.preventDefault();
    wanted.current = next;
    setAsked(next);
    if (monthOf(next) !== month) onMonth(monthOf(next));
  };
  return (
    <div
      ref={grid}
      className="deadline-grid"
      role="grid"
      aria-label={`Deadlines in ${formatDate(month)}`}
      onKeyDown={onKeyDown}
    >
      <div role="row" className="deadline-week">
        {WEEKDAYS.map((weekday) => (
          <div key={weekday} role="columnheader" aria-label={weekday}>
            {weekday.slice(0, 3)}
          </div>
        ))}
      </div>
      {weeksOf(month).map((week, at) => (
        <div key={at} role="row" className="deadline-week">
          {week.map((day, weekday) =>
            day === null ? (
              <div key={WEEKDAYS[weekday]} role="gridcell" aria-label="Another month" className="deadline-cell-empty" />
            ) : (
              <DayCell
                key={day}
                day={day}
                of={byDay.get(day)}
                isToday={day === today}
                isOpen={day === openDay}
                isCurrent={day === current}
                onOpen={() => {
                  setAsked(day);
                  onOpen(day);
                }}
              />
            ),
          )}
        </div>
      ))}
    </div>
  );
}

type DayCellProps = {
  readonly day: string;
  readonly of: Day | undefined;
  readonly isToday: boolean;
  readonly isOpen: boolean;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
};

function DayCell({ day, of, isToday, isOpen, isCurrent, onOpen }: DayCellProps) {
  const { total = 0, late = 0, rows = [] } = of ?? {};
  const more = total - rows.length;
  return (
    <div
      role="gridcell"
      data-day={day}
      tabIndex={isCurrent ? 0 : -1}
      aria-selected={isOpen}
      className={classNames('deadline-cell', isToday && 'deadline-cell-today', isOpen && 'deadline-cell-open')}
      onClick={(event) => {
        if (!(event.target instanceof HTMLAnchorElement)) onOpen();
      }}
    >
      <VisuallyHidden>{cellWords(day, total, late, isToday)}</VisuallyHidden>
      <span className="deadline-number" aria-hidden="true">
        {Number(day.slice(8))}
      </span>
      {total > 0 && (
        <span className={classNames('deadline-count', late > 0 && 'deadline-late')} aria-hidden="true">
          {late > 0 && '▲ '}
          {total.toLocaleString('en-GB')}
        </span>
      )}
      <ul>
        {rows.map((row) => (
          <li key={row.key} className={row.daysLate === null ? undefined : 'deadline-late'}>
            <CellEntry deadline={row} />
          </li>
        ))}
      </ul>
      {more > 0 && <span className="deadline-cell-more">and {more.toLocaleString('en-GB')} more</span>}
    </div>
  );
}

function CellEntry({ deadline: { kind, words, subject, daysLate, link } }: { readonly deadline: Deadline }) {
  const href = deadlineHref(link);
  const name = `${daysLate === null ? '' : '▲ '}${DEADLINE_KIND_LABELS[kind]}${subject === '' ? '' : `, ${subject}`}`;
  if (href === null) return <span title={words}>{name}</span>;
  return (
    <a href={href} tabIndex={-1} title={words}>
      {name}
    </a>
  );
}

/** The cell that Tab comes to: where one was last, else today, else the first of the month. */
const cellInMonth = (asked: string | null, month: Month, today: string): string => {
  if (asked !== null && monthOf(asked) === month) return asked;
  return monthOf(today) === month ? today : firstDayOf(month);
};

const cellWords = (day: string, total: number, late: number, isToday: boolean): string =>
  [
    `${isToday ? 'Today, ' : ''}${formatDateWithWeekday(day)}`,
    total === 0 ? 'nothing due' : `${total.toLocaleString('en-GB')} due`,
    late === 0 ? '' : `${late.toLocaleString('en-GB')} late`,
  ]
    .filter(Boolean)
    .join(', ');
