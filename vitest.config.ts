import { configDefaults, defineConfig } from 'vitest/config';

/** What mocks modules, changes the environment of its process, or is about processes. */
const alone = [
  'test/scripts/**/*.test.ts',
  'test/electron/**/*.test.ts',
  'test/db/packs/read-once.test.ts',
  'test/db/store/files.test.ts',
];
const notUnit = ['test/e2e/**', 'test/fixtures/**'];

export default defineConfig({
  test: {
    // better-sqlite3 is native: processes, so that a crash ends one file and not the run.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'alone', include: alone, exclude: [...configDefaults.exclude, ...notUnit] } },
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...notUnit, ...alone],
          // One file after another in the same process: loading the program anew for each takes longer than most files.
          isolate: false,
          setupFiles: 'test/support/own-seeds.ts',
        },
      },
    ],
  },
});
