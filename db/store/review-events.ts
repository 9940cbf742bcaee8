/**
 * The dated events of a review that its clocks run from and stop at: its milestones, and what its other records are evidence
 * of. A plan to publish, a publication, a take-down, a decision whether to proceed (and that others were told of it) and a
 * hand-over are each recorded once, in their own place, and count as events from there.
 */
import type { EventKind } from '../domain/codes.ts';
import type { Reader } from './database.ts';
import { countsSql } from './waiting-decisions.ts';

export type ReviewEvent = { readonly kind: EventKind; readonly date: string | null; readonly text: string | null };

/** Tables that events are read from, each with a `reviewId`. */
export const EVENT_SOURCES = ['milestones', 'publications', 'proceedDecisions', 'handOvers'] as const;

const EVENTS = `
  select kind, date, dateText as text from milestones where reviewId = @reviewId and removed is null
  union all select 'publication-planned', plannedOn, plannedText from publications
    where reviewId = @reviewId and removed is null and coalesce(plannedOn, plannedText) is not null
  union all select 'published', publishedOn, publishedText from publications
    where reviewId = @reviewId and removed is null and coalesce(publishedOn, publishedText) is not null
  union all select 'taken-down', takenDownOn, null from publications
    where reviewId = @reviewId and removed is null and takenDownOn is not null
  union all select case decision when 'proceed' then 'decided-to-proceed' else 'decided-not-to-proceed' end, decidedOn, null from proceedDecisions p
    where reviewId = @reviewId and ${countsSql('p')} and decision <> 'defer' and decidedOn is not null
  union all select 'panel-told-of-decision', toldOn, null from proceedDecisions p
    where reviewId = @reviewId and ${countsSql('p')} and decision <> 'defer' and toldOn is not null
  union all select 'handed-over', handedOverOn, null from handOvers
    where reviewId = @reviewId and removed is null and direction = 'to' and handedOverOn is not null
  order by 2, 1`;

/** In date order, undated ones first; the same event can stand twice, as a milestone and as a record. */
export const reviewEvents = (reader: Reader, reviewId: string): ReviewEvent[] =>
  reader.prepare<[{ reviewId: string }], ReviewEvent>(EVENTS).all({ reviewId });
