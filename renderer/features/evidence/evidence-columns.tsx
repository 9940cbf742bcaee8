import type { EvidenceRow } from '../../../db/contract/actions.ts';
import { dateInWords, type GridColumn } from '../../ui/index.ts';

/** The keys of columns that can be sorted by are those of the contract's sorts. */
export const evidenceColumns: readonly GridColumn<EvidenceRow>[] = [
  { key: 'what', heading: 'Evidence', minWidth: 260, sortable: true, render: ({ what }) => what },
  {
    key: 'date',
    heading: 'Dated',
    width: 152,
    tabular: true,
    sortable: true,
    render: ({ date, dateText }) => dateInWords({ date, text: dateText }),
  },
  { key: 'agency', heading: 'Agency', width: 176, sortable: true, render: ({ agency }) => agency },
  { key: 'fromWhom', heading: 'From whom', width: 176, render: ({ fromWhom }) => fromWhom },
  { key: 'heldAt', heading: 'Held at', width: 168, sortable: true, render: ({ heldAt }) => heldAt },
  {
    key: 'actions',
    heading: 'Actions',
    width: 92,
    align: 'end',
    sortable: true,
    render: ({ actions }) => actions.toLocaleString('en-GB'),
  },
  { key: 'files', heading: 'Files', width: 76, align: 'end', sortable: true, render: ({ files }) => files || '–' },
];
