import type { EventKind } from '../../domain/codes.ts';
import type { Row } from '../../store/tables.ts';
import type { PackCell } from '../model.ts';
import { date } from './cells.ts';
import type { PackSource } from './source.ts';

export type Milestone = Pick<Row<'milestones'>, 'kind' | 'date' | 'dateText' | 'forecast' | 'forecastText'>;

export const milestonesOf = ({ reader }: Pick<PackSource, 'reader'>, reviewId: string): readonly Milestone[] =>
  reader
    .prepare<[string], Milestone>(
      'select kind, date, dateText, forecast, forecastText from milestones where reviewId = ? and removed is null order by coalesce(date, forecast), id',
    )
    .all(reviewId);

/** When the first event of one of these kinds took place, as precisely as it is known. */
export const eventDate = (milestones: readonly Milestone[], kinds: readonly EventKind[]): PackCell => {
  const found = milestones.find(
    (milestone) => kinds.includes(milestone.kind as EventKind) && (milestone.date ?? milestone.dateText) !== null,
  );
  return date(found?.date ?? null, found?.dateText ?? null);
};
