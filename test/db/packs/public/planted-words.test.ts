/**
 * Unmistakable words in every text of every recorded table, unmistakable days in every date: none of them may be in a public pack of
 * any format, but for those that are public. The schema itself says which columns there are, so one that is added later is planted too.
 */
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACK_SECTIONS, packOptions, type PackOptionsGiven } from '../../../../db/contract/packs.ts';
import { PACK_FORMATS } from '../../../../db/packs/formats.ts';
import type { Pack } from '../../../../db/packs/model.ts';
import { packFileName, packOf } from '../../../../db/service/packs.ts';
import type { Writer } from '../../../../db/store/store.ts';
import type { RecordedTable } from '../../../../db/store/tables.ts';
import { openSharedBoard, type TestBoard } from '../../../support/board.ts';
import { addRowToEveryTable, type MadeRow } from '../../../support/every-table.ts';

/** One of each kind of review, with everything that can be recorded around it. */
const KINDS = ['unpublished', 'limited', 'published'] as const;
type Kind = (typeof KINDS)[number];

/** A day that is nowhere in a public pack, and the months and days that are. */
const HIDDEN_DAY = '1987-10-23';
const TARGET_DAY = '1991-07-19';
const PUBLISHED_DAY = '2021-03-04';

/** What of each a public pack may say; everything else that is planted must be in none. */
const ALLOWED: Readonly<Record<Kind, readonly string[]>> = {
  // The name of its type and of the reason for its delay, as the name of a count.
  unpublished: ['reviewTypes name', 'delayReasons name', 'externalReports title'],
  limited: ['reviewTypes name', 'externalReports title'],
  published: [
    'reviews reference',
    'publications place',
    'reviewTypes name',
    'agencies name',
    'themes name',
    'externalReports title',
    'releasedTexts text',
    'released recommendation',
    'released action',
    'released of the report',
  ],
};

type Planted = { readonly kind: Kind; readonly what: string };
const planted = new Map<string, Planted>();
const wordFor = (kind: Kind, what: string): string => {
  const word = `Quorble${planted.size}vex`;
  planted.set(word, { kind, what });
  return word;
};

let board: TestBoard & { close(): void };
/** Of every planted row: an id says when its row was recorded. */
const ids: string[] = [];
let unpublishedReviewId = '';
let agencyId = '';

const plant = (kind: Kind, write: Writer): void => {
  const rows = addRowToEveryTable(board.store.db, write, (table, column) => wordFor(kind, `${table} ${column}`), [
    'boards',
  ]);
  const idOf = (table: RecordedTable): string => rows.find((row) => row.table === table)?.id ?? '';
  for (const row of rows) hideDays(write, row);
  ids.push(...rows.map(({ id }) => id));
  const isOut = kind !== 'unpublished';
  write.update('publications', idOf('publications'), {
    publishedOn: isOut ? PUBLISHED_DAY : null,
    takenDownOn: null,
    ...(kind === 'published' && { audience: '', availableUntil: null }),
  });
  write.update('publicationDelays', idOf('publicationDelays'), { endedOn: null });
  write.update('externalReports', idOf('externalReports'), { publishedOn: PUBLISHED_DAY });
  write.update('actions', idOf('actions'), { targetDate: TARGET_DAY });
  // The planted words about the review as a whole stand in the row made above.
  const released = (record: object, what: string): string =>
    write.insert('releasedTexts', {
      text: wordFor(kind, what),
      releasedOn: HIDDEN_DAY,
      releasedBy: wordFor(kind, 'who released'),
      ...record,
    });
  released({ recommendationId: idOf('recommendations') }, 'released recommendation');
  released({ actionId: idOf('actions') }, 'released action');
  // A plan that answers the report, released for the published kind alone.
  const ofReport = write.insert('recommendations', {
    externalReportId: idOf('externalReports'),
    number: wordFor(kind, 'report recommendation number'),
    text: wordFor(kind, 'report recommendation text'),
  });
  if (kind === 'published') released({ recommendationId: ofReport }, 'released of the report');
  if (kind === 'unpublished') {
    unpublishedReviewId = idOf('reviews');
    agencyId = idOf('agencies');
  }
};

const hideDays = (write: Writer, { table, id }: MadeRow): void => {
  const row = write.db.prepare<[string], Record<string, unknown>>(`select * from ${table} where id = ?`).get(id) ?? {};
  const days = Object.entries(row).flatMap(([column, value]) =>
    value === PUBLISHED_DAY && column !== 'targetDay' ? [[column, HIDDEN_DAY] as const] : [],
  );
  if (days.length > 0) write.update(table, id, Object.fromEntries(days));
};

beforeAll(async () => {
  board = await openSharedBoard();
  board.store.operation({ kind: 'import' }, (write) => {
    for (const kind of KINDS) plant(kind, write);
  });
});
afterAll(() => board.close());

const optionsFor = (audience: 'public' | 'board'): PackOptionsGiven => ({
  title: 'Yearly summary',
  body: 'Executive group',
  meetingDate: '2026-12-01',
  purpose: 'information',
  marking: 'OFFICIAL',
  sections: [...PACK_SECTIONS],
  audience,
  ...(audience === 'board' && { reviewId: unpublishedReviewId, agencyId }),
});

/** All that a file holds: its parts where it is a zip, by their names, and their properties among them. */
const textOf = (bytes: Uint8Array): string => {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return strFromU8(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${textOf(part)}`)
    .join('\n');
};

const foundIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...planted]
      .filter(([word]) => text.toLowerCase().includes(word.toLowerCase()))
      .map(([, { kind, what }]) => `${kind}: ${what}`),
  );

const allowed = new Set(KINDS.flatMap((kind) => ALLOWED[kind].map((what) => `${kind}: ${what}`)));

/** 23 October 1987 and 19 July 1991 however they may be written; the last are the days as a spreadsheet counts them. */
const DAYS =
  /1987|23\/10\/87|October 87|19(?:th)? July 1991|1991-07-19|19\/0?7\/(?:19)?91|[^0-9]3207[0-9][^0-9]|[^0-9]33438[^0-9]/;

describe('a public pack', () => {
  let pack: Pack;
  beforeAll(() => {
    pack = packOf(board.store, optionsFor('public'));
  });

  it.each(Object.keys(PACK_FORMATS) as (keyof typeof PACK_FORMATS)[])(
    'holds, as %s, nothing that was planted but what is public',
    async (format) => {
      const text = textOf(await PACK_FORMATS[format].write(pack));
      // CSV is tables only: what is released about a review as a whole is a paragraph.
      const expected = [...allowed].filter((what) => format !== 'csv' || what !== 'published: releasedTexts text');
      expect([...foundIn(text)].sort()).toEqual(expected.sort());
      expect(text.match(DAYS)).toBeNull();
      expect(ids.filter((id) => text.includes(id))).toEqual([]);
      expect(text).toContain('July 1991');
      expect([...foundIn(packFileName(packOptions.parse(optionsFor('public')), pack.dataAsAt, format))]).toEqual([]);
    },
  );

  it('is told from a board pack by this very search', async () => {
    const found = foundIn(JSON.stringify(packOf(board.store, optionsFor('board'))));
    const others = [...found].filter((what) => !allowed.has(what));
    expect(others.length).toBeGreaterThan(40);
    for (const what of [
      'labels label',
      'reviews title',
      'reviews reference',
      'publicationDelays explanation',
      'actions text',
    ])
      expect(others).toContain(`unpublished: ${what}`);
  });
});
