import { describe, expect, it } from 'vitest';
import { type BundleName, bundleFileName, fileNameToBundle } from '../../../db/sync/bundle-names.ts';

describe('the name of a bundle’s file', () => {
  it.each<[BundleName, string]>([
    [{ kind: 'own', first: 17, last: 21 }, '000017-000021.sync'],
    [{ kind: 'own', first: 999_999, last: 1_234_567 }, '999999-1234567.sync'],
    [{ kind: 'relay', number: 3 }, 'relay-000003.sync'],
  ])('%j is %s', (name, file) => {
    expect(bundleFileName(name)).toBe(file);
    expect(fileNameToBundle(file)).toEqual(name);
  });

  it.each([
    '000017-000021.sync.part',
    '000017-000021 (1).sync',
    '000017-000021 (Laptop B’s conflicted copy 2026-11-22).sync',
    '000017-000021.SYNC',
    '17-21.sync',
    '0000017-000021.sync',
    '000021-000017.sync',
    '000000-000017.sync',
    'relay-000000.sync',
    'relay-3.sync',
    '000017.sync',
    '.sync',
    '../000017-000021.sync',
    '000017-000021.sync\n',
    '',
  ])('is none that is looked at: %j', (file) => {
    expect(fileNameToBundle(file)).toBeNull();
  });
});
