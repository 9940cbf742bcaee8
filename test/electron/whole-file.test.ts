import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileFaultInWords, readWholeFile, writeWholeFile } from '../../electron/whole-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a file is written whole or not at all', () => {
  it('a new file has the bytes, and nothing else is left', async () => {
    const folder = temporaryFolder();
    await writeWholeFile(path.join(folder, 'pack.pdf'), bytesOf('new'));
    expect(readdirSync(folder)).toEqual(['pack.pdf']);
    expect(readFileSync(path.join(folder, 'pack.pdf'), 'utf8')).toBe('new');
  });

  it('an old file is replaced', async () => {
    const file = path.join(temporaryFolder(), 'pack.pdf');
    writeFileSync(file, 'old and longer');
    await writeWholeFile(file, bytesOf('new'));
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  it('when it cannot be put in place, what was there stays and no part is left', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'pack.pdf', 'in the way'), { recursive: true });
    await expect(writeWholeFile(path.join(folder, 'pack.pdf'), bytesOf('new'))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['pack.pdf']);
  });

  it('a folder that is gone is an error with its code', async () => {
    const file = path.join(temporaryFolder(), 'gone', 'pack.pdf');
    await expect(writeWholeFile(file, bytesOf('new'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a file is read up to a limit', () => {
  it('the bytes of a file within the limit', async () => {
    const file = path.join(temporaryFolder(), 'a.csv');
    writeFileSync(file, 'a,b');
    expect(await readWholeFile(file, 3)).toEqual({ outcome: 'read', bytes: bytesOf('a,b') });
  });

  it('a file over the limit is not read, and its size is told', async () => {
    const file = path.join(temporaryFolder(), 'a.csv');
    writeFileSync(file, 'a,bc');
    expect(await readWholeFile(file, 3)).toEqual({ outcome: 'too-large', size: 4 });
  });

  it('a folder is not a file', async () => {
    expect(await readWholeFile(temporaryFolder(), 3)).toEqual({ outcome: 'not-a-file' });
  });
});

describe('a fault is told in words without a path', () => {
  it.each(['ENOSPC', 'EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ENOENT', 'EISDIR', 'ENAMETOOLONG', 'EIO'])('%s', (code) => {
    const words = fileFaultInWords(Object.assign(new Error(`${code}: open '/home/a/secret'`), { code }));
    expect(words).toMatch(/^[A-Z].*\.$/);
    expect(words).not.toMatch(/secret|\/|E[A-Z]{3}/);
  });
});
