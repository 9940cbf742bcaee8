import type { SilentAgency } from '../contract/chasing.ts';
import { daysBetween } from '../domain/partial-date.ts';
import type { Reader } from './context.ts';
import { NO_UPDATE, OPEN } from './rag.ts';

type Stored = Omit<SilentAgency, 'daysSilent'>;

/**
 * By agency: what it has open, what it was asked and did not answer, and since when. An agency is silent since the oldest request
 * that one of its open actions still waits for an answer to; asking again does not set that back.
 */
const SILENT = `with open as materialized (
    select a.id, a.leadAgencyId as agencyId, a.targetDay, f.lastUpdateOn, ${NO_UPDATE} as noUpdate
    from actions a left join actionFacts f on f.actionId = a.id
    where a.removed is null and ${OPEN} and a.leadAgencyId is not null),
  led as (
    select agencyId, count(*) as open, sum(noUpdate) as noUpdate, sum(targetDay < @today) as overdue, max(lastUpdateOn) as lastUpdateOn
    from open group by agencyId),
  joint as (
    select j.agencyId, count(distinct a.id) as joint from actionJointLeads j join actions a on a.id = j.actionId
    where j.removed is null and a.removed is null and ${OPEN} and a.leadAgencyId is not j.agencyId group by j.agencyId),
  waiting as (
    select o.agencyId, min(q.requestedOn) as silentSince
    from open o join updateRequests q on q.actionId = o.id and q.removed is null
    where o.noUpdate and (o.lastUpdateOn is null or o.lastUpdateOn < substr(q.requestedOn, 1, length(o.lastUpdateOn)))
    group by o.agencyId),
  asked as (
    -- SQLite takes the other columns from the row that has the greatest value.
    select agencyId, requestedOn as lastRequestedOn, dueOn, max(requestedOn || id)
    from updateRequests where removed is null and agencyId is not null group by agencyId)
  select g.id as agencyId, g.name as agency, g.contactPost, coalesce(l.open, 0) as open, coalesce(l.noUpdate, 0) as noUpdate,
    coalesce(l.overdue, 0) as overdue, coalesce(j.joint, 0) as joint, q.lastRequestedOn, q.dueOn, l.lastUpdateOn, w.silentSince
  from agencies g left join led l on l.agencyId = g.id left join joint j on j.agencyId = g.id
    left join waiting w on w.agencyId = g.id left join asked q on q.agencyId = g.id
  where g.removed is null and (l.open > 0 or j.joint > 0)
  order by w.silentSince nulls last, l.noUpdate desc, g.name, g.id`;

export const silentAgencies = (reader: Reader, today: string): SilentAgency[] =>
  reader
    .prepare<[{ today: string }], Stored>(SILENT)
    .all({ today })
    .map((row) => ({ ...row, daysSilent: row.silentSince === null ? null : daysBetween(row.silentSince, today) }));

/** Open actions that no agency leads: nobody can be asked about them. */
export const openWithoutLead = (reader: Reader): number =>
  reader
    .prepare<[], { n: number }>(
      `select count(*) as n from actions a where a.removed is null and ${OPEN} and a.leadAgencyId is null`,
    )
    .get()?.n ?? 0;

/** Condition on `a`: the agency @agencyId leads it, alone or jointly. */
export const LED_BY_AGENCY = `(a.leadAgencyId = @agencyId or a.id in
  (select j.actionId from actionJointLeads j where j.agencyId = @agencyId and j.removed is null))`;
