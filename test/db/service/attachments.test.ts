import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LARGEST_ATTACHMENT } from '../../../db/domain/attached-files.ts';
import { checkBoard } from '../../../db/service/check.ts';
import { openBoard, refusalOf, reopen, type TestBoard } from '../../support/board.ts';

const words = 'Audit of twenty case files UNMISTAKABLE';

const evidenceOn = async ({ client }: TestBoard): Promise<string> =>
  (await client.records.add({ table: 'evidence', row: { what: 'Audit' } })).id;
const contents = ({ store }: TestBoard): number =>
  store.prepare<[], { n: number }>('select count(*) as n from attachmentContents').get()?.n ?? 0;
const filesOf = async ({ client }: TestBoard, id: string) => (await client.actions.getEvidence({ id })).attachments;

describe('a file attached to evidence', () => {
  it('is kept as it was, encrypted, and comes back the same after a lock', async () => {
    const board = await openBoard();
    const evidenceId = await evidenceOn(board);
    const added = await board.client.attachments.add({
      evidenceId,
      fileName: 'C:\\Users\\someone\\audit\u202Efdp.txt',
      bytes: new Blob([words]),
    });
    expect(added.fileName).toBe('auditfdp.txt');
    board.session.close();
    for (const name of readdirSync(board.folder, { recursive: true, withFileTypes: true })) {
      if (name.isFile())
        expect(readFileSync(path.join(name.parentPath, name.name)).includes('UNMISTAKABLE')).toBe(false);
    }
    const later = await reopen(board);
    const file = await later.client.attachments.get({ id: added.id });
    expect(file).toMatchObject({ fileName: 'auditfdp.txt', mediaType: 'text/plain' });
    expect(await file.bytes.text()).toBe(words);
    expect(await filesOf(later, evidenceId)).toMatchObject([{ size: words.length, fileName: 'auditfdp.txt' }]);
  });

  it('is detached by Undo and attached again by Redo; its bytes stay, once for all who have them', async () => {
    const board = await openBoard();
    const [one, two] = [await evidenceOn(board), await evidenceOn(board)];
    const file = { fileName: 'audit.txt', bytes: new Blob([words]) };
    const { id, operationId } = await board.client.attachments.add({ evidenceId: one, ...file });
    await board.client.attachments.add({ evidenceId: two, ...file });
    expect(contents(board)).toBe(1);
    const { operationId: undone } = await board.client.history.undo({ operationId: operationId ?? '' });
    expect(await filesOf(board, one)).toEqual([]);
    expect((await refusalOf(board.client.attachments.get({ id }))).code).toBe('not-found');
    await board.client.history.redo({ operationId: undone ?? '' });
    expect(await filesOf(board, one)).toHaveLength(1);
    await board.client.attachments.remove({ id });
    expect((await refusalOf(board.client.attachments.remove({ id }))).code).toBe('not-found');
    expect(contents(board)).toBe(1);
  });

  it('of 25 MB is let in, and of one byte more is not', async () => {
    const board = await openBoard();
    const evidenceId = await evidenceOn(board);
    const bytes = new Uint8Array(LARGEST_ATTACHMENT + 1).fill(65);
    const tooLarge = { evidenceId, fileName: 'audit.txt', bytes: new Blob([bytes]) };
    const refusal = await refusalOf(board.client.attachments.add(tooLarge));
    expect(refusal).toMatchObject({ code: 'bad-input', details: { field: 'bytes' } });
    expect(String(refusal.details.problem)).toContain('at most 25 MB');
    expect(contents(board)).toBe(0);
    await board.client.attachments.add({ ...tooLarge, bytes: new Blob([bytes.subarray(1)]) });
    expect(await filesOf(board, evidenceId)).toMatchObject([{ size: LARGEST_ATTACHMENT }]);
  });

  it.each([
    ['a dangerous kind', { fileName: 'audit.exe' }, 'bad-input', /a program/],
    ['the same bytes again', {}, 'not-allowed', /attached already/],
    ['evidence that there is not', { evidenceId: '0b0b0b0b-0b0b-4b0b-8b0b-0b0b0b0b0b0b' }, 'not-found', /./],
    ['bytes that are not bytes', { bytes: 'text' as never }, 'bad-input', /bytes/],
  ])('of %s is refused, and nothing is written', async (_, given, code, why) => {
    const board = await openBoard();
    const file = { evidenceId: await evidenceOn(board), fileName: 'audit.txt', bytes: new Blob([words]) };
    await board.client.attachments.add(file);
    const refusal = await refusalOf(board.client.attachments.add({ ...file, ...given }));
    expect(refusal.code).toBe(code);
    expect(Object.values(refusal.details).join(' ')).toMatch(why);
    expect(await filesOf(board, file.evidenceId)).toHaveLength(1);
  });

  it('is checked with the board: its bytes altered or missing is a finding', async () => {
    const board = await openBoard();
    const evidenceId = await evidenceOn(board);
    await board.client.attachments.add({ evidenceId, fileName: 'audit.txt', bytes: new Blob([words]) });
    const finding = () => checkBoard(board.store).findings.find(({ what }) => what === 'Attached files');
    expect(finding()).toMatchObject({ ok: true, words: '1 attached file reads as it was attached.' });
    board.store.db.prepare('update attachmentContents set bytes = ?').run(Buffer.from('forged'));
    expect(finding()?.words).toContain('its bytes are not those that were attached');
    board.store.db.prepare('delete from attachmentContents').run();
    expect(finding()).toMatchObject({ ok: false });
    expect(finding()?.words).toContain('its bytes are missing');
    const [file] = await filesOf(board, evidenceId);
    expect((await refusalOf(board.client.attachments.get({ id: file?.id ?? '' }))).code).toBe('database-damaged');
  });
});

describe('the list of all evidence', () => {
  it('finds, filters and sorts in pages, and counts what each serves', async () => {
    const board = await openBoard('sample');
    const { client } = board;
    const all = await client.actions.listEvidence({ filter: {}, limit: 5 });
    expect(all.rows).toHaveLength(5);
    expect(all.of).toBe(all.total);
    const { rows: bare } = await client.actions.listEvidence({ filter: { withoutFiles: true }, limit: 1 });
    const [first] = bare;
    const attached = (await client.actions.listEvidence({ filter: { withFiles: true } })).total;
    expect(first).toMatchObject({ actions: 1, files: 0 });
    await client.attachments.add({
      evidenceId: first?.id ?? '',
      fileName: 'Findings 100%.txt',
      bytes: new Blob([words]),
    });
    const evidenceOf = async (filter: object) =>
      (await client.actions.listEvidence({ filter, limit: 1000 })).rows.map(({ id }) => id);
    expect(await evidenceOf({ find: 'findings 100%' })).toEqual([first?.id]);
    expect(await evidenceOf({ withFiles: true })).toContain(first?.id);
    expect(await evidenceOf({ withoutFiles: true })).toHaveLength(all.of - attached - 1);
    const { id: alone } = await client.records.add({ table: 'evidence', row: { what: 'Alone' } });
    expect(await evidenceOf({ unlinked: true })).toEqual([alone]);
    expect(await evidenceOf({ undated: true, agencyId: ['none'] })).toEqual([alone]);
    const sorted = await client.actions.listEvidence({ filter: {}, sort: { by: 'files', descending: true } });
    expect(sorted.rows.map(({ files }) => files)).toEqual(
      sorted.rows.map(({ files }) => files).toSorted((a, b) => b - a),
    );
    const last = await client.actions.listEvidence({ filter: {}, offset: all.of, limit: 5 });
    expect(last.rows.map(({ id }) => id)).toEqual([alone]);
  });

  it('answers one item with the actions it serves, which the list of actions finds by it', async () => {
    const board = await openBoard('sample');
    const { client } = board;
    const { rows } = await client.actions.list({ filter: { open: true }, limit: 3 });
    const ids = rows.map(({ id }) => id);
    const evidenceId = await evidenceOn(board);
    await client.actions.linkEvidence({ evidenceId, ids });
    const item = await client.actions.getEvidence({ id: evidenceId });
    expect(item).toMatchObject({ actionCount: 3, attachments: [] });
    expect(item.actions.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    const found = await client.actions.list({ filter: { evidenceId } });
    expect(found.total).toBe(3);
    await client.actions.unlinkEvidence({ linkId: item.actions[0]?.linkId ?? '' });
    expect((await client.actions.getEvidence({ id: evidenceId })).actionCount).toBe(2);
  });
});
