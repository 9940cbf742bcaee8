import { describe, expect, it } from 'vitest';
import type { BundleHeader, Range } from '../../../db/sync/bundle-header.ts';
import { checkSeals, type KnownDevices } from '../../../db/sync/runs.ts';
import type { Seal } from '../../../db/sync/seal.ts';
import { refusalOf } from '../../support/refusals.ts';
import { createLaptop, everyKindOfLine, sealWhole } from '../../support/sync-bundles.ts';

const { order, parts, office, home } = await everyKindOfLine();
const { header } = await sealWhole(order, parts);
const seals = parts.flatMap((part) => (part.kind === 'seal' ? [part.seal] : []));
const stranger = await createLaptop(9);
const keys = new Map([office, home].map(({ id, keys: { signKey } }) => [id, signKey]));
const known: KnownDevices = { signKeyOf: (device) => keys.get(device), isAdopted: () => false };

describe('checkSeals', () => {
  it('takes ranges that their own devices sealed', () => {
    expect(() => checkSeals(header, seals, known)).not.toThrow();
  });

  it('takes an adopted range without a seal', () => {
    const isAdopted = ([device]: Range): boolean => device === home.id;
    expect(() => checkSeals(header, seals.slice(0, 1), { ...known, isAdopted })).not.toThrow();
  });

  const another = (part: Partial<Seal>): readonly Seal[] =>
    seals.map((seal) => (seal.deviceId === home.id ? { ...seal, ...part } : seal));
  it.each<[string, BundleHeader, readonly Seal[], KnownDevices]>([
    ['without a seal', header, seals.slice(0, 1), known],
    [
      'whose seal was signed for another board',
      { ...header, board: stranger.id },
      seals.slice(1),
      { ...known, isAdopted: ([device]) => device === office.id },
    ],
    ['whose seal is of an earlier operation', header, another({ sequence: 1 }), known],
    ['whose seal another laptop signed', header, another({ signature: seals[0]?.signature ?? '' }), known],
    [
      'of a device whose key is not known',
      header,
      seals,
      { ...known, signKeyOf: (device) => (device === home.id ? undefined : keys.get(device)) },
    ],
    [
      'of a device that has another key',
      header,
      seals,
      { ...known, signKeyOf: (device) => (device === home.id ? stranger.keys.signKey : keys.get(device)) },
    ],
    [
      'that is adopted, but sealed wrongly',
      header,
      another({ signature: seals[0]?.signature ?? '' }),
      { ...known, isAdopted: () => true },
    ],
  ])('refuses a range %s', async (_, of, given, devices) => {
    const refused = await refusalOf(() => checkSeals(of, given, devices));
    expect(refused).toMatchObject({ code: 'bad-run', place: { device: home.id, sequence: 2 } });
  });
});
