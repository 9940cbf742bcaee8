import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/fixtures/**'],
    // better-sqlite3 is native: a process for each file, so that a crash ends one file and not the run.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
