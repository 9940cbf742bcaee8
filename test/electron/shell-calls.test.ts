import { describe, expect, it, vi } from 'vitest';
import { decodeCall } from '../../electron/shell-calls.ts';

const id = '0b0b0b0b-0b0b-4b0b-8b0b-0b0b0b0b0b0b';
const bytes = new Uint8Array([1]);

describe('what crosses from the page is decoded before anything runs', () => {
  it.each([
    ['forgetBoard', [id]],
    ['chooseBoard', ['create', 'North']],
    ['saveFile', [{ suggestedName: 'a.pdf', bytes }]],
    ['openFile', [{ extensions: ['csv'], maxBytes: 10 }]],
    ['htmlToPdf', ['<p>']],
    ['lock', []],
    ['chooseSyncFolder', []],
    ['inUse', [10]],
  ] as const)('%s is answered with what it was given', async (name, given) => {
    const answer = vi.fn(async () => 'answer');
    const call = decodeCall({ [name]: answer }, name, given);
    expect(answer).not.toHaveBeenCalled();
    expect(call.accepted && (await call.answer())).toBe('answer');
    expect(answer).toHaveBeenCalledWith(...given);
  });

  it.each([
    ['an id that is a path', 'forgetBoard', ['../north']],
    ['an id too few', 'forgetBoard', []],
    ['an argument too many', 'lock', ['now']],
    ['a folder for sync that the page names itself', 'chooseSyncFolder', ['/etc']],
    ['an idle time of no minutes', 'inUse', [0]],
    ['an idle time without end', 'inUse', [Infinity]],
    ['a purpose that does not exist', 'chooseBoard', ['delete', 'North']],
    ['a name that is not text', 'nameBoard', [{}]],
    ['a name of a thousand pages', 'nameBoard', ['x'.repeat(100_000)]],
    ['bytes that are not bytes', 'saveFile', [{ suggestedName: 'a.pdf', bytes: [1] }]],
    ['a file with a path beside it', 'saveFile', [{ suggestedName: 'a.pdf', bytes, path: '/etc/passwd' }]],
    ['an extension that is a pattern', 'openFile', [{ extensions: ['*'], maxBytes: 10 }]],
    ['a limit that is none', 'openFile', [{ extensions: ['csv'], maxBytes: Infinity }]],
    ['a call that does not exist', 'readFile', ['/etc/passwd']],
    ['a name that every object has', 'constructor', []],
  ])('%s is refused', (_, name, given) => {
    const answers = new Proxy({}, { get: () => vi.fn() });
    expect(decodeCall(answers, name, given)).toEqual({ accepted: false });
  });
});
