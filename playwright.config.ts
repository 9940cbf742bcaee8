import { defineConfig } from '@playwright/test';
import { testChromium } from './scripts/test-chromium.ts';

const chromium = await testChromium();

const electronOnly = ['**/electron/**/*.spec.ts', '**/*.electron.spec.ts'];

export default defineConfig({
  testDir: 'test/e2e',
  // Playwright follows “paths”, and the one in tsconfig.json leads to a declaration file, which cannot be run.
  tsconfig: './test/e2e/support/tsconfig.playwright.json',
  globalSetup: './test/e2e/support/global-setup.ts',
  outputDir: 'out/test-results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  reporter: 'list',
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // Recording every step costs as much again as the test itself: only what failed once is recorded.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'browser',
      testIgnore: electronOnly,
      use: {
        browserName: 'chromium',
        launchOptions: {
          executablePath: chromium?.program,
          args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-sync'],
        },
      },
    },
    { name: 'electron', testMatch: electronOnly, workers: 1 },
  ],
});
