/**
 * An edit acknowledged in the page against an empty call, in a real Chromium over the browser shell: the page's own client,
 * the same WebSocket, relay and data process as in use. An edit is acknowledged when it is on disk, so the floor is one durable
 * commit of one row on this disk.
 */
import path from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import type { Contract } from '../../db/contract/index.ts';
import { SAMPLE_PASSPHRASE } from '../../db/domain/sample.ts';
import { openDatabase } from '../../db/store/database.ts';
import { projectFolder } from '../setup.mjs';
import { inTemporaryFolder } from './boards.ts';
import { inBrowserShell } from './browser-page.ts';
import type { Measurement } from './finding.ts';
import { median, timed } from './timing.ts';

const rounds = 60;
const warmUp = 10;

export const edit: Measurement = {
  name: 'edit',
  run: ({ big }) =>
    inTemporaryFolder(async (folder, board) => {
      const times = await inBrowserShell(board, async (page) => {
        await page.evaluate(await pageClient());
        return editsInPage(page);
      });
      if (times === null) return [{ name: 'edit', notRun: 'no Chromium here' }];
      const [edit, emptyCall] = [median(times.edits), median(times.emptyCalls)];
      const refusedCall = median(times.refusedCalls);
      const durableCommit = await commitTime(path.join(folder, 'floor.db'));
      return [
        {
          name: 'edit acknowledged in the page',
          values: { edit, emptyCall, refusedCall, durableCommit },
          unit: 'ms',
          ratio: edit / emptyCall,
          limit: 3,
          how: 'the text of an action changed on the big board, against session.status, in Chromium over the browser shell; beside it a call that the contract refuses at once, and one row committed durably on this disk; wall clock',
        },
      ];
    }, big),
};

/** What the page's client is called when it is put into the page for this. */
type WithClient = { readonly trackerClient: ContractRouterClient<Contract> };

/** The page's own client as one script. The page is left at its lock screen, so that it asks for nothing meanwhile. */
const pageClient = async (): Promise<string> => {
  const entry = 'virtual:page-client';
  const source = `import { client } from '${path.join(projectFolder, 'renderer', 'client.ts')}'; globalThis.trackerClient = client;`;
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: projectFolder,
    plugins: [
      {
        name: 'page-client',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } } },
  });
  const [result] = Array.isArray(built) ? built : [built];
  const chunk = result !== undefined && 'output' in result ? result.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('the page’s client could not be built');
  return chunk.code;
};

type CallTimes = { readonly edits: number[]; readonly emptyCalls: number[]; readonly refusedCalls: number[] };

const editsInPage = (page: Page): Promise<CallTimes> =>
  page.evaluate(
    async ({ passphrase, rounds, warmUp }) => {
      const { trackerClient: client } = globalThis as unknown as WithClient;
      await client.session.unlock({ passphrase });
      const { rows } = await client.actions.list({ filter: { open: true }, offset: 0, limit: rounds + warmUp });
      const times: CallTimes = { edits: [], emptyCalls: [], refusedCalls: [] };
      const time = async (call: () => Promise<unknown>): Promise<number> => {
        const start = performance.now();
        await call().catch(() => undefined);
        return performance.now() - start;
      };
      /* oxlint-disable no-await-in-loop -- what is timed must run alone */
      for (const [at, { id, text }] of rows.entries()) {
        const now = { text: `${text} Checked.` };
        const edit = await time(() => client.records.edit({ table: 'actions', id, was: { text }, now }));
        const emptyCall = await time(() => client.session.status());
        const refusedCall = await time(() => client.actions.get({ id: 'none' }));
        if (at < warmUp) continue;
        times.edits.push(edit);
        times.emptyCalls.push(emptyCall);
        times.refusedCalls.push(refusedCall);
      }
      /* oxlint-enable no-await-in-loop */
      const [changed] = rows;
      const stored = changed && (await client.actions.get({ id: changed.id })).action.text;
      if (stored !== `${changed?.text} Checked.`) throw new Error('the edits were not recorded');
      return times;
    },
    { passphrase: SAMPLE_PASSPHRASE, rounds, warmUp },
  );

/** One row, committed with the settings of a board, on the disk that the measured board is on. */
const commitTime = async (file: string): Promise<number> => {
  const db = openDatabase(file, new Uint8Array(32), { create: true });
  try {
    db.exec('create table floor (id integer primary key, text text) strict');
    const insert = db.prepare('insert into floor (text) values (?)');
    const times: number[] = [];
    // oxlint-disable-next-line no-await-in-loop -- one after another
    for (let round = 0; round < rounds; round += 1) times.push(await timed(() => insert.run('one row'), 'wall'));
    return median(times);
  } finally {
    db.close();
  }
};
