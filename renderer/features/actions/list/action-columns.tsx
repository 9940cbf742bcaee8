import type { ActionRow } from '../../../../db/contract/actions.ts';
import type { BoardData } from '../../../../db/contract/board.ts';
import { ACTION_STATE_LABELS } from '../../../../db/domain/codes.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import type { GridColumn } from '../../../ui/index.ts';
import { latenessWords, ownerWords, targetWords } from '../action-words.ts';
import { RagPill } from '../RagPill.tsx';
import type { RagLevels } from '../use-rag-levels.ts';

export type ActionColumn = GridColumn<ActionRow> & {
  readonly isFixed?: boolean;
  /** Left out until the person asks for it. */
  readonly isSpare?: boolean;
};

/** The keys of columns that can be sorted by are those of the contract's sorts. */
export const actionColumns = (levels: RagLevels, meetings: BoardData['meetings']): readonly ActionColumn[] => [
  {
    key: 'number',
    heading: 'Number',
    width: 92,
    tabular: true,
    sortable: true,
    isFixed: true,
    render: (row) => row.number,
  },
  { key: 'review', heading: 'Comes from', width: 128, sortable: true, render: (row) => row.origin },
  { key: 'text', heading: 'Action', minWidth: 260, isFixed: true, render: (row) => row.text },
  {
    key: 'rag',
    heading: 'RAG',
    width: 172,
    sortable: true,
    render: (row) =>
      row.rag !== null && (
        <>
          <RagPill code={row.rag} levels={levels} />
          {row.ragFrom === 'confirmed' && <span className="action-confirmed">confirmed</span>}
        </>
      ),
  },
  {
    key: 'target',
    heading: 'Target',
    width: 152,
    tabular: true,
    sortable: true,
    render: (row) => targetWords(row, meetings),
  },
  { key: 'late', heading: 'Lateness', width: 168, render: (row) => latenessWords(row) },
  { key: 'agency', heading: 'Lead agency', width: 168, sortable: true, render: (row) => row.leadAgency },
  { key: 'state', heading: 'State', width: 144, sortable: true, render: (row) => ACTION_STATE_LABELS[row.state] },
  {
    key: 'lastUpdate',
    heading: 'Last update',
    width: 152,
    tabular: true,
    sortable: true,
    render: (row) => formatDate(row.lastUpdateOn),
  },
  {
    key: 'moved',
    heading: 'Times moved',
    width: 104,
    align: 'end',
    sortable: true,
    isSpare: true,
    render: (row) => row.timesMoved,
  },
  {
    key: 'asserted',
    heading: 'Agency’s view',
    width: 136,
    isSpare: true,
    render: (row) => row.ragAsserted !== null && <RagPill code={row.ragAsserted} levels={levels} />,
  },
  { key: 'owner', heading: 'Owner', width: 168, isSpare: true, render: ownerWords },
  {
    key: 'recommendation',
    heading: 'Recommendation',
    width: 128,
    tabular: true,
    isSpare: true,
    render: (row) => row.recommendationNumber,
  },
  {
    key: 'evidence',
    heading: 'Evidence',
    width: 88,
    align: 'end',
    isSpare: true,
    render: (row) => row.evidenceCount,
  },
  {
    key: 'requested',
    heading: 'Last asked',
    width: 152,
    tabular: true,
    isSpare: true,
    render: (row) => formatDate(row.lastRequestedOn),
  },
];
