import { readMatrix } from '../../db/service/theme-matrix.ts';
import { readThemeTree } from '../../db/service/theme-tree.ts';
import { today, withBoard } from './boards.ts';
import type { Measurement } from './finding.ts';
import { againstSameStatements } from './same-statements.ts';

export const themeMatrix: Measurement = {
  name: 'theme-matrix',
  run: ({ big }) =>
    withBoard(big, async ({ store }) => {
      const matrix = await againstSameStatements(store, (reader) =>
        readMatrix(reader, today, { filter: {}, sort: 'newest' }),
      );
      const tree = await againstSameStatements(store, (reader) => readThemeTree(reader, today));
      return [
        {
          name: 'theme × review matrix',
          values: { query: matrix.a, sameSql: matrix.b },
          unit: 'ms',
          ratio: matrix.ratio,
          limit: 2,
          how: 'all cells of 2,000 reviews and 59 themes, against its own statements run raw; processor time',
        },
        {
          name: 'tree of themes',
          values: { query: tree.a, sameSql: tree.b },
          unit: 'ms',
          ratio: tree.ratio,
          limit: 2,
          how: 'the figures and recurrence of 59 themes over 2,000 reviews and 40,000 actions, against its own statements run raw; processor time',
        },
      ];
    }),
};
