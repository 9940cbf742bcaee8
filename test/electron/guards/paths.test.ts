import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileWithin, isInside, safeFileName } from '../../../electron/guards/paths.ts';

const folder = path.resolve('/program/out/renderer');
const inside = (...parts: readonly string[]) => path.join(folder, ...parts);

describe('an address stands for a file within the folder of pages or for none', () => {
  it.each([
    ['the start page', '/index.html', inside('index.html')],
    ['a built file', '/assets/index-Ab_3-x.js', inside('assets', 'index-Ab_3-x.js')],
    ['an encoded plain letter', '/%69ndex.html', inside('index.html')],
    ['traversal is rejected', '/../package.json', null],
    ['traversal further in is rejected', '/assets/../../package.json', null],
    ['traversal that ends inside is rejected all the same', '/assets/../index.html', null],
    ['encoded traversal is rejected', '/%2e%2e/package.json', null],
    ['traversal by an encoded slash is rejected', '/..%2fpackage.json', null],
    ['double-encoded traversal is rejected', '/%252e%252e%252fpackage.json', null],
    ['a NUL is rejected', '/index.html%00', null],
    ['a NUL before an ending is rejected', '/secret%00.html', null],
    ['a backslash is rejected', '/..\\package.json', null],
    ['an encoded backslash is rejected', '/..%5cpackage.json', null],
    ['a sibling folder whose name begins alike is rejected', '/../renderer-old/index.html', null],
    ['a drive is rejected', '/C:/Windows/win.ini', null],
    ['a stream of a file is rejected', '/index.html::$DATA', null],
    ['a hidden file is rejected', '/.env', null],
    ['the folder itself is rejected', '/', null],
    ['a folder with a trailing slash is rejected', '/assets/', null],
    ['a doubled slash is rejected', '//etc/passwd', null],
    ['malformed encoding is rejected', '/%E0%A4%A', null],
    ['a path without its slash is rejected', 'index.html', null],
    ['an empty path is rejected', '', null],
  ])('%s', (_, address, expected) => {
    expect(fileWithin(folder, address)).toBe(expected);
  });

  it.each([
    ['a file in it is inside', inside('a'), true],
    ['a name that only begins with dots is inside', inside('..a'), true],
    ['the folder itself is not inside itself', folder, false],
    ['its parent is not inside', path.dirname(folder), false],
    ['a sibling whose name begins alike is not inside', `${folder}-old`, false],
  ])('%s', (_, file, expected) => {
    expect(isInside(folder, file)).toBe(expected);
  });
});

describe('a suggested name becomes one harmless file name', () => {
  it.each([
    ['a plain name stays', 'Status pack 8 May 2020.docx', 'Status pack 8 May 2020.docx'],
    ['accents and other scripts stay', 'Pecyn statws – Môn 雪.pdf', 'Pecyn statws – Môn 雪.pdf'],
    ['folders are not folders any more', '../../etc/passwd', 'etc passwd'],
    ['Windows folders neither', '..\\..\\autoexec.bat', 'autoexec.bat'],
    ['a drive is not a drive', 'C:\\pack.pdf', 'C pack.pdf'],
    ['control characters go', 'pa\u0000ck\n.pdf', 'pa ck.pdf'],
    ['text that turns round goes', 'pack\u202efdp.exe', 'pack fdp.exe'],
    ['a hidden name is shown', '.bashrc', 'bashrc'],
    ['a name reserved on Windows is changed', 'CON.txt', '_CON.txt'],
    ['reserved with a number too', 'lpt1', '_lpt1'],
    ['an ending dot goes', 'pack.', 'pack'],
    ['nothing has a name', '', 'Untitled'],
    ['only dots have a name', '...', 'Untitled'],
  ])('%s', (_, suggested, expected) => {
    expect(safeFileName(suggested)).toBe(expected);
  });

  it('a long name keeps its ending', () => {
    const name = safeFileName(`${'long '.repeat(100)}.xlsx`);
    expect(name.length).toBeLessThanOrEqual(120);
    expect(name).toMatch(/long\.xlsx$/);
  });
});
