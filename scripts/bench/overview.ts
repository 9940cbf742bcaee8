import { readOverview } from '../../db/service/overview.ts';
import { readCalendar } from '../../db/store/facts.ts';
import { today, withBoard } from './boards.ts';
import type { Measurement } from './finding.ts';
import { againstSameStatements } from './same-statements.ts';

export const overview: Measurement = {
  name: 'overview',
  run: ({ big }) =>
    withBoard(big, async ({ store }) => {
      const calendar = readCalendar(store.db);
      if (calendar === null) throw new Error('the sample board has a nation');
      const { a, b, ratio } = await againstSameStatements(store, (reader) => readOverview(reader, today, calendar));
      return [
        {
          name: 'overview',
          values: { query: a, sameSql: b },
          unit: 'ms',
          ratio,
          limit: 2,
          how: 'the whole overview of 2,000 reviews and 40,000 actions, against its own statements run raw; processor time',
        },
      ];
    }),
};
