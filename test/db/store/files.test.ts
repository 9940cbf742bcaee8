import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as promises from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeNewFileDurably } from '../../../db/store/files.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof promises>();
  return { ...real, link: vi.fn(real.link) };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tracker-files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.mocked(promises.link).mockClear();
});
const file = (): string => path.join(folder, '000001-000003.sync');
const pieces = [Buffer.from('one '), Buffer.from('two')];

describe('writeNewFileDurably', () => {
  it('writes the pieces under the name, and leaves nothing else', async () => {
    await writeNewFileDurably(file(), pieces);
    expect(readFileSync(file(), 'utf8')).toBe('one two');
    expect(readdirSync(folder)).toEqual(['000001-000003.sync']);
  });

  it('takes pieces as they come', async () => {
    await writeNewFileDurably(
      file(),
      (async function* () {
        yield* pieces;
      })(),
    );
    expect(readFileSync(file(), 'utf8')).toBe('one two');
  });

  it('never writes a name that exists again', async () => {
    writeFileSync(file(), 'there');
    await expect(writeNewFileDurably(file(), pieces)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(file(), 'utf8')).toBe('there');
    expect(readdirSync(folder)).toEqual(['000001-000003.sync']);
  });

  it('does not replace a file that appeared while it was writing', async () => {
    const late = (async function* () {
      yield Buffer.from('mine');
      writeFileSync(file(), 'theirs');
    })();
    await expect(writeNewFileDurably(file(), late)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(file(), 'utf8')).toBe('theirs');
    expect(readdirSync(folder)).toEqual(['000001-000003.sync']);
  });

  it('writes over a part that was left behind', async () => {
    writeFileSync(`${file()}.part`, 'a longer part of another attempt');
    await writeNewFileDurably(file(), pieces);
    expect(readFileSync(file(), 'utf8')).toBe('one two');
  });

  it('leaves nothing behind when the pieces fail', async () => {
    const failing = (async function* () {
      yield Buffer.from('one');
      throw new Error('no more');
    })();
    await expect(writeNewFileDurably(file(), failing)).rejects.toThrow('no more');
    expect(readdirSync(folder)).toEqual([]);
  });

  describe('where there are no links', () => {
    beforeEach(() => {
      vi.mocked(promises.link).mockRejectedValueOnce(Object.assign(new Error('no links here'), { code: 'EPERM' }));
    });

    it('renames instead', async () => {
      await writeNewFileDurably(file(), pieces);
      expect(readFileSync(file(), 'utf8')).toBe('one two');
      expect(existsSync(`${file()}.part`)).toBe(false);
    });

    it('does not replace a file that appeared while it was writing', async () => {
      const late = (async function* () {
        yield Buffer.from('mine');
        writeFileSync(file(), 'theirs');
      })();
      await expect(writeNewFileDurably(file(), late)).rejects.toMatchObject({ code: 'EEXIST' });
      expect(readFileSync(file(), 'utf8')).toBe('theirs');
    });
  });
});
