import './deadlines.css';
import { DEADLINE_KIND_LABELS, DEADLINE_KINDS, type DeadlineKind } from '../../../db/domain/deadlines.ts';
import { addMonths } from '../../../db/domain/partial-date.ts';
import { useBoard } from '../../app/use-board.ts';
import { FilterBar, Page, PageHeader } from '../../ui/index.ts';
import { ChoiceChip } from '../reviews/ChoiceChip.tsx';
import { Agenda } from './Agenda.tsx';
import { DayPanel } from './DayPanel.tsx';
import { MonthControls } from './MonthControls.tsx';
import { MonthView } from './MonthView.tsx';
import { firstDayOf, lastDayOf, monthOf } from './month-days.ts';
import { SaveCalendar } from './SaveCalendar.tsx';
import { useDeadlineSearch } from './use-deadline-search.ts';
import { ViewChoice } from './ViewChoice.tsx';

const kindOptions = DEADLINE_KINDS.map((key) => ({ key, label: DEADLINE_KIND_LABELS[key] }));

/** Everything with a day: as an agenda, what is late first, or as a month. */
export function DeadlinesPlace() {
  const { today } = useBoard();
  const [asked, change] = useDeadlineSearch();
  const { view, kinds, openDay } = asked;
  const month = view === 'month' ? (asked.month ?? monthOf(openDay ?? today)) : asked.month;
  const span =
    month === null
      ? { from: today, until: addMonths(today, MONTHS_SAVED) }
      : { from: firstDayOf(month), until: lastDayOf(month) };
  return (
    <Page>
      <PageHeader
        title="Deadlines"
        action={
          <>
            <ViewChoice view={view} onChange={(next) => change({ view: next, openDay: null })} />
            <SaveCalendar {...span} kinds={kinds} />
          </>
        }
      />
      <FilterBar
        label="Filters"
        tools={<MonthControls view={view} month={month} today={today} onChange={(next) => change({ month: next })} />}
      >
        <ChoiceChip
          label="Kind"
          options={kindOptions}
          chosen={kinds}
          onChange={(chosen) => change({ kinds: chosen as readonly DeadlineKind[] }, { replace: true })}
        />
      </FilterBar>
      {view === 'month' && month !== null ? (
        <MonthView
          month={month}
          today={today}
          kinds={kinds}
          openDay={openDay}
          onMonth={(next) => change({ month: next }, { replace: true })}
          onOpen={(day) => change({ openDay: day }, { replace: openDay !== null })}
        />
      ) : (
        <Agenda month={month} today={today} kinds={kinds} />
      )}
      {openDay !== null && (
        <DayPanel
          day={openDay}
          today={today}
          kinds={kinds}
          onOpen={(day) => change({ openDay: day, month: monthOf(day) }, { replace: true })}
          onClose={() => change({ openDay: null })}
        />
      )}
    </Page>
  );
}

/** How far ahead a calendar file goes from today. */
const MONTHS_SAVED = 12;
