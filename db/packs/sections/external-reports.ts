/** Reports that are not the board's own reviews, with the plans that answer them. */
import { formatDate } from '../../domain/partial-date.ts';
import type { Reader } from '../../service/context.ts';
import { ladderSteps } from '../../service/ladder.ts';
import { answeringPlan, asksForPlan } from '../../service/outstanding.ts';
import type { PackTable } from '../model.ts';
import { column, number, share, text, withoutEmpty } from './cells.ts';
import type { PackSource } from './source.ts';

type Answered = {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly issuedBy: string;
  readonly receivedOn: string | null;
  readonly stated: number | null;
  readonly note: string;
  readonly recommendations: number;
  readonly alreadyInPlace: number;
  readonly actions: number;
  readonly complete: number;
};

const OF_ITS_PLAN = `from actions a join recommendations c on c.id = a.recommendationId
  where c.externalReportId = x.id and a.removed is null and c.removed is null
    and a.state not in ('superseded', 'rejected', 'outside-our-oversight')`;

const readAnswered = (reader: Reader): readonly Answered[] =>
  reader
    .prepare<[], Answered>(
      `select x.id, x.reference, x.title, x.issuedBy, x.receivedOn, x.recommendationCount as stated, x.note,
         (select count(*) from recommendations c where c.externalReportId = x.id and c.removed is null) as recommendations,
         (select count(*) from recommendations c where c.externalReportId = x.id and c.removed is null and c.alreadyInPlace = 1) as alreadyInPlace,
         (select count(*) ${OF_ITS_PLAN}) as actions,
         (select count(*) ${OF_ITS_PLAN} and a.state in ('signed-off', 'embedded')) as complete
       from externalReports x where x.removed is null order by x.receivedOn is null, x.receivedOn, x.reference, x.id`,
    )
    .all();

export const externalReports = ({ reader }: PackSource): PackTable => {
  const steps = ladderSteps(reader, 'plan');
  return withoutEmpty(['issued', 'note'], {
    kind: 'table',
    id: 'external-reports',
    caption: 'Reports the board answers',
    columns: [
      column('report', 'Report', 'text', 6),
      column('issued', 'Issued by', 'text', 4),
      column('stated', 'Recommendations as stated', 'number', 3),
      column('held', 'On the register', 'number', 2),
      column('in-place', 'Already in place when received', 'number', 2),
      column('complete', 'Actions complete', 'text', 3),
      column('plan', 'Where the plan stands', 'text', 5),
      column('note', 'Note', 'text', 5),
    ],
    rows: readAnswered(reader).map((report) => [
      text(`${report.reference}: ${report.title}${receivedWords(report)}`),
      text(report.issuedBy),
      number(report.stated),
      number(report.recommendations),
      number(report.alreadyInPlace),
      share(report.complete, report.actions),
      text(asksForPlan(report) ? answeringPlan(reader, steps, report.id).words : 'No plan is asked for'),
      text(report.note),
    ]),
    nil: 'No report of another body is on the register.',
  });
};

const receivedWords = ({ receivedOn }: Answered): string =>
  receivedOn === null ? '' : `, received ${formatDate(receivedOn)}`;
