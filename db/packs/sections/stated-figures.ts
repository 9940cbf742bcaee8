import { formatDate } from '../../domain/partial-date.ts';
import { readStated } from '../../domain/stated-figures.ts';
import { computedFigure } from '../../service/stated-figures.ts';
import type { PackTable } from '../model.ts';
import { column, date, text } from './cells.ts';
import type { PackSource } from './source.ts';

type Stated = {
  readonly source: string;
  readonly sourceDate: string | null;
  readonly statement: string;
  readonly stated: number | null;
  readonly unit: string;
  readonly measure: string | null;
  readonly reviewId: string | null;
  readonly note: string;
};

/** Figures and facts as papers stated them, beside what the register computes; a difference is said, never corrected. */
export const statedFigures = ({ reader, dataAsAt }: PackSource): PackTable => ({
  kind: 'table',
  id: 'stated-figures',
  caption: 'As stated in papers, beside what the register counts',
  columns: [
    column('source', 'Source', 'text', 4),
    column('date', 'Dated', 'date', 3),
    column('statement', 'As stated', 'text', 8),
    column('computed', 'As counted here', 'text', 4),
    column('note', 'Note', 'text', 5),
  ],
  rows: reader
    .prepare<[], Stated>(
      'select source, sourceDate, statement, stated, unit, measure, reviewId, note from statedFigures where removed is null order by position, sourceDate, id',
    )
    .all()
    .map((row) => [
      text(row.source),
      date(row.sourceDate),
      text(row.statement),
      text(readStated(row, computedFigure(reader, dataAsAt, row.measure, row.reviewId)).words),
      text(row.note),
    ]),
  nil: `No figure from another paper is held (as at ${formatDate(dataAsAt)}).`,
});
