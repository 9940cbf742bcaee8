import type { TimelineRow } from '../../../../db/contract/reviews.ts';
import { EVENT_KIND_LABELS } from '../../../../db/domain/codes.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';

type Event = TimelineRow['events'][number];
type Clock = TimelineRow['clocks'][number];
type Delay = TimelineRow['delays'][number];

export const eventWords = ({ kind, text, imprecise }: Event): string =>
  `${EVENT_KIND_LABELS[kind]}: ${text}${imprecise ? ' (not known to the day)' : ''}`;

/** "Rapid review completed: late, was due 8 May 2020, ran from 17 April 2020, not stopped yet". */
export const clockWords = ({ name, from, due, stopped, late }: Clock): string =>
  [
    late ? `${name}: late, was due ${formatDate(due)}` : `${name}: due ${formatDate(due)}`,
    `ran from ${formatDate(from)}`,
    stopped === null ? 'not stopped yet' : `stopped ${formatDate(stopped)}`,
  ].join(', ');

export const delayWords = ({ reason, from, until }: Delay): string =>
  `${reason || 'No reason recorded'}: from ${formatDate(from)} ${until === null ? 'until now' : `to ${formatDate(until)}`}`;

/** Everything the row draws, for those who hear it. */
export const rowWords = (row: TimelineRow): string =>
  [
    `${row.label || 'No label'} ${row.reference} · ${row.stage}, ${row.typeShortName}`,
    row.clocks.length > 0 ? `Clocks: ${row.clocks.map(clockWords).join('; ')}` : 'No clock',
    row.delays.length > 0 ? `Publication delays: ${row.delays.map(delayWords).join('; ')}` : '',
    row.events.length > 0 ? `Events: ${row.events.map(eventWords).join('; ')}` : 'No dated event',
  ]
    .filter(Boolean)
    .join('. ');
