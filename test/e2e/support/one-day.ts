import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';

/** A Sunday in winter time, at noon. */
const THE_DAY = Date.parse('2026-11-22T12:00:00Z');

const program = path.join(import.meta.dirname, 'one-day.cjs');

/** From here on this program lives on that day, and so does every one that it starts: workers, data processes, the window, commands. */
export const liveOnOneDay = (): void => {
  process.env.TRACKER_TEST_CLOCK = String(THE_DAY - Date.now());
  process.env.NODE_OPTIONS = `--require ${JSON.stringify(program)}`;
  createRequire(import.meta.url)(program);
};

/** This Node as a program that lives on the day, for a shell that lets no option of Node's reach what it starts. */
export const nodeOnOneDay = (folder: string): string => {
  const file = path.join(folder, 'node-on-one-day');
  writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" --require "${program}" "$@"\n`, { mode: 0o755 });
  return file;
};

/** The same for the pages of a context. */
export const oneDayInPage = async (context: BrowserContext): Promise<void> => {
  const moved = Number(process.env.TRACKER_TEST_CLOCK ?? 0);
  await context.addInitScript((by) => {
    const RealDate = Date;
    const now = (): number => RealDate.now() + by;
    globalThis.Date = new Proxy(RealDate, {
      construct: (date, parts: [] | [string]) => (parts.length === 0 ? new date(now()) : new date(...parts)),
      get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
    });
  }, moved);
};
