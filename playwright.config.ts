import { defineConfig } from '@playwright/test';
import { testChromium } from './scripts/test-chromium.ts';

const chromium = await testChromium();

const electronOnly = ['**/electron/**/*.spec.ts', '**/*.electron.spec.ts'];

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'out/test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  reporter: 'list',
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
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
