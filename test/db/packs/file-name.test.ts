import { describe, expect, test } from 'vitest';
import { datedFileName, packFileWords } from '../../../db/packs/file-name.ts';

const nameOf = (title: string, body: string): string =>
  datedFileName(packFileWords({ title, body }), '2026-12-01', 'csv.zip');

describe('the name of a pack’s file', () => {
  test.each([
    ['title, body and day', 'Status pack', 'Executive group', 'Status pack - Executive group - 2026-12-01.csv.zip'],
    ['what Windows refuses is left out', 'A/B: "why?" <*>|', 'Body\\1', 'A B why - Body 1 - 2026-12-01.csv.zip'],
    ['no name of a device', 'CON.', 'Body', '_CON. - Body - 2026-12-01.csv.zip'],
    ['not hidden', '.pack', 'Body', 'pack - Body - 2026-12-01.csv.zip'],
  ])('%s', (_, title, body, name) => {
    expect(nameOf(title, body)).toBe(name);
  });

  test('where it is too long the words are cut, the day and the kind of file are not', () => {
    const name = nameOf('Status '.repeat(40), 'Partnership '.repeat(20));
    expect(name.length).toBeLessThanOrEqual(120);
    expect(name).toMatch(/^Status Status .* - 2026-12-01\.csv\.zip$/);
  });
});
