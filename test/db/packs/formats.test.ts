import { afterEach, describe, expect, test, vi } from 'vitest';
import { isPackFormatName, PACK_FORMATS } from '../../../db/packs/formats.ts';
import type { Pack } from '../../../db/packs/model.ts';
import { examplePack } from './example-pack.ts';

const formats = Object.entries(PACK_FORMATS);

afterEach(() => {
  vi.useRealTimers();
});

describe('every format', () => {
  test.each(formats)(
    '%s: the same pack gives the same bytes on another day and in another time zone',
    async (_, format) => {
      const zone = process.env.TZ;
      try {
        vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2020, 5, 6, 9) });
        process.env.TZ = 'Europe/London';
        const first = await format.write(examplePack);
        vi.setSystemTime(Date.UTC(2031, 0, 1, 23, 30));
        process.env.TZ = 'Pacific/Auckland';
        const second = await format.write(structuredClone(examplePack));
        expect(Buffer.compare(first, second)).toBe(0);
      } finally {
        process.env.TZ = zone ?? '';
        if (zone === undefined) delete process.env.TZ;
      }
    },
  );

  test.each(formats)('%s: a pack without sections is still a document', async (_, format) => {
    const empty: Pack = { ...examplePack, meetingDate: null, sections: [] };
    expect((await format.write(empty)).length).toBeGreaterThan(300);
  });

  test('a name that is not a format is not taken for one', () => {
    expect(isPackFormatName('docx')).toBe(true);
    expect(isPackFormatName('toString')).toBe(false);
    expect(isPackFormatName('pdf')).toBe(false);
  });
});
