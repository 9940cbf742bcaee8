import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { UsageError, type Values } from '../../scripts/commands/command.ts';
import { deadlines } from '../../scripts/commands/deadlines.ts';
import { boardFolder, refusalOf, SAMPLE, temporaryFolder } from '../support/board.ts';

beforeAll(() => {
  process.env.TRACKER_PASSPHRASE = SAMPLE;
  return () => delete process.env.TRACKER_PASSPHRASE;
});

type Listed = { readonly kind: string; readonly day: string; readonly daysLate: number | null };
type Answer = {
  readonly late: readonly Listed[];
  readonly due: readonly Listed[];
  readonly ics: { readonly entries: number; readonly leftOut: number } | null;
};

const run = async (folder: string, values: Values = {}) => {
  const said: string[] = [];
  const { signal } = new AbortController();
  const result = await deadlines.run({ positionals: [folder], values, signal, say: (words) => said.push(words) });
  return { ...result, json: result.json as Answer, said };
};

describe('tracker deadlines', () => {
  it('says what is late first, then what is due, in words and for machines', async () => {
    const { words, json, said } = await run(await boardFolder('sample'), { until: '2999-12-31' });
    expect(said).toEqual([]);
    expect(json.late.length).toBeGreaterThan(5);
    expect(json.due.length).toBeGreaterThan(5);
    for (const { daysLate } of json.late) expect(daysLate).toBeGreaterThan(0);
    expect(words).toMatch(/^Late:\n {2}.+ \(\d+ days late\) {2}/);
    expect(words).toMatch(/\nFrom \d+ \w+ \d{4}:\n/);
  });

  it('writes a calendar file of the days it is asked for, and says what has no day', async () => {
    const file = path.join(temporaryFolder(), 'calendars', 'deadlines.ics');
    const { json, said } = await run(await boardFolder('sample'), {
      from: '2026-11-01',
      until: '2027-12-31',
      ics: file,
    });
    expect(json.late).toEqual([]);
    const written = readFileSync(file, 'utf8');
    expect(written.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(written.split('BEGIN:VEVENT')).toHaveLength((json.ics?.entries ?? 0) + 1);
    expect((json.ics?.entries ?? 0) + (json.ics?.leftOut ?? 0)).toBe(json.due.length);
    expect(said[0]).toContain('with references only');
    expect(json.ics?.leftOut).toBeGreaterThan(0);
    expect(said[1]).toContain('not known to the day');
  });

  it.each([
    ['a day that does not exist', { from: '2026-02-31' }],
    ['a month', { until: '2026-12' }],
    ['days the wrong way round', { from: '2026-12-02', until: '2026-12-01' }],
  ])('is called wrongly with %s', async (_, values) => {
    await expect(run(await boardFolder('sample'), values)).rejects.toBeInstanceOf(UsageError);
  });

  it('refuses a folder that has no board', async () => {
    expect((await refusalOf(run(temporaryFolder()))).code).toBe('folder-missing');
  });
});
