import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleNameToText, isFolderId, nextBundleName, textToBundleName } from '../../../db/sync/folder-names.ts';

describe('names in the shared folder', () => {
  it('are read as they are written', () => {
    expect(textToBundleName('000017-000021.sync')).toEqual({ kind: 'own', first: 17, last: 21 });
    expect(textToBundleName('relay-000003.sync')).toEqual({ kind: 'relay', number: 3 });
    expect(textToBundleName('999999-1000002.sync')).toEqual({ kind: 'own', first: 999_999, last: 1_000_002 });
  });

  it('come back from their parts whatever the numbers', () => {
    const number = fc.integer({ min: 1, max: 999_999_999 });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const own = { kind: 'own', first: Math.min(a, b), last: Math.max(a, b) } as const;
        const relay = { kind: 'relay', number: a } as const;
        expect(textToBundleName(bundleNameToText(own))).toEqual(own);
        expect(textToBundleName(bundleNameToText(relay))).toEqual(relay);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it.each([
    ['a half-copied file', '000017-000021.sync.part'],
    ['a copy that a file manager made', '000017-000021 (1).sync'],
    ['a copy that a folder service made', "000017-000021 (Laptop B's conflicted copy 2026-11-22).sync"],
    ['a name in capital letters', '000017-000021.SYNC'],
    ['a relay in capital letters', 'Relay-000003.sync'],
    ['too few digits', '17-21.sync'],
    ['more zeros than six digits need', '0000017-0000021.sync'],
    ['a range that ends before it begins', '000021-000017.sync'],
    ['a range from nothing', '000000-000004.sync'],
    ['relay nothing', 'relay-000000.sync'],
    ['a number that no computer counts to', '000001-9999999999999999.sync'],
    ['a path', '../000017-000021.sync'],
    ['a line break at the end', '000017-000021.sync\n'],
    ['digits of another script', '٠٠٠٠١٧-٠٠٠٠٢١.sync'],
    ['what a folder service keeps there', 'desktop.ini'],
    ['nothing', ''],
  ])('%s stands for nothing', (_why, name) => {
    expect(textToBundleName(name)).toBeNull();
  });

  it('of devices are ids in lower case', () => {
    expect(isFolderId('01957a6e-0000-7000-8000-0000000000b1')).toBe(true);
    expect(isFolderId('01957A6E-0000-7000-8000-0000000000B1')).toBe(false);
    expect(isFolderId('01957a6e-0000-7000-8000-0000000000b1 (1)')).toBe(false);
    expect(isFolderId('..')).toBe(false);
  });
});

describe('the next name', () => {
  it('is the range, as long as it is free', () => {
    expect(nextBundleName({ first: 17, last: 21 }, ['000001-000016.sync'])).toBe('000017-000021.sync');
  });

  it('is a relay for what is of others only', () => {
    expect(nextBundleName(null, [])).toBe('relay-000001.sync');
    expect(nextBundleName(null, ['relay-000001.sync', 'relay-000007.sync'])).toBe('relay-000008.sync');
  });

  it('is a relay when the range was written before, in whatever case the share shows it', () => {
    expect(nextBundleName({ first: 17, last: 21 }, ['000017-000021.SYNC'])).toBe('relay-000001.sync');
  });

  it('passes over the number of a relay that is half written or was copied', () => {
    expect(nextBundleName(null, ['relay-000002.sync.part', 'RELAY-000004.SYNC'])).toBe('relay-000005.sync');
  });
});
