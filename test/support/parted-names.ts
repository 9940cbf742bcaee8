/** What waits of LCSPR 2025/02: the numbers of its actions. */
export const APART = {
  review: 'LCSPR 2025/02',
  longText: '1.1',
  state: '1.2',
  lead: '1.4',
  removed: '2.3',
  target: '3.1',
} as const;
