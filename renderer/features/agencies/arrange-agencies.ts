import type { AgencyRow } from '../../../db/contract/agencies.ts';

export const agencySorts = [
  { key: 'name', label: 'Name' },
  { key: 'overdue', label: 'Most overdue' },
  { key: 'noUpdate', label: 'Most without an update' },
  { key: 'open', label: 'Most open' },
  { key: 'awaitingSignOff', label: 'Most awaiting sign-off' },
  { key: 'reportsDue', label: 'Most reports due' },
  { key: 'attendance', label: 'Least attendance' },
  { key: 'lastUpdateOn', label: 'Longest without an update' },
] as const;
export type AgencySort = (typeof agencySorts)[number]['key'];

const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/’/g, "'");

/** Each word typed is in a name, of now or before, in the short name or in the sector. */
const isFound = (agency: AgencyRow, find: string): boolean => {
  const text = fold([agency.name, agency.shortName, agency.sector, ...agency.formerNames].join(' '));
  return fold(find)
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** Smaller comes first; what cannot be told, such as the attendance of who was never expected, comes last. */
const rankOf = (agency: AgencyRow, sort: Exclude<AgencySort, 'name'>): number => {
  switch (sort) {
    case 'attendance':
      return agency.expected === 0 ? Number.POSITIVE_INFINITY : agency.attended / agency.expected;
    case 'lastUpdateOn':
      if (agency.open === 0) return Number.POSITIVE_INFINITY;
      return agency.lastUpdateOn === null ? 0 : Number(agency.lastUpdateOn.padEnd(10, '-01').replaceAll('-', ''));
    default:
      return -agency[sort];
  }
};

export const arrangeAgencies = (
  agencies: readonly AgencyRow[],
  find: string,
  sort: AgencySort,
): readonly AgencyRow[] => {
  const found = agencies.filter((agency) => isFound(agency, find));
  if (sort === 'name') return found;
  return found.toSorted((one, other) => {
    const [a, b] = [rankOf(one, sort), rankOf(other, sort)];
    return a === b ? one.name.localeCompare(other.name, 'en-GB') : a - b;
  });
};
