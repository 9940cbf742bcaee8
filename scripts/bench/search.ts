/**
 * Find anything, a keystroke at a time: every beginning of a fixed set of things that people type, as the page asks it, against
 * the same question put to FTS5 in the plain way (every word as a prefix, its own ranking and snippets) on the same texts with
 * no prefix indexes. The slow ones are the two- and three-letter beginnings; they are what the 95th percentile is made of.
 */
import { searchBoard } from '../../db/service/search.ts';
import type { Sqlite } from '../../db/store/database.ts';
import { withBoard } from './boards.ts';
import { readySearch } from '../../db/store/search-index.ts';
import type { Measurement } from './finding.ts';
import { median, timed } from './timing.ts';

const rounds = 3;

const typed = [
  'baby t',
  'safeguarding',
  'information sharing',
  'health visitor',
  'lcspr 2024/01',
  'rapid review',
  'police response',
  'domestic abuse',
  'supervision',
  'multi-agency audit',
  'neglect',
  'training for schools',
  'thresholds',
  'escalation',
  'strategy meeting',
  'criminal trial',
  'children’s services',
  'adult social care',
  'action plan',
  'the board',
];

/** Everything that stands in the field on the way there, from the second letter on. */
const keystrokes = typed.flatMap((words) =>
  Array.from({ length: words.length - 1 }, (_, at) => words.slice(0, at + 2)),
);

export const search: Measurement = {
  name: 'search',
  run: ({ big }) =>
    withBoard(big, async ({ store }) => {
      readySearch(store.db);
      const plain = plainSearch(store.db);
      const times: { ours: number[]; plain: number[] } = { ours: [], plain: [] };
      /* oxlint-disable no-await-in-loop -- what is timed must run alone */
      for (let round = -1; round < rounds; round += 1) {
        for (const words of keystrokes) {
          const ours = await timed(() => searchBoard(store, { typed: words, most: 5 }), 'wall');
          const theirs = await timed(() => plain(words), 'wall');
          if (round < 0) continue;
          times.ours.push(ours);
          times.plain.push(theirs);
        }
      }
      /* oxlint-enable no-await-in-loop */
      const count = store.prepare<[], number>('select count(*) from searchTexts').pluck().get() ?? 0;
      return [
        {
          name: 'search per keystroke',
          values: {
            median: median(times.ours),
            p95: percentile(times.ours, 95),
            plainMedian: median(times.plain),
            plainP95: percentile(times.plain, 95),
          },
          unit: 'ms',
          limitOn: 'p95',
          limit: 16,
          how: `${keystrokes.length} beginnings of ${typed.length} things typed, in ${count.toLocaleString('en-GB')} texts: grouped, ranked, named and with snippets, against plain FTS5 with bm25 and snippets over the same texts; wall clock`,
        },
      ];
    }),
};

/** The same texts in a plain FTS5 table, which goes with the connection. */
const plainSearch = (db: Sqlite): ((words: string) => unknown) => {
  db.exec(`create virtual table temp.plainTexts using fts5(reference, title, text);
    insert into temp.plainTexts (rowid, reference, title, text) select rowid, reference, title, text from main.searchTexts;
    insert into temp.plainTexts (plainTexts) values ('optimize')`);
  const find = db.prepare(
    `select rowid, snippet(plainTexts, -1, char(1), char(2), '…', 16) from temp.plainTexts
     where plainTexts match ? order by rank limit 50`,
  );
  return (words) => {
    const expression = (words.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"*`).join(' ');
    return expression === '' ? [] : find.all(expression);
  };
};

const percentile = (values: readonly number[], percent: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(Math.ceil((sorted.length * percent) / 100), sorted.length) - 1] ?? 0;
};
