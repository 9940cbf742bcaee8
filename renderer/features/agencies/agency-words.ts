import type { AgencyReportRow, NamesOverTime } from '../../../db/contract/agencies.ts';
import { onOrInDate } from '../../../db/domain/partial-date.ts';
import type { Tone } from '../../ui/index.ts';

/** "5 of 6 (83%)". */
export const shareAttended = (attended: number, expected: number): string =>
  expected === 0 ? 'None recorded' : `${attended} of ${expected} (${Math.round((attended / expected) * 100)}%)`;

type Succession = NamesOverTime['successors'][number];

/** "on 1 April 2013", "in 2013"; nothing when it is not known. */
export const whenSucceeded = ({ onDate }: Pick<Succession, 'onDate'>): string =>
  onDate === null ? '' : ` ${onOrInDate(onDate)}`;

type Standing = { readonly label: string; readonly tone: Tone; readonly symbol: string };

export const REPORT_STANDING: Readonly<Record<AgencyReportRow['state'], Standing>> = {
  'not-requested': { label: 'Not asked for', tone: 'grey', symbol: '–' },
  due: { label: 'Due', tone: 'amber', symbol: '◆' },
  overdue: { label: 'Overdue', tone: 'red', symbol: '▲' },
  received: { label: 'Received', tone: 'blue', symbol: '●' },
  returned: { label: 'Sent back', tone: 'amber', symbol: '↩' },
  accepted: { label: 'Accepted', tone: 'green', symbol: '✓' },
};
