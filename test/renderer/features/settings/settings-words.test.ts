import { describe, expect, it } from 'vitest';
import { comesBackWords } from '../../../../db/domain/restore-words.ts';
import { BACKUP_REASONS } from '../../../../db/store/backup.ts';
import { backupReasonWords, sizeInWords } from '../../../../renderer/features/settings/backup-words.ts';
import { nameToOwnCode } from '../../../../renderer/features/settings/own-code.ts';
import { boundsInWords } from '../../../../renderer/features/settings/rag-bounds.ts';

const bounds = (lower: number | null, lowerInclusive: 0 | 1, upper: number | null, upperInclusive: 0 | 1) => ({
  lower,
  lowerInclusive,
  upper,
  upperInclusive,
});

describe('bounds of a RAG level', () => {
  it.each([
    ['an open beginning with its end included', bounds(null, 0, 5, 1), 'up to and including 5'],
    ['both ends, one included', bounds(5, 0, 15, 1), 'more than 5 and up to and including 15'],
    ['an open end', bounds(15, 0, null, 0), 'more than 15'],
    ['a beginning that is included and an end that is not', bounds(5, 1, 15, 0), 'from 5 and less than 15'],
    ['a level that computes nothing', bounds(null, 0, null, 0), null],
  ])('say which end belongs to the level: %s', (_words, given, wanted) => {
    expect(boundsInWords(given)).toBe(wanted);
  });
});

describe('codes of what a board adds', () => {
  it('are made of the name', () => {
    expect(nameToOwnCode('Table-top review (Éire)', [])).toBe('own-table-top-review-eire');
  });

  it('differ when the name is taken', () => {
    expect(nameToOwnCode('Local', ['own-local', 'own-local-2'])).toBe('own-local-3');
  });

  it('exist for a name without letters', () => {
    expect(nameToOwnCode('???', [])).toBe('own-entry');
  });
});

describe('backups in words', () => {
  it('say why each kind was made', () => {
    for (const reason of BACKUP_REASONS) expect(backupReasonWords(reason)).not.toBe('Made by the program');
  });

  it('say before a restore what comes back, where other laptops work on the board', () => {
    const [own, other] = [
      { isThisOne: true, removed: null },
      { isThisOne: false, removed: null },
    ];
    const gone = { isThisOne: false, removed: { on: '2026-05-03', reason: 'Stolen' } };
    expect(comesBackWords([own, gone])).toBeNull();
    expect(comesBackWords([own, gone, other])).toMatch(/comes back with the next exchange\.$/);
  });

  it('say their size as people compare it', () => {
    expect(sizeInWords(200)).toBe('1 KB');
    expect(sizeInWords(640_400)).toBe('640 KB');
    expect(sizeInWords(12_340_000)).toBe('12.3 MB');
  });
});
