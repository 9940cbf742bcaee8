import { createHash } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBoard } from '../../../db/service/check.ts';
import { makeBoardFrom } from '../../../db/service/import-board.ts';
import { BoardSession } from '../../../db/service/session.ts';
import { FIRST_HASH, operationHash } from '../../../db/store/change-log.ts';
import { exportBoard } from '../../../db/store/export.ts';
import { readBoardDocument, readBoardFile } from '../../../db/store/import.ts';
import { addRowToEveryTable } from '../../support/every-table.ts';
import {
  clientOf,
  createClock,
  openSharedBoard,
  PASSPHRASE,
  refusalOf,
  SMALL_COST,
  surroundingsAt,
  temporaryFolder,
} from '../../support/board.ts';

type Json = { [key: string]: unknown };
type Loose = {
  [key: string]: unknown;
  version: unknown;
  schema: string[];
  devices: Json[];
  records: Record<string, Json[]>;
  attachmentContents: Json[];
  operations: (Json & { changes: unknown[][]; hash: string; previousHash: string })[];
};

let exported: string;
let board: Awaited<ReturnType<typeof openSharedBoard>>;
beforeAll(async () => {
  board = await openSharedBoard();
  const { store } = board;
  const awkward = (table: string, column: string): string => `“${table}” \u0000\n${column}`;
  store.operation({ kind: 'import' }, (write) => addRowToEveryTable(store.db, write, awkward, ['boards']));
  const { result } = store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name: 'Police' }));
  store.operation({ kind: 'edit-agency' }, (write) => write.update('agencies', result, { name: 'Constabulary' }));
  store.operation({ kind: 'remove', reason: 'Entered twice' }, (write) => write.remove('agencies', result));
  exported = [...exportBoard(store.db)].join('');
}, 60_000);
afterAll(() => board.close());

const altered = (alter: (document: Loose) => void): string => {
  const document = JSON.parse(exported) as Loose;
  alter(document);
  return JSON.stringify(document);
};

/** Makes the chain hold again after an alteration, as a forger would. */
const rechained = (document: Loose): void => {
  let previousHash = FIRST_HASH;
  for (const operation of document.operations) {
    operation.previousHash = previousHash;
    const changes = operation.changes.map(([tableName, rowId, field, old, next, parent]) => ({
      tableName,
      rowId,
      field,
      old,
      new: next,
      parent,
    }));
    operation.hash = operationHash(operation as never, changes as never);
    previousHash = operation.hash;
  }
};

/** By way of a file, as it is done. */
const importInto = async (folder: string, text: string) => {
  const file = path.join(temporaryFolder(), 'export.json');
  writeFileSync(file, text);
  return makeBoardFrom(folder, readBoardFile(file), PASSPHRASE, surroundingsAt(createClock()), SMALL_COST);
};

describe('an export', () => {
  it('makes the same board again, with its history, and exports as the same bytes', async () => {
    const folder = path.join(temporaryFolder(), 'new');
    const { recoveryCode } = await importInto(folder, exported);
    const session = new BoardSession(folder, surroundingsAt(createClock()), { cost: SMALL_COST });
    await session.recover(recoveryCode, PASSPHRASE);
    try {
      expect([...exportBoard(session.store.db)].join('')).toBe(exported);
      expect(checkBoard(session.store).findings.filter(({ ok }) => !ok)).toEqual([]);
      const recent = await clientOf(session).history.recent({ limit: 1 });
      expect(recent.entries[0]).toMatchObject({ kind: 'remove', reason: 'Entered twice', actor: 'Board manager' });
      await clientOf(session).history.undo({ operationId: recent.entries[0]?.operationId ?? '' });
      expect((await clientOf(session).board.get()).agencies.some(({ name }) => name === 'Constabulary')).toBe(true);
      expect(checkBoard(session.store).ok).toBe(true);
    } finally {
      session.close();
    }
  });

  it('is one JSON document, the same each time', () => {
    expect([...exportBoard(board.store.db)].join('')).toBe(exported);
    expect(Object.keys(JSON.parse(exported) as object)).toEqual([
      'format',
      'version',
      'schema',
      'devices',
      'records',
      'operations',
      'attachmentContents',
    ]);
    expect(createHash('sha256').update(exported).digest('hex')).toHaveLength(64);
  });
});

const last = <T>(list: T[] | undefined): T => {
  const found = list?.at(-1);
  if (found === undefined) throw new Error('an empty list');
  return found;
};

describe('a document that is not an export', () => {
  const cases: readonly (readonly [what: string, make: () => string, at: RegExp, problem: RegExp])[] = [
    ['cut off', () => exported.slice(0, 5000), /^$/, /not whole JSON/],
    ['empty', () => '', /^$/, /not whole JSON/],
    ['a list', () => '[]', /^$/, /./],
    ['of another format', () => altered((d) => (d.format = 'minutes')), /^format$/, /./],
    ['of a later version', () => altered((d) => (d.version = 2)), /^version$/, /./],
    [
      'of a newer program',
      () => altered((d) => d.schema.push('0099_future')),
      /^schema$/,
      /newer version.*0099_future/,
    ],
    ['with a part too many', () => altered((d) => (d.extra = 1)), /^$/, /extra/],
    ['without a device', () => altered((d) => (d.devices = [])), /^devices$/, /./],
    ['without operations', () => altered((d) => (d.operations = [])), /^operations$/, /./],
    [
      'with a table that there is not',
      () => altered((d) => (d.records.secrets = [])),
      /^records\.secrets$/,
      /no such table/,
    ],
    [
      'with a table of the log among the records',
      () => altered((d) => (d.records.operations = [])),
      /^records\.operations$/,
      /no such table/,
    ],
    [
      'with a column that there is not',
      () => altered((d) => (last(d.records.agencies).colour = 'red')),
      /^records\.agencies\[\d+\]\.colour$/,
      /no such column/,
    ],
    [
      'with a number where text goes',
      () => altered((d) => (last(d.records.agencies).name = 5)),
      /^records\.agencies\[\d+\]\.name$/,
      /must be text/,
    ],
    [
      'with text where a number goes',
      () => altered((d) => (last(d.records.agencies).outsideArea = 'yes')),
      /^records\.agencies\[\d+\]\.outsideArea$/,
      /must be a number/,
    ],
    [
      'with a list where text goes',
      () => altered((d) => (last(d.records.agencies).name = ['a'])),
      /^records\.agencies\[\d+\]\.name$/,
      /./,
    ],
    [
      'with a missing value',
      () => altered((d) => delete last(d.records.agencies).name),
      /^records\.agencies\[\d+\]\.name$/,
      /must not be empty/,
    ],
    [
      'with a fraction where a whole number goes',
      () => altered((d) => (last(d.records.agencies).outsideArea = 0.5)),
      /^records\.agencies\[\d+\]$/,
      /./,
    ],
    [
      'with a date that is none',
      () => altered((d) => (last(d.records.milestones).date = '2026-02-30')),
      /^records\.milestones\[\d+\]$/,
      /is_a_date/,
    ],
    [
      'with the same record twice',
      () => altered((d) => d.records.agencies?.push(last(d.records.agencies))),
      /^records\.agencies\[\d+\]$/,
      /UNIQUE/,
    ],
    [
      'with two boards',
      () => altered((d) => d.records.boards?.push({ ...last(d.records.boards), id: 'b' })),
      /^records\.boards$/,
      /exactly one/,
    ],
    ['with no board', () => altered((d) => (d.records.boards = [])), /^records\.boards$/, /exactly one/],
    [
      'with a reference to nothing',
      () => altered((d) => (last(d.records.notes).reviewId = 'nowhere')),
      /^records\.notes$/,
      /reviews that is not there/,
    ],
    [
      'with a clock that is none',
      () => altered((d) => (last(d.operations).clock = 'noon')),
      /^operations\[\d+\]\.clock$/,
      /hex/,
    ],
    [
      'with an altered operation',
      () => altered((d) => (last(d.operations).reason = 'other')),
      /^operations$/,
      /chain breaks at operation \d+ .*altered/,
    ],
    [
      'with an operation taken out',
      () => altered((d) => d.operations.splice(2, 1)),
      /^operations/,
      /missing|does not come before/,
    ],
    [
      'with operations in another order',
      () => altered((d) => (d.operations = d.operations.toReversed())),
      /^operations\[0\]\.changes$/,
      /does not come before/,
    ],
    [
      'with a change that is cut short',
      () => altered((d) => last(d.operations).changes.push(['agencies'])),
      /^operations\[\d+\]\.changes\[\d+\]/,
      /./,
    ],
    [
      'with records that the log does not tell of',
      () => altered((d) => (last(d.records.agencies).note = 'slipped in')),
      /^records$/,
      /not what the change log says/,
    ],
    [
      'with a log that tells of records that are not there',
      () => altered((d) => d.records.agencyNames?.pop()),
      /^records/,
      /change log holds a record of agencyNames/,
    ],
    [
      'with an attached file whose bytes were altered',
      () => altered((d) => (last(d.attachmentContents).bytes = 'AQ==')),
      /^attachmentContents\[0\]$/,
      /not those that its SHA-256 names/,
    ],
    [
      'with an attached file whose bytes are missing',
      () => altered((d) => (d.attachmentContents = [])),
      /^attachmentContents$/,
      /is missing/,
    ],
    [
      'with an attached file that is not base64',
      () => altered((d) => (last(d.attachmentContents).bytes = '<html>')),
      /^attachmentContents\[0\]\.bytes$/,
      /base64/,
    ],
    [
      'with a forged log that makes no sense',
      () =>
        altered((d) => {
          const change = last(d.operations[0]?.changes);
          change[4] = '{';
          rechained(d);
        }),
      /^operations$/,
      /cannot be read to the end/,
    ],
  ];

  it.each(cases)('%s: is refused naming the place, and leaves nothing in the folder', async (_, make, at, problem) => {
    const folder = path.join(temporaryFolder(), 'new');
    const refusal = await refusalOf(async () => importInto(folder, make()));
    expect(refusal.code).toBe('import-refused');
    expect(String(refusal.details.at)).toMatch(at);
    expect(String(refusal.details.problem)).toMatch(problem);
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  });

  it('is none the worse for a chain that was made again: as it was, it is taken', async () => {
    const folder = path.join(temporaryFolder(), 'new');
    await importInto(folder, altered(rechained));
    expect(readdirSync(folder).toSorted()).toEqual(['board.db', 'vault.json']);
  });
});

describe('importing', () => {
  it('is refused into a folder that holds something, which stays as it is', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'minutes.docx'), 'mine');
    expect((await refusalOf(importInto(folder, exported))).code).toBe('folder-not-empty');
    expect(readdirSync(folder)).toEqual(['minutes.docx']);
  });

  it('is refused under a weak passphrase', async () => {
    const folder = path.join(temporaryFolder(), 'new');
    const weak = makeBoardFrom(
      folder,
      readBoardDocument(exported),
      'password',
      surroundingsAt(createClock()),
      SMALL_COST,
    );
    expect((await refusalOf(weak)).code).toBe('weak-passphrase');
    expect(existsSync(folder)).toBe(false);
  });
});
