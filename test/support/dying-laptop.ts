/**
 * A laptop in a process of its own that ends itself, without any warning, right before the step that it is told: what lies on the
 * disk then is what a crash leaves. The steps are what the program asks of the file system in the shared folder and of its database.
 *
 *   node dying-laptop.ts export|import FOLDER SHARED KEY NOW ["STEP"]
 *
 * Without a step it lives, and prints each step that it took as a line.
 */
import promises, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import Database from 'better-sqlite3';

const [work, folder = '', shared = '', key = '', now = '', last] = process.argv.slice(2);

let begun = false;
const step = (what: string): void => {
  if (!begun) return;
  if (last === undefined) process.stdout.write(`${what}\n`);
  else if (what.startsWith(last)) process.kill(process.pid, 'SIGKILL');
};

const watchFiles = async (): Promise<void> => {
  const names = new WeakMap<object, string>();
  const isShared = (file: unknown): boolean => String(file).startsWith(shared);
  const { open, link, rename, rm } = promises;
  const some = await open(process.execPath);
  const handles = Object.getPrototypeOf(some) as FileHandle;
  await some.close();
  for (const call of ['writeFile', 'sync', 'close'] as const) {
    const real = handles[call] as (this: FileHandle, ...given: unknown[]) => Promise<never>;
    handles[call] = function (this: FileHandle, ...given: unknown[]) {
      const name = names.get(this);
      if (name !== undefined) step(`${call} ${name}`);
      return real.apply(this, given);
    };
  }
  const opened: typeof open = async (file, ...rest) => {
    if (isShared(file)) step(`open ${path.basename(String(file))}`);
    const handle = await open(file, ...rest);
    if (isShared(file)) names.set(handle, path.basename(String(file)));
    return handle;
  };
  Object.assign(promises, {
    open: opened,
    link: (from: string, to: string) => {
      step(`link ${path.basename(to)}`);
      return link(from, to);
    },
    rename: (from: string, to: string) => {
      step(`rename ${path.basename(to)}`);
      return rename(from, to);
    },
    rm: (file: string, how: object) => {
      step(`rm ${path.basename(file)}`);
      return rm(file, how);
    },
  });
  syncBuiltinESMExports();
};

const watchDatabase = (): void => {
  const some = new Database(':memory:');
  const statements = Object.getPrototypeOf(some.prepare('select 1')) as Database.Statement;
  some.close();
  const real = statements.run;
  statements.run = function (this: Database.Statement, ...given: unknown[]) {
    const sql = this.source.replaceAll(/\s+/g, ' ').trim();
    step(sql);
    const done = real.apply(this, given);
    step(`after ${sql}`);
    return done;
  };
};

await watchFiles();
watchDatabase();
const { openStore } = await import('../../db/store/store.ts');
const { exchangeWithFolder } = await import('../../db/sync/exchange.ts');
const { readLaptop } = await import('../../db/sync/this-laptop.ts');
const { seededRandom } = await import('./seeded-random.ts');

const store = openStore(folder, Buffer.from(key, 'hex'), { now: () => Number(now), random: seededRandom(1) });
const through = exchangeWithFolder(store, await readLaptop(store), { root: shared, wasThere: false });
const { signal } = new AbortController();
begun = true;
if (work === 'export') await through.write(signal, 'now');
else {
  store.backup('asked');
  await through.takeIn(signal);
}
begun = false;
store.close();
