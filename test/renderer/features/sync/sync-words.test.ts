import { describe, expect, it } from 'vitest';
import type { SyncLaptop, SyncReport, SyncStatus } from '../../../../db/contract/sync.ts';
import {
  changesInWords,
  hashGroups,
  leftInWords,
  reportHeadline,
  spelledOut,
  standingOf,
} from '../../../../renderer/features/sync/sync-words.ts';

const laptop = (name: string, more: Partial<SyncLaptop> = {}): SyncLaptop => ({
  id: name,
  name,
  post: 'Board manager',
  joinedOn: '2026-05-08',
  isThisOne: false,
  continuesDeviceId: null,
  removed: null,
  lastExchangeAt: null,
  operations: 5,
  lacks: 0,
  ...more,
});

const status = (more: Partial<SyncStatus> = {}): SyncStatus => ({
  folder: null,
  laptops: [laptop('Laptop A', { isThisOne: true }), laptop('Laptop B')],
  operations: 10,
  gaps: [],
  waiting: 0,
  left: [],
  conflicts: 0,
  lastReport: null,
  ...more,
});

const folder = { name: 'Shared', words: '', lookedAt: null, nextTryAt: null, asked: null } as const;

const report = (more: Partial<SyncReport> = {}): SyncReport => ({
  at: 0,
  laptops: ['Laptop B'],
  operations: 12,
  areas: [],
  removals: [],
  asks: null,
  conflicts: [],
  conflictsTotal: 0,
  waiting: 0,
  gaps: [],
  left: [],
  remarks: [],
  ...more,
});

describe('how a laptop stands with the others', () => {
  it('says so when all that came is taken in and nobody lacks anything', () => {
    expect(standingOf(status(), 0)).toEqual({
      isGood: true,
      headline: 'Everything that came to this laptop is taken in',
      lines: [{ key: 'lacks', kind: 'good', words: 'No other laptop is known to lack anything.' }],
    });
  });

  it('names who may lack what, but no laptop that was removed', () => {
    const laptops = [
      laptop('Laptop A', { isThisOne: true }),
      laptop('Laptop B', { lacks: 1 }),
      laptop('Laptop C', { lacks: 1200 }),
      laptop('Laptop D', { lacks: 9, removed: { on: '2026-05-08', reason: 'Stolen' } }),
    ];
    const { isGood, lines } = standingOf(status({ laptops }), 0);
    expect(isGood).toBe(true);
    expect(lines.map(({ words }) => words)).toEqual([
      'May be lacking elsewhere: Laptop B 1 change and Laptop C 1,200 changes.',
    ]);
  });

  it('does not list every laptop that may lack something when they are many', () => {
    const laptops = ['B', 'C', 'D', 'E'].map((name) => laptop(`Laptop ${name}`, { lacks: 3 }));
    expect(standingOf(status({ laptops }), 0).lines.map(({ words }) => words)).toEqual([
      '4 laptops may lack changes. The list of laptops says how many.',
    ]);
  });

  it('puts what needs a person first and counts it', () => {
    const { headline, lines } = standingOf(
      status({ conflicts: 3, folder: { ...folder, state: 'asks' }, gaps: ['Change 18 of Laptop B is missing.'] }),
      1,
    );
    expect(headline).toBe('3 things need you');
    expect(lines[0]?.words).toBe('3 conflicts wait for a decision.');
    expect(lines.map(({ kind, place }) => [kind, place])).toEqual([
      ['needs-you', 'conflicts'],
      ['needs-you', undefined],
      ['needs-you', 'join'],
      ['waits', undefined],
    ]);
  });

  it('tells the person at a laptop that was removed', () => {
    const removed = { on: '2026-05-08', reason: 'Stolen' };
    const laptops = [laptop('Laptop A', { isThisOne: true, removed }), laptop('Laptop B')];
    expect(standingOf(status({ laptops }), 0)).toMatchObject({
      headline: 'One thing needs you',
      lines: [{ words: expect.stringMatching(/^This laptop was removed from the board on 8 May 2026: Stolen\./) }],
    });
  });

  it.each([
    ['away', 'It cannot be reached. It is tried again by itself.'],
    ['paused', 'It is paused, until somebody here resumes it.'],
  ] as const)('does not say that all is well while the shared folder is %s', (state, words) => {
    const standing = standingOf(status({ folder: { ...folder, state } }), 0);
    expect(standing).toMatchObject({ isGood: false, headline: 'Nothing comes or goes by the shared folder now' });
    expect(standing.lines[0]?.words).toBe(words);
  });

  it('tells a gap as a thing that has not come yet', () => {
    const gaps = ['Changes 18 to 21 of Laptop B are missing; 22 to 30 are kept until they come.'];
    const standing = standingOf(status({ gaps, waiting: 9 }), 0);
    expect(standing.headline).toBe('Something of another laptop has not come yet');
    expect(standing.lines.map(({ words }) => words)).toEqual(gaps);
  });
});

describe('a report in words', () => {
  it('says whose changes came, and would come', () => {
    expect(reportHeadline(report(), false)).toBe('12 changes of Laptop B were taken in.');
    expect(reportHeadline(report({ operations: 1 }), false)).toBe('1 change of Laptop B was taken in.');
    expect(reportHeadline(report(), true)).toBe('12 changes of Laptop B would be taken in.');
  });

  it('says when nothing is new', () => {
    expect(reportHeadline(report({ operations: 0 }), true)).toBe('Nothing new: all of it is here already.');
  });

  it('ends the reason of a file that was left out with one full stop', () => {
    expect(leftInWords({ file: '“a.sync” of Laptop B', why: 'it was cut short. Copy it again' })).toBe(
      '“a.sync” of Laptop B was left out: it was cut short. Copy it again.',
    );
    expect(leftInWords({ file: '“a.sync”', why: 'it is old.' })).toBe('“a.sync” was left out: it is old.');
  });
});

describe('what is read out on the phone', () => {
  it('gives the first 16 digits four by four', () => {
    expect(hashGroups('0123456789abcdef'.repeat(4))).toEqual(['0123', '4567', '89ab', 'cdef']);
  });

  it('spells a code letter by letter, with a pause between its groups', () => {
    expect(spelledOut('K7QP2-M4XR9')).toBe('K 7 Q P 2, M 4 X R 9');
  });

  it('writes large counts with their commas', () => {
    expect([changesInWords(1), changesInWords(12_500)]).toEqual(['1 change', '12,500 changes']);
  });
});
