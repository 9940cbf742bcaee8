/** Where deadlines are read from: one select a kind, over records that still wait. Together they are one union. */
import type { DeadlineKind } from '../domain/deadlines.ts';
import { MONTHS_TO_EMBED, MONTHS_TO_VERIFY } from '../domain/theme-routes.ts';
import { UNPUBLISHED_SQL, openDelaySql, PUBLISHED_SQL } from './publication-readings.ts';
import { NO_UPDATE, OPEN } from './rag.ts';
import { COUNTED, NOT_RELAXED } from './review-list.ts';

/** The latest day that a partial date can mean, as `latestDay` of db/domain/partial-date.ts. */
export const latestDaySql = (date: string): string =>
  `case length(${date}) when 4 then ${date} || '-12-31' when 7 then date(${date} || '-01', '+1 month', '-1 day') else ${date} end`;

/** Some months after a day, as `addMonths` of db/domain/civil-days.ts: 31 January and 1 month is the end of February. */
export const addMonthsSql = (day: string, months: number): string =>
  `min(date(${day}, '+${months} months'), date(${day}, 'start of month', '+${months + 1} months', '-1 day'))`;

export type DeadlineSource = {
  /** The id of the record. */
  readonly id: string;
  readonly date: string;
  readonly text?: string;
  /** Only where an index or a reading knows it better than `latestDaySql`. */
  readonly day?: string;
  readonly from: string;
  /** What else the row needs, by its name: `reviewId`, `actionId`, `meetingId`, `themeId`. */
  readonly of: Partial<Record<'reviewId' | 'actionId' | 'meetingId' | 'themeId', string>>;
  /** What the record itself says, read for the rows that are shown alone: SQL over `due`. */
  readonly what: string;
  /** When it counts as late, beside its day having passed. */
  readonly countsAsLate?: string;
};

/** The rows of the table first, then each one's action by its key: there are many more actions. */
const theirAction = (table: string, alias: string): string =>
  `${table} ${alias} cross join actions a on a.id = ${alias}.actionId and a.removed is null and ${OPEN}`;

/** The agency's, as it is shown beside a date. */
const agencyOf = (table: string): string =>
  `(select g.name from ${table} p join agencies g on g.id = p.agencyId where p.id = due.id)`;

const EXPECTED_TO_BE_EMBEDDED = addMonthsSql(`(${latestDaySql('w.routedOn')})`, MONTHS_TO_EMBED);
const EXPECTED_TO_BE_VERIFIED = addMonthsSql(`(${latestDaySql('w.embeddedOn')})`, MONTHS_TO_VERIFY);
const YEAR_ON_SITE_ENDS = `coalesce(p.availableUntil, ${addMonthsSql(`(${latestDaySql('p.publishedOn')})`, 12)})`;

export const DEADLINE_SOURCES: Readonly<Record<DeadlineKind, DeadlineSource>> = {
  clock: {
    id: 'k.id',
    // An event that is not known to the day gives no due date that is.
    date: `case when length(f.startedOn) < 10 and k.overrideDueOn is null then substr(f.dueOn, 1, 7) else f.dueOn end`,
    day: 'f.dueOn',
    from: `clockFacts f join clocks k on k.id = f.clockId join reviews r on r.id = f.reviewId join stages g on g.id = r.stageId
      where f.dueOn is not null and (f.stoppedOn is null or f.stoppedOn > @today) and k.removed is null
        and k.stopsAt not in ('taken-down', 'website-until') and r.removed is null and ${COUNTED}`,
    of: { reviewId: 'f.reviewId' },
    what: '(select k.name from clocks k where k.id = due.id)',
    countsAsLate: NOT_RELAXED,
  },
  forecast: {
    id: 'm.id',
    date: 'coalesce(m.date, m.forecast)',
    text: 'case when m.date is null then m.forecastText else m.dateText end',
    from: `milestones m join reviews r on r.id = m.reviewId join stages g on g.id = r.stageId
      where m.removed is null and r.removed is null and ${COUNTED}
        and ((m.date is null and m.dateText is null and coalesce(m.forecast, m.forecastText) is not null) or m.date > @today)
        and not (m.kind = 'published' and ${PUBLISHED_SQL})`,
    of: { reviewId: 'm.reviewId' },
    what: '(select m.kind from milestones m where m.id = due.id)',
  },
  action: {
    id: 'a.id',
    date: 'a.targetDate',
    text: 'a.targetText',
    day: 'a.targetDay',
    from: `actions a where a.removed is null and ${OPEN}`,
    of: { reviewId: 'a.reviewId', actionId: 'a.id' },
    what: '(select a.text from actions a where a.id = due.id)',
  },
  'action-milestone': {
    id: 'n.id',
    date: 'n.targetDate',
    text: 'n.targetText',
    from: `${theirAction('actionMilestones', 'n')} where n.removed is null and n.doneOn is null`,
    of: { reviewId: 'a.reviewId', actionId: 'a.id' },
    what: '(select n.text from actionMilestones n where n.id = due.id)',
  },
  'update-request': {
    id: 'u.id',
    date: 'u.dueOn',
    from: `${theirAction('updateRequests', 'u')} cross join actionFacts f on f.actionId = a.id
      where u.removed is null and u.dueOn is not null and u.requestedOn = f.lastRequestedOn and ${NO_UPDATE}`,
    of: { reviewId: 'a.reviewId', actionId: 'a.id' },
    what: `coalesce(${agencyOf('updateRequests')}, (select g.name from actions a join agencies g on g.id = a.leadAgencyId where a.id = due.actionId))`,
  },
  'agency-report': {
    id: 'p.id',
    date: 'p.dueOn',
    from: `agencyReports p join reviews r on r.id = p.reviewId where p.removed is null and r.removed is null and p.receivedOn is null`,
    of: { reviewId: 'p.reviewId' },
    what: agencyOf('agencyReports'),
  },
  'accuracy-round': {
    id: 'p.id',
    date: 'p.dueOn',
    from: `accuracyRounds p join reviews r on r.id = p.reviewId where p.removed is null and r.removed is null and p.returnedOn is null`,
    of: { reviewId: 'p.reviewId' },
    what: agencyOf('accuracyRounds'),
  },
  'delay-review': {
    id: 'd.id',
    date: 'd.nextReviewOn',
    from: `publicationDelays d join reviews r on r.id = d.reviewId where r.removed is null and ${openDelaySql('d')}`,
    of: { reviewId: 'd.reviewId' },
    what: `''`,
  },
  'delay-end': {
    id: 'd.id',
    date: 'd.expectedEndOn',
    from: `publicationDelays d join reviews r on r.id = d.reviewId where r.removed is null and ${openDelaySql('d')}`,
    of: { reviewId: 'd.reviewId' },
    what: '(select d.expectedEndEvent from publicationDelays d where d.id = due.id)',
  },
  publication: {
    id: 'p.id',
    date: 'p.plannedOn',
    text: 'p.plannedText',
    from: `publications p join reviews r on r.id = p.reviewId where p.removed is null and r.removed is null and ${UNPUBLISHED_SQL}`,
    of: { reviewId: 'p.reviewId' },
    what: `''`,
    // What delays it is said with the delay.
    countsAsLate: `not exists (select 1 from publicationDelays d where d.reviewId = r.id and ${openDelaySql('d')})`,
  },
  'website-until': {
    id: 'p.id',
    date: YEAR_ON_SITE_ENDS,
    from: `publications p join reviews r on r.id = p.reviewId where p.removed is null and r.removed is null and p.publishedOn is not null
      and p.takenDownOn is null and ${PUBLISHED_SQL}`,
    of: { reviewId: 'p.reviewId' },
    what: `''`,
    countsAsLate: '0',
  },
  meeting: {
    id: 'm.id',
    date: 'm.date',
    text: 'm.dateText',
    from: `meetings m where m.removed is null and m.state in ('planned', 'held')`,
    of: { meetingId: 'm.id' },
    what: `(select coalesce(nullif(m.title, ''), b.name) || case m.provisional when 1 then ', provisional' else '' end
      from meetings m join bodies b on b.id = m.bodyId where m.id = due.id)`,
    countsAsLate: '0',
  },
  'paper-deadline': {
    id: 'm.id',
    date: 'm.paperDeadline',
    from: `meetings m where m.removed is null and m.state = 'planned'`,
    of: { meetingId: 'm.id' },
    what: `(select coalesce(nullif(m.title, ''), b.name) from meetings m join bodies b on b.id = m.bodyId where m.id = due.id)`,
    countsAsLate: '0',
  },
  'hand-over': {
    id: 'h.id',
    date: 'h.deadline',
    text: 'h.deadlineText',
    from: `handOvers h join reviews r on r.id = h.reviewId where h.removed is null and r.removed is null and h.handedOverOn is null and h.direction = 'to'`,
    of: { reviewId: 'h.reviewId' },
    what: '(select h.body from handOvers h where h.id = due.id)',
  },
  'impact-check': {
    id: 'i.id',
    date: 'i.plannedOn',
    from: `impactChecks i left join reviews r on r.id = i.reviewId where i.removed is null and r.removed is null and i.checkedOn is null`,
    of: { reviewId: 'i.reviewId', actionId: 'i.actionId', themeId: 'i.themeId' },
    what: '(select i.question from impactChecks i where i.id = due.id)',
  },
  'theme-task': {
    id: 'w.id',
    date: `case when w.embeddedOn is null then ${EXPECTED_TO_BE_EMBEDDED} else ${EXPECTED_TO_BE_VERIFIED} end`,
    from: `themeRoutes w join themes t on t.id = w.themeId where w.removed is null and t.removed is null and w.verifiedOn is null`,
    of: { themeId: 'w.themeId' },
    what: `(select (case when w.embeddedOn is null then 'To embed: ' else 'To verify: ' end) || t.name from themeRoutes w join themes t on t.id = w.themeId where w.id = due.id)`,
  },
  'retention-review': {
    id: 'q.id',
    date: 'q.retentionReviewOn',
    from: `(select id, id as reviewId, retentionReviewOn from reviews where removed is null and retentionReviewOn is not null
      union all select c.id, (select min(r.id) from reviews r where r.caseId = c.id and r.removed is null), c.retentionReviewOn
        from cases c where c.removed is null and c.retentionReviewOn is not null) q where q.reviewId is not null`,
    of: { reviewId: 'q.reviewId' },
    what: `case when due.id = due.reviewId then 'review' else 'case' end`,
  },
};
