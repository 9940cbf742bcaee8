import type { AgencyRow } from '../contract/agencies.ts';
import { addMonths } from '../domain/partial-date.ts';
import { type ActionTally, latestOf, sumOf, tallyActions, tallyByAgency } from './action-tally.ts';
import type { Reader } from './context.ts';
import { OPEN } from './rag.ts';

/** Asked for, or due by a date, and not there: not received, or sent back and not received again. */
export const REPORT_OUTSTANDING = `t.acceptedOn is null and (t.receivedOn is null or (t.returnedOn is not null and t.returnedOn >= t.receivedOn))`;

/** Meetings that attendance is counted over: held, or past, in the last twelve months. */
export const MEETING_COUNTS = `m.removed is null and m.state <> 'cancelled' and m.date between @yearAgo and @today`;

type Figures = Omit<
  AgencyRow,
  'id' | 'name' | 'shortName' | 'sector' | 'contactPost' | 'outsideArea' | 'formerNames' | 'succeededBy'
>;
type Counts = Pick<Figures, 'reportsDue' | 'reportsOverdue' | 'expected' | 'attended' | 'lastUpdateOn'>;

const none: Counts = { reportsDue: 0, reportsOverdue: 0, expected: 0, attended: 0, lastUpdateOn: null };

/** The figures of every agency, by its id. */
export const agencyFigures = (reader: Reader, today: string): ((agencyId: string) => Figures) => {
  const tallies = tallyByAgency(tallyActions(reader, today));
  const days = { today, yearAgo: addMonths(today, -12) };
  const counts = new Map<string, Counts>();
  const add = (sql: string): void => {
    const rows = reader.prepare<[typeof days], Partial<Counts> & { agencyId: string }>(sql).all(days);
    for (const { agencyId, ...found } of rows) counts.set(agencyId, { ...none, ...counts.get(agencyId), ...found });
  };
  add(`select t.agencyId, count(*) as reportsDue, coalesce(sum(t.dueOn < @today and length(t.dueOn) = 10), 0) as reportsOverdue
    from agencyReports t join reviews r on r.id = t.reviewId
    where t.removed is null and r.removed is null and ${REPORT_OUTSTANDING} group by t.agencyId`);
  add(`select t.agencyId, count(*) as expected, sum(t.attendance in ('present', 'deputised')) as attended
    from meetings m cross join attendances t on t.meetingId = m.id
    where t.removed is null and ${MEETING_COUNTS} group by t.agencyId`);
  add(`select a.leadAgencyId as agencyId, max(f.lastUpdateOn) as lastUpdateOn
    from actions a join actionFacts f on f.actionId = a.id
    where a.removed is null and a.leadAgencyId is not null and ${OPEN} group by a.leadAgencyId`);
  return (agencyId) => ({ ...fromTally(tallies.get(agencyId) ?? []), ...(counts.get(agencyId) ?? none) });
};

const fromTally = (rows: readonly ActionTally[]): Omit<Figures, keyof Counts> => ({
  open: sumOf(rows, 'open'),
  overdue: sumOf(rows, 'overdue'),
  noUpdate: sumOf(rows, 'noUpdate'),
  awaitingSignOff: sumOf(rows, 'reportedComplete') + sumOf(rows, 'evidenceAccepted'),
  lastRequestedOn: latestOf(rows.map((row) => row.lastRequestedOn)),
});

type Stored = Pick<
  AgencyRow,
  'id' | 'name' | 'shortName' | 'sector' | 'contactPost' | 'outsideArea' | 'succeededBy'
> & {
  readonly formerNames: string;
};

/** Every agency on record with its figures, by name. */
export const listAgencies = (reader: Reader, today: string): AgencyRow[] => {
  const figuresOf = agencyFigures(reader, today);
  return reader
    .prepare<[], Stored>(
      `select g.id, g.name, g.shortName, g.sector, g.contactPost, g.outsideArea,
         (select json_group_array(n.name) from agencyNames n where n.agencyId = g.id and n.removed is null and n.name <> g.name) as formerNames,
         (select o.name from agencySuccessions s join agencies o on o.id = s.toAgencyId
           where s.fromAgencyId = g.id and s.removed is null order by s.onDate desc, s.id limit 1) as succeededBy
       from agencies g where g.removed is null order by g.name, g.id`,
    )
    .all()
    .map(({ formerNames, ...agency }) => ({
      ...agency,
      formerNames: JSON.parse(formerNames) as string[],
      ...figuresOf(agency.id),
    }));
};
