import { once } from 'node:events';
import { mkdirSync, readdirSync, existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSyncFolder } from '../../db/process-control.ts';
import { boardFolder, PASSPHRASE, refusalOf, temporaryFolder } from '../support/board.ts';
import { startDataProcess } from '../support/data-process.ts';

const placeId = '0b0b0b0b-0b0b-4b0b-8b0b-0b0b0b0b0b0b';

describe('a folder that the shell names to the data process', () => {
  it('is known under its id', () => {
    expect(readSyncFolder({ type: 'sync-folder', placeId, path: '/shared' })).toEqual({ placeId, path: '/shared' });
  });

  it.each([
    ['an id that is a path', { placeId: '../north', path: '/shared' }],
    ['an id in other letters', { placeId: placeId.toUpperCase(), path: '/shared' }],
    ['no id', { path: '/shared' }],
    ['a path that depends on where the program runs', { placeId, path: 'shared' }],
    ['a path upwards', { placeId, path: '../shared' }],
    ['a path with an end in the middle', { placeId, path: '/shared\0/etc' }],
    ['a path as long as a book', { placeId, path: `/${'x'.repeat(40_000)}` }],
    ['a path that is not text', { placeId, path: ['/shared'] }],
    ['no path', { placeId }],
    ['another message', { type: 'message', placeId, path: '/shared' }],
  ])('is refused with %s', (_, message) => {
    expect(readSyncFolder({ type: 'sync-folder', ...message })).toBeNull();
  });

  it.each([null, undefined, 'sync-folder', 7])('is refused when the message is %s', (message) => {
    expect(readSyncFolder(message)).toBeNull();
  });
});

describe('the data process', () => {
  it('knows a folder only while its board is open, keeps it up to date by itself, and is put away within a second', async () => {
    const [folder, shared] = [await boardFolder(), path.join(temporaryFolder(), 'shared')];
    mkdirSync(shared);
    const { child, client, stop } = await startDataProcess(folder);
    const offer = async () => {
      const answered = once(child, 'message');
      child.send({ type: 'sync-folder', placeId, path: shared });
      return (await answered)[0] as unknown;
    };
    expect(await offer()).toEqual({ type: 'sync-folder', placeId, known: false });
    await client.session.unlock({ passphrase: PASSPHRASE });
    const unknown = await refusalOf(client.sync.useFolder({ placeId }));
    expect(unknown.details.why).toBe('That folder or file is not known any more.');
    expect(await offer()).toEqual({ type: 'sync-folder', placeId, known: true });
    const changes = await client.changes();
    await client.sync.useFolder({ placeId });
    const isUpToDate = async () => (await client.sync.status()).folder?.state === 'up-to-date';
    for await (const { tables } of changes) if (tables.includes('syncPlaces') && (await isUpToDate())) break;
    await client.sync.openFile({ fileName: 'x.sync', bytes: new Blob(['x']) });
    expect(readdirSync(path.join(folder, 'files-in-passing'))).toHaveLength(1);
    const began = Date.now();
    expect(await stop()).toBe(0);
    expect(Date.now() - began).toBeLessThan(1000);
    expect(existsSync(path.join(folder, 'files-in-passing'))).toBe(false);
  });
});
