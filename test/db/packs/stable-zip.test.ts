import { strToU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { stableZip, stableZipInTurns } from '../../../db/packs/stable-zip.ts';

const long = strToU8('Named and dated. '.repeat(200_000));
const entries = { 'b.xml': [long.subarray(0, 1_234_567), long.subarray(1_234_567)], 'a.xml': strToU8('<a/>') };

describe('a zip that is the same each time', () => {
  it('holds its entries in order of their names, those in pieces as one', () => {
    const read = unzipSync(stableZip(entries));
    expect(Object.keys(read)).toEqual(['a.xml', 'b.xml']);
    expect(Buffer.compare(read['b.xml'] ?? new Uint8Array(), long)).toBe(0);
  });

  it('lets others in between while a long entry is compressed, and gives the same bytes', async () => {
    const turn = vi.fn(async () => undefined);
    const zip = await stableZipInTurns(entries, turn);
    expect(turn.mock.calls.length).toBeGreaterThanOrEqual(3);
    expect(Buffer.compare(zip, stableZip(entries))).toBe(0);
  });

  it('ends at a turn that is cancelled', async () => {
    const cancelled = async (): Promise<never> => Promise.reject(new Error('cancelled'));
    await expect(stableZipInTurns(entries, cancelled)).rejects.toThrow('cancelled');
  });
});
