import type { PublicationDecision } from '../domain/codes.ts';
import { type PublicationReading, readPublication } from '../domain/publication.ts';
import type { Row } from '../store/tables.ts';
import { countsSql, waitsSql } from '../store/waiting-decisions.ts';
import type { Reader } from './context.ts';

export type DelayReason = {
  readonly id: string;
  readonly name: string;
  readonly phrase: string;
  readonly code: string;
};
export type Delay = Row<'publicationDelays'> & {
  readonly reasons: readonly DelayReason[];
  readonly notices: readonly Row<'delayNotices'>[];
};

/** `waits`: it does not count until it is settled. */
export type PublicationDecisionRow = Row<'publicationDecisions'> & { readonly waits: boolean };

export type ReviewPublication = {
  readonly reviewId: string;
  readonly record: Row<'publications'> | null;
  readonly decisions: readonly PublicationDecisionRow[];
  readonly delays: readonly Delay[];
  readonly completedOn: string | null;
  readonly reading: PublicationReading;
};

/** By the id of the review. */
export type Publications = ReadonlyMap<string, ReviewPublication>;

/**
 * The rule of db/domain/publication.ts in SQL, where many reviews are asked at once (a test holds the two together). `r` is the
 * review; @today the day. A partial date has happened when its first day has come.
 */
const happenedSql = (date: string): string => `(${date} is not null and ${date} <= substr(@today, 1, length(${date})))`;

const DECIDED_AGAINST_SQL = `coalesce((select d.decision from publicationDecisions d where d.reviewId = r.id and ${countsSql('d')}
  order by d.decidedOn is null, d.decidedOn desc, d.id desc limit 1), '') = 'not-to-be-published'`;

/** It was published, whether or not it was taken down since. */
export const PUBLISHED_SQL = `exists (select 1 from publications o where o.reviewId = r.id and o.removed is null and ${happenedSql('o.publishedOn')})`;

/** Neither published at any time nor decided against. */
export const UNPUBLISHED_SQL = `not ${PUBLISHED_SQL} and not ${DECIDED_AGAINST_SQL}
  and not exists (select 1 from publications o where o.reviewId = r.id and o.removed is null and ${happenedSql('o.takenDownOn')})`;

/** A delay that has begun and not ended, of a report whose publication is not settled. */
export const openDelaySql = (delay: string): string =>
  `${delay}.removed is null and (${delay}.since is null or ${happenedSql(`${delay}.since`)}) and not ${happenedSql(`${delay}.endedOn`)}
    and not ${PUBLISHED_SQL} and not ${DECIDED_AGAINST_SQL}`;

const by = <T, K extends keyof T>(rows: readonly T[], key: K): ReadonlyMap<T[K], readonly T[]> => {
  const groups = new Map<T[K], T[]>();
  for (const row of rows) {
    const group = groups.get(row[key]);
    if (group === undefined) groups.set(row[key], [row]);
    else group.push(row);
  }
  return groups;
};

/** Where publication stands: of one review, or of all of them. */
export const readPublications = (reader: Reader, today: string, reviewId: string | null = null): Publications => {
  const of = <T>(sql: string): T[] => reader.prepare<[{ reviewId: string | null }], T>(sql).all({ reviewId });
  const mine = '(@reviewId is null or reviewId = @reviewId) and removed is null';
  const reviews = of<{ id: string; completedOn: string | null; isComplete: number }>(
    `select r.id, (select min(m.date) from milestones m where m.reviewId = r.id and m.kind = 'completed' and m.removed is null) as completedOn,
       g.kind in ('complete', 'closed') as isComplete
     from reviews r join stages g on g.id = r.stageId where (@reviewId is null or r.id = @reviewId) and r.removed is null`,
  );
  const records = by(of<Row<'publications'>>(`select * from publications where ${mine} order by id`), 'reviewId');
  const decisions = by(
    of<Row<'publicationDecisions'> & { waits: number }>(
      `select d.*, ${waitsSql('d')} as waits from publicationDecisions d where ${mine} order by decidedOn is null desc, decidedOn, id`,
    ).map((row) => ({ ...row, waits: row.waits === 1 })),
    'reviewId',
  );
  const delays = by(
    of<Row<'publicationDelays'>>(`select * from publicationDelays where ${mine} order by since, id`),
    'reviewId',
  );
  const reasons = by(
    of<DelayReason & { publicationDelayId: string }>(
      `select l.publicationDelayId, d.id, d.name, d.phrase, d.code from publicationDelayReasons l
       join delayReasons d on d.id = l.delayReasonId join publicationDelays p on p.id = l.publicationDelayId
       where l.removed is null and (@reviewId is null or p.reviewId = @reviewId) order by d.position, d.id`,
    ),
    'publicationDelayId',
  );
  const notices = by(
    of<Row<'delayNotices'>>(
      `select n.* from delayNotices n join publicationDelays p on p.id = n.publicationDelayId
       where n.removed is null and (@reviewId is null or p.reviewId = @reviewId) order by n.toldOn, n.id`,
    ),
    'publicationDelayId',
  );
  return new Map(
    reviews.map(({ id, completedOn, isComplete }) => {
      const full = (delays.get(id) ?? []).map((delay) => ({
        ...delay,
        reasons: (reasons.get(delay.id) ?? []).map(({ publicationDelayId: _, ...reason }) => reason),
        notices: notices.get(delay.id) ?? [],
      }));
      const record = records.get(id)?.[0] ?? null;
      const made = decisions.get(id) ?? [];
      const reading = readPublication({
        decisions: made.map(({ decision, decidedOn, waits }) => ({
          decision: decision as PublicationDecision,
          decidedOn,
          waits,
        })),
        publication: record,
        delays: full.map((delay) => ({ ...delay, reasons: delay.reasons.map((reason) => reason.phrase) })),
        // A stage says that it is complete also where nobody knows since when.
        completedOn: completedOn ?? (isComplete === 1 ? today : null),
        today,
      });
      return [id, { reviewId: id, record, decisions: made, delays: full, completedOn, reading }];
    }),
  );
};

/** A delay as the contract says it. */
export const delayRow = (publication: ReviewPublication, delay: Delay) => {
  const reading = publication.reading.delays[publication.delays.indexOf(delay)];
  return {
    ...delay,
    reasons: delay.reasons.map(({ id, name, phrase }) => ({ id, name, phrase })),
    notices: [...delay.notices],
    days: reading?.days ?? null,
    reviewOverdue: reading?.reviewOverdue ?? false,
    endPassed: reading?.endPassed ?? false,
    words: reading?.words ?? '',
  };
};
