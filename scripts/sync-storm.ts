/**
 * Merges at length: up to five laptops that write apart, exchange in part, twice and late, with wrong clocks, under one seed after
 * another; operation by operation, and as real bundles from file to file, with crashes.
 *
 *   node scripts/sync-storm.ts [--minutes N] [--seed N]
 *
 * Ends with 1 at the first seed that brings two laptops to different boards, and says which.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from './setup.mjs';

const RUNS_A_SEED = 300;

const main = (): number => {
  const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } });
  const until = Date.now() + Number(values.minutes ?? 10) * 60_000;
  let seed = Number(values.seed ?? Date.now() % 1_000_000_000);
  do {
    const { status } = spawnSync(
      process.execPath,
      [
        path.join(projectFolder, 'node_modules/vitest/vitest.mjs'),
        'run',
        'test/property/merge.test.ts',
        'test/property/sync.test.ts',
      ],
      {
        cwd: projectFolder,
        stdio: 'inherit',
        env: { ...process.env, MERGE_RUNS: String(RUNS_A_SEED), MERGE_SEED: String(seed) },
      },
    );
    if (status !== 0) {
      console.error(`Seed ${seed} brought laptops apart: node scripts/sync-storm.ts --seed ${seed}`);
      return 1;
    }
    seed += 2;
  } while (Date.now() < until);
  console.log('Every laptop held the same board.');
  return 0;
};

process.exitCode = main();
