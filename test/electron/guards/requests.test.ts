import { describe, expect, it } from 'vitest';
import { mayRequest } from '../../../electron/guards/requests.ts';

const page = { origins: ['app://tracker'], devTools: false };

describe('a page loads our own files and nothing else', () => {
  it.each([
    ['our own file is loaded', 'app://tracker/assets/index.js', true],
    ['bytes in the page are loaded', 'data:image/png;base64,AA==', true],
    ['a blob of the page is loaded', 'blob:app://tracker/0a', true],
    ['https is refused', 'https://example.com/', false],
    ['http is refused', 'http://127.0.0.1:80/', false],
    ['a WebSocket is refused', 'wss://example.com/', false],
    ['ftp is refused', 'ftp://example.com/', false],
    ['a file is refused', 'file:///etc/passwd', false],
    ['another host of ours is refused', 'app://print/1', false],
    ['a longer host is refused', 'app://tracker.evil.example/x', false],
    ['userinfo @ trick is refused', 'app://tracker@evil.example/', false],
    ['an extension is refused', 'chrome-extension://abc/x.js', false],
    ['the developer tools are refused', 'devtools://devtools/bundled/x.js', false],
    ['a scheme that contains ours is refused', 'view-source:app://tracker/', false],
  ])('%s', (_, url, expected) => {
    expect(mayRequest(url, page)).toBe(expected);
  });

  it('the developer tools load themselves while developing', () => {
    expect(mayRequest('devtools://devtools/bundled/x.js', { ...page, devTools: true })).toBe(true);
  });
});
