import { writeXlsx } from 'hucre/xlsx';
import { ACTION_STATE_LABELS } from '../../db/domain/codes.ts';
import { packToXlsx } from '../../db/packs/xlsx.ts';
import type { Pack, PackCell, PackTable } from '../../db/packs/model.ts';
import { column, date, number, rag, target, text } from '../../db/packs/sections/cells.ts';
import { actionsWhere } from '../../db/service/action-list.ts';
import { packOf } from '../../db/service/packs.ts';
import { boardScheme } from '../../db/service/rag.ts';
import type { Store } from '../../db/store/store.ts';
import { today, withBoard } from './boards.ts';
import type { Measurement } from './finding.ts';
import { packOptions } from './pack-options.ts';
import { alternated } from './timing.ts';

export const workbook: Measurement = {
  name: 'workbook',
  run: ({ big }) =>
    withBoard(big, async ({ store }) => {
      const table = allActions(store);
      const pack: Pack = {
        ...packOf(store, packOptions(['cover'])),
        sections: [{ id: 'actions', heading: 'Actions', blocks: [table] }],
      };
      const { a, b, ratio } = await alternated(
        () => packToXlsx(pack),
        () => libraryAlone(table),
        { rounds: 5, warmUp: 2, clock: 'cpu' },
      );
      return [
        {
          name: `workbook of ${table.rows.length.toLocaleString('en-GB')} actions`,
          values: { ours: a, libraryAlone: b },
          unit: 'ms',
          ratio,
          limit: 1.3,
          how: 'with styles, real dates, filters, heights and print set-up, against the library writing the same cells bare; processor time',
        },
      ];
    }),
};

/** Every action of the board, in the columns in which a pack lists actions. */
const allActions = (store: Store): PackTable => {
  const { levels } = boardScheme(store);
  return {
    kind: 'table',
    id: 'all-actions',
    caption: 'All actions',
    columns: [
      column('plan', 'Plan', 'text', 3),
      column('number', 'No.', 'text', 1.5),
      column('action', 'Action', 'text', 7),
      column('agency', 'Lead agency', 'text', 4),
      column('target', 'Target', 'date', 3),
      column('late', 'Days late', 'number', 2),
      column('state', 'State', 'text', 3),
      column('rag', 'RAG', 'rag', 3),
      column('update', 'Last update', 'date', 3),
    ],
    rows: actionsWhere(store, today, 'true').map((row) => [
      text(row.origin),
      text(row.number),
      text(row.text),
      text(row.leadAgency),
      target(row),
      number(row.daysLate),
      text(ACTION_STATE_LABELS[row.state]),
      rag(row.rag, levels),
      date(row.lastUpdateOn),
    ]),
    nil: 'There are no actions.',
  };
};

const libraryAlone = (table: PackTable): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name: 'Actions',
        rows: [table.columns.map((column) => column.heading), ...table.rows.map((row) => row.map(bareValue))],
      },
    ],
  });

const bareValue = (cell: PackCell): string | number => (cell.kind === 'number' ? (cell.value ?? cell.text) : cell.text);
