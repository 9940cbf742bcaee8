import type { BoardData } from '../../../../db/contract/board.ts';
import { readClock } from '../../../../db/domain/clocks.ts';
import { regimeInForce } from '../../../../db/domain/review-course.ts';
import { createWorkingCalendar, divisionOf } from '../../../../db/domain/working-days.ts';
import type { DateValue } from '../../../ui/index.ts';

type ReviewType = BoardData['reviewTypes'][number];

export type ClockToStart = {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  readonly confirmed: boolean;
};

/** What each clock of the type will say once the review is recorded, with what it runs from. */
export const clocksToStart = (board: BoardData, type: ReviewType, notified: DateValue): readonly ClockToStart[] => {
  const regime = regimeInForce(type.regimes, notified.date);
  const calendar = createWorkingCalendar({ division: divisionOf(board.board.nation), closures: board.closures });
  const events = [{ kind: 'notified' as const, ...notified }];
  return type.clockRules
    .filter(({ regimeId }) => regimeId === null || regimeId === regime?.id)
    .map(({ id, name, confirmed, ...rule }) => ({
      id,
      name,
      confirmed: confirmed === 1,
      words: readClock({
        rule: { ...rule, name, confirmed: confirmed === 1 },
        events: notified.date === null && notified.text === null ? [] : events,
        override: null,
        relaxation: null,
        today: board.today,
        calendar,
      }).words,
    }));
};
