import type { RequestSheet } from '../../db/packs/request-sheet.ts';
import { rowReference } from '../../db/service/row-reference.ts';

export const BOARD_ID = '01980000-0000-7000-8000-0000000000b0';

/** A request sheet of three actions. */
export const requestSheet = (part: Partial<RequestSheet> = {}): RequestSheet => ({
  board: { id: BOARD_ID, name: 'Exampleshire Safeguarding Children Partnership' },
  agency: { id: '01980000-0000-7000-8000-0000000000a0', name: 'Example Police' },
  request: 'R-TEST-0001',
  marking: 'OFFICIAL-SENSITIVE',
  askedOn: '2026-11-23',
  dueOn: '2026-12-11',
  states: ['Not started', 'In progress', 'Reported complete'],
  ratings: [
    { label: 'On time', rule: 'The target date is not near.' },
    { label: 'Overdue', rule: '' },
  ],
  rows: ['1', '2', '3'].map((number) => ({
    reference: rowReference(BOARD_ID, 'R-TEST-0001', `action ${number}`),
    origin: 'LCSPR 2026/01',
    number,
    action: `Write and share the guidance, part ${number}`,
    target: '31 January 2027',
    state: 'Not started',
    lastUpdate: 'None yet',
  })),
  ...part,
});
