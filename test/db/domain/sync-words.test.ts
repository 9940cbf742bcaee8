import { describe, expect, it } from 'vitest';
import { failureWords } from '../../../db/domain/failures.ts';
import {
  isWaitingRefusal,
  SYNC_REFUSAL_CODES,
  type SyncRefusalCode,
  type SyncRefusalDetails,
  syncRefusalWords,
} from '../../../db/domain/sync-words.ts';
import { refusal, refusedToFailure } from '../../../db/sync/refused.ts';

/** What any of them may ask for. */
const EVERYTHING = {
  laptop: 'Laptop B',
  post: 'Board manager',
  problem: 'it is not UTF-8',
  found: 'join-request',
  wanted: 'bundle',
  removedOn: '3 May 2026',
  lastChangeOn: '3 March 2080',
  today: '22 November 2026',
  line: 19,
  device: 'b',
  sequence: 19,
  removed: 41,
  of: 120,
  what: 'actions',
} as const;

const words = (code: SyncRefusalCode, details: object = EVERYTHING): string =>
  syncRefusalWords(code, details as SyncRefusalDetails[typeof code]);

describe('the words of a refusal', () => {
  it.each<[SyncRefusalCode, string]>([
    ['newer', 'it was written by a newer version of the program. Install that version here first'],
    ['damaged', 'it was damaged on the way. Copy it again, or ask for it again'],
    ['another-kind', 'it is a request to join, not a file of changes'],
    [
      'bad-signature',
      'it is not signed by Laptop B, whose file it says it is. Do not use it; ask Laptop B’s Board manager by phone',
    ],
    ['removed-writer', 'Laptop B was removed on 3 May 2026, and this was written after'],
    ['forked', 'two laptops write as Laptop B: its folder was copied. One of them must join again'],
    ['bad-line', 'its line 19 makes no sense (it is not UTF-8)'],
    ['bad-run', 'operation 19 of Laptop B is not what Laptop B signed'],
    ['many-removals', 'it would remove 41 of 120 actions. Look at them first'],
  ])('say for %s: %s', (code, expected) => {
    expect(words(code)).toBe(expected);
  });

  it.each(SYNC_REFUSAL_CODES)('end a sentence, with no gap where something is not known: %s', (code) => {
    for (const details of [EVERYTHING, { ...EVERYTHING, laptop: undefined, post: undefined }]) {
      const said = failureWords('sync-refused', { file: '000017-000021.sync', problem: words(code, details) });
      expect(said.happened).toMatch(/^“000017-000021\.sync” was refused: [a-zA-Z].*[a-z0-9)]\.$/);
      expect(said.happened).not.toMatch(/undefined|null|\.\./);
      expect(said.advice).toBe('Nothing was changed.');
    }
  });

  it('tell what waits from what is refused', () => {
    expect(SYNC_REFUSAL_CODES.filter(isWaitingRefusal)).toEqual(['unknown-writer', 'clock-ahead', 'not-for-us']);
  });
});

describe('a refusal as a failure', () => {
  it('names the file, and the laptop where only its id was known', () => {
    const refused = refusal('bad-run', { device: 'b', sequence: 19 }, { device: 'b', sequence: 19 });
    const failure = refusedToFailure(refused, '000017-000021.sync', (device) =>
      device === 'b' ? 'Laptop B' : undefined,
    );
    expect(failure.code).toBe('sync-refused');
    expect(failureWords(failure.code, failure.details).happened).toBe(
      '“000017-000021.sync” was refused: operation 19 of Laptop B is not what Laptop B signed.',
    );
    expect(failure.cause).toBe(refused);
  });

  it('says that it waits, where it does', () => {
    const failure = refusedToFailure(refusal('not-for-us', {}), 'a.sync');
    expect(failureWords(failure.code, failure.details).happened).toMatch(/^“a\.sync” waits: it was not written for /);
  });
});
