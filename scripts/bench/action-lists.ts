import type { ActionFilter } from '../../db/contract/actions.ts';
import { type ActionSort, listActions } from '../../db/service/action-list.ts';
import { today, withBoard } from './boards.ts';
import type { Finding, Measurement } from './finding.ts';
import { againstSameStatements } from './same-statements.ts';

type Question = { readonly words: string; readonly filter: ActionFilter; readonly sort: ActionSort };

const up = (by: ActionSort['by']): ActionSort => ({ by, descending: false });
const down = (by: ActionSort['by']): ActionSort => ({ by, descending: true });

const questions: readonly Question[] = [
  { words: 'all, by target', filter: {}, sort: up('target') },
  { words: 'open, by agency', filter: { open: true }, sort: up('agency') },
  { words: 'rated overdue, by review', filter: { rag: ['overdue'] }, sort: up('review') },
  { words: 'no update received, by last update', filter: { noUpdate: true }, sort: down('lastUpdate') },
  { words: 'awaiting sign-off, by times moved', filter: { awaitingSignOff: true }, sort: down('moved') },
  { words: 'with the word "audit", by RAG', filter: { find: 'audit' }, sort: up('rag') },
];

export const actionLists: Measurement = {
  name: 'action-lists',
  run: ({ big }) =>
    withBoard(big, async ({ store }) => {
      const findings: Finding[] = [];
      for (const { words, filter, sort } of questions) {
        // oxlint-disable-next-line no-await-in-loop -- what is timed must run alone
        const { a, b, ratio } = await againstSameStatements(store, (reader) =>
          listActions(reader, today, { filter, sort, offset: 0, limit: 100 }),
        );
        findings.push({
          name: `actions: ${words}`,
          values: { query: a, sameSql: b },
          unit: 'ms',
          ratio,
          limit: 2,
          how: 'the first 100 of 40,000 with both counts, against its own statements run raw; processor time',
        });
      }
      return findings;
    }),
};
