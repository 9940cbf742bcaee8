import { historyOfRecord } from '../../db/service/history-reading.ts';
import { replayInSteps } from '../../db/store/as-at.ts';
import { END_OF_LOG, endOfDay } from '../../db/store/log-end.ts';
import type { Store } from '../../db/store/store.ts';
import { addDays } from '../../db/domain/partial-date.ts';
import { inTemporaryFolder, today, withBoard } from './boards.ts';
import type { Finding, Measurement } from './finding.ts';
import { againstSameStatements } from './same-statements.ts';

const changes = 5000;
const page = { field: null, offset: 0, limit: 50 };

/** The history of one record with thousands of changes, and the way back to an earlier day. On a copy: it is written to. */
export const history: Measurement = {
  name: 'history',
  run: ({ big }) =>
    inTemporaryFolder(
      (_, board) =>
        withBoard(board, async ({ store }) => {
          const rowId = changedOften(store);
          const { a, b, ratio } = await againstSameStatements(store, (reader) =>
            historyOfRecord({ log: reader, rows: reader, until: END_OF_LOG, isPast: false }, { ...page, rowId }),
          );
          const first: Finding = {
            name: 'history of a record with 5,000 changes',
            values: { firstPage: a, sameSql: b },
            unit: 'ms',
            ratio,
            limit: 2,
            how: 'the newest 50 changes of an action on the big board, told in words, against its own statements run raw; processor time',
          };
          return [first, lookBack(store)];
        }),
      big,
    ),
};

/** The action with the number of times its text was changed, each an operation of its own. */
const changedOften = (store: Store): string => {
  const rowId =
    store.prepare<[], { id: string }>('select id from actions where removed is null limit 1').get()?.id ?? '';
  store.db.pragma('synchronous = OFF');
  for (let at = 0; at < changes; at += 1) {
    store.operation({ kind: 'edit-action' }, (write) =>
      write.update('actions', rowId, { text: `Wording ${at} of the action` }),
    );
  }
  return rowId;
};

const lookBack = (store: Store): Finding => {
  const from = performance.now();
  const steps = replayInSteps(store.db, endOfDay(addDays(today, -1)));
  let longestStep = 0;
  for (let last = from; ; ) {
    const step = steps.next();
    const now = performance.now();
    longestStep = Math.max(longestStep, now - last);
    last = now;
    if (step.done) {
      step.value.close();
      break;
    }
  }
  return {
    name: 'the board as at an earlier day',
    values: { replay: performance.now() - from, longestStep },
    unit: 'ms',
    how: 'the log of the big board replayed into memory until yesterday, and the longest time between two chances to cancel; wall clock',
  };
};
