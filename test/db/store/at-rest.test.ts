import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type EditableTable, recordShapes } from '../../../db/contract/records.ts';

import { addRowToEveryTable, tablesInOrder } from '../../support/every-table.ts';
import { openBoard, PASSPHRASE, TODAY } from '../../support/board.ts';

const WORD = 'Zwetschgenkuchen';

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

/** Which of the folder's files hold any of the words, in UTF-8 or UTF-16. */
const filesWith = (folder: string, words: readonly string[]): readonly string[] =>
  filesUnder(folder).filter((file) => {
    const bytes = readFileSync(file);
    return words.some((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')));
  });

describe('what lies on the disk', () => {
  it('holds no word of the records: in the database, its log, backups or the key file, open or closed', async () => {
    const board = await openBoard();
    const { store, client, folder } = board;
    const { result: rows, operation } = store.operation({ kind: 'edit-settings', reason: `${WORD} reason` }, (write) =>
      addRowToEveryTable(store.db, write, (table, column) => `${WORD} ${table} ${column}`),
    );
    expect(rows.length).toBe(tablesInOrder(store.db).length);
    expect(rows.flatMap((row) => row.texts).length).toBeGreaterThan(100);

    const agency = await client.records.add({
      table: 'agencies',
      row: { name: `${WORD} agency`, note: `${WORD} note` },
    });
    await client.records.edit({
      table: 'agencies',
      id: agency.id,
      was: {},
      now: { name: `${WORD} renamed` },
      force: true,
    });
    const type = (await client.board.get()).reviewTypes[0];
    const review = await client.reviews.add({
      reference: `${WORD} 2026/01`,
      reviewTypeId: type?.id ?? '',
      label: `${WORD} label`,
      title: `${WORD} title`,
      notifiedOn: TODAY,
      notifiedText: `${WORD} text`,
    });
    const action = await client.actions.add({ number: '1', text: `${WORD} action`, reviewId: review.id });
    await client.actions.addUpdate({ ids: [action.id], date: TODAY, text: `${WORD} update` });
    await client.reviews.remove({ id: review.id, reason: `${WORD} removal` });
    await client.history.undo({ operationId: (await client.history.next()).undo?.operationId ?? '' });
    expect(
      (await client.actions.list({ filter: { find: WORD }, sort: { by: 'review', descending: true } })).total,
    ).toBe(2);
    await client.packs.preview({
      title: `${WORD} pack`,
      body: 'Executive group',
      meetingDate: null,
      purpose: 'information',
      marking: 'OFFICIAL',
      sections: ['cover', 'live-reviews', 'action-plans'],
    });

    const wal = path.join(folder, 'board.db-wal');
    expect(statSync(wal).size).toBeGreaterThan(0);
    const secrets = [WORD, WORD.toLowerCase(), PASSPHRASE];
    expect(filesWith(folder, secrets)).toEqual([]);

    await client.backups.make();
    expect(filesUnder(folder).some((file) => file.endsWith('-asked.db'))).toBe(true);
    expect(filesWith(folder, secrets)).toEqual([]);

    await client.history.undo({ operationId: operation?.id ?? '' });
    board.session.close();
    expect(filesWith(folder, secrets)).toEqual([]);
    for (const file of filesUnder(folder).filter((name) => name.endsWith('.db'))) {
      expect(readFileSync(file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    }
  });

  it('has every kind of record that a person edits among those that are looked for', async () => {
    const { store } = await openBoard();
    const covered: ReadonlySet<string> = new Set(tablesInOrder(store.db));
    expect((Object.keys(recordShapes) as EditableTable[]).filter((table) => !covered.has(table))).toEqual([]);
  });

  it('would be found if it were there', async () => {
    const { folder } = await openBoard();
    expect(filesWith(folder, ['case-review-tracker-vault'])).toContain(path.join(folder, 'vault.json'));
  });
});
