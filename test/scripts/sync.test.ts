import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BoardSession } from '../../db/service/session.ts';
import type { Store } from '../../db/store/store.ts';
import { check } from '../../scripts/commands/check.ts';
import { type Command, UsageError, type Values } from '../../scripts/commands/command.ts';
import { conflicts } from '../../scripts/commands/conflicts.ts';
import { joinAccept } from '../../scripts/commands/join-accept.ts';
import { surroundings } from '../../scripts/commands/open-board.ts';
import { syncExport } from '../../scripts/commands/sync-export.ts';
import { syncImport } from '../../scripts/commands/sync-import.ts';
import { syncStatus } from '../../scripts/commands/sync-status.ts';
import { storePlace } from '../../db/sync/stored-place.ts';
import { boardFolder, PASSPHRASE } from '../support/board.ts';
import { waitingFolder } from '../support/joining.ts';

let before: string | undefined;
beforeEach(() => {
  before = process.env.TRACKER_PASSPHRASE;
  process.env.TRACKER_PASSPHRASE = PASSPHRASE;
});
afterEach(() => {
  if (before === undefined) delete process.env.TRACKER_PASSPHRASE;
  else process.env.TRACKER_PASSPHRASE = before;
});

const run = async (command: Command, folder: string, values: Values = {}) => {
  const { signal } = new AbortController();
  const { words, json, ok } = await command.run({ positionals: [folder], values, signal, say: () => undefined });
  return { words, ok, json: json as Record<string, unknown> };
};

const edit = async (folder: string, work: (store: Store) => void): Promise<void> => {
  const session = new BoardSession(folder, surroundings);
  await session.unlock(PASSPHRASE);
  try {
    work(session.store);
  } finally {
    session.close();
  }
};

const renameFirstAgency = (folder: string, name: string) =>
  edit(folder, (store) => {
    const id = store.db.prepare<[], string>(`select id from agencies where note = 'shared'`).pluck().get() ?? '';
    store.operation({ kind: 'edit-agency' }, (write) => write.update('agencies', id, { name }));
  });

describe('two laptops on the command line', () => {
  it('join by two files and a code, exchange through a folder, meet in a conflict and end with one state', async () => {
    const a = await boardFolder();
    const { scratch, folder: b, request } = await waitingFolder();
    const [shared, acceptance] = [path.join(scratch, 'shared'), path.join(scratch, 'acceptance.sync')];
    mkdirSync(shared);
    const { json } = await run(joinAccept, a, { request, out: acceptance });
    await run(joinAccept, b, { acceptance });
    await run(joinAccept, a, { request, code: String(json.code) });
    await edit(a, (store) => {
      store.operation({ kind: 'edit-agency' }, (write) =>
        write.insert('agencies', { name: 'Housing', note: 'shared' }),
      );
    });
    const whole = path.join(scratch, 'whole.sync');
    expect((await run(syncExport, a, { to: whole, all: true })).words).toContain('whole.sync');
    await expect(run(syncImport, b, { from: whole })).rejects.toBeInstanceOf(UsageError);
    expect((await run(syncImport, b, { from: whole, 'it-matches': true })).words).toMatch(/^Took in \d+ changes/);
    const states = async () => Promise.all([a, b].map(async (folder) => (await run(syncStatus, folder)).json.state));
    const [first, second] = await states();
    expect(second).toBe(first);
    expect((await run(check, b)).ok).toBe(true);

    await renameFirstAgency(a, 'Housing north');
    await renameFirstAgency(b, 'Housing south');
    await run(syncExport, a, { to: shared });
    await run(syncExport, b, { to: shared });
    const preview = await run(syncImport, a, { from: shared, preview: true });
    expect(preview.words).toContain('1 conflict to decide. Nothing is deleted.');
    expect((await run(conflicts, a)).words).not.toContain('Housing north');
    expect((await run(syncImport, a, { from: shared })).json).toMatchObject({
      operations: 1,
      conflicts: 1,
      changed: 1,
    });
    expect((await run(syncImport, b, { from: shared })).json).toMatchObject({ conflicts: 1 });
    const [third, fourth] = await states();
    expect(fourth).toBe(third);
    expect((await run(syncExport, a, { to: shared })).words).toBe(
      'The folder holds all there is. Nothing was written.',
    );
    expect((await run(syncImport, b, { from: shared })).words).toBe('Nothing new.');
    expect((await run(syncStatus, a)).words).toContain('No shared folder is kept up to date.');
    await edit(a, (store) => storePlace(store, { path: shared, isPaused: true, lastLookAt: null }));
    const status = await run(syncStatus, a);
    expect(status.words).toContain(`Shared folder: ${shared} (paused)`);
    expect(status.json).toMatchObject({ folder: { path: shared, paused: true }, gaps: [] });
    const added: string[] = [];
    await edit(b, (store) => {
      store.operation({ kind: 'add-agency' }, (write) => {
        for (let at = 0; at < 12; at += 1)
          added.push(write.insert('agencies', { name: `Agency ${at}`, sector: 'Other' }));
      });
    });
    await run(syncExport, b, { to: shared });
    await run(syncImport, a, { from: shared });
    await edit(b, (store) => {
      store.operation({ kind: 'remove' }, (write) => {
        for (const id of added) write.remove('agencies', id);
      });
    });
    await run(syncExport, b, { to: shared });
    const goes = /Agencies: 12 would go\n.*Agency 0: removed by .* on .*\n/;
    const asked = await run(syncStatus, a);
    expect(asked.words).toMatch(goes);
    expect(asked.json).toMatchObject({ folder: { wouldBring: { removals: [{ label: 'Agencies', total: 12 }] } } });
    const looked = await run(syncImport, a, { from: shared, preview: true });
    expect(looked.words).toMatch(goes);
    expect(looked.words).toMatch(/In all, it would remove 12 of \d+ agencies.*--accept-removals/);
    await expect(run(syncImport, a, { from: shared })).rejects.toMatchObject({ details: { code: 'many-removals' } });
    for (const name of readdirSync(shared, { recursive: true, encoding: 'utf8' })) {
      if (name.endsWith('.sync')) expect(readFileSync(path.join(shared, name)).includes('Housing')).toBe(false);
    }
  }, 120_000);
});
