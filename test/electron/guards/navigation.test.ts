import { describe, expect, it } from 'vitest';
import { isStartPage, mayNavigate, mayOpenWindow } from '../../../electron/guards/navigation.ts';

describe('a window goes nowhere but to the start page', () => {
  it.each([
    ['the start page is allowed', 'app://tracker/', true],
    ['an address within the page is allowed', 'app://tracker/#/reviews/12', true],
    ['another file of ours is not a page', 'app://tracker/assets/index.js', false],
    ['a query is not the start page', 'app://tracker/?from=elsewhere', false],
    ['a missing slash is rejected', 'app://tracker', false],
    ['userinfo @ trick is rejected', 'app://tracker@evil.example/', false],
    ['userinfo with a slash-like password is rejected', 'app://tracker:x@evil.example/', false],
    ['a longer host is rejected', 'app://tracker.evil.example/', false],
    ['the print host is rejected', 'app://print/1', false],
    ['other letter case is rejected', 'APP://TRACKER/', false],
    ['a leading space is rejected', ' app://tracker/', false],
    ['a backslash is rejected', 'app://tracker\\#/', false],
    ['https is rejected', 'https://tracker/', false],
    ['a file is rejected', 'file:///etc/passwd', false],
    ['a script is rejected', 'javascript:alert(1)', false],
    ['a data document is rejected', 'data:text/html,<h1>x</h1>', false],
    ['a blob document is rejected', 'blob:app://tracker/0a', false],
    ['a blank page is rejected', 'about:blank', false],
    ['nothing is rejected', '', false],
  ])('%s', (_, url, expected) => {
    expect(isStartPage(url)).toBe(expected);
    expect(mayNavigate({ url, isMainFrame: true })).toBe(expected);
  });

  it('a frame goes nowhere, not even to the start page', () => {
    expect(mayNavigate({ url: 'app://tracker/', isMainFrame: false })).toBe(false);
  });

  it.each(['https://example.com/', 'app://tracker/', 'about:blank'])('no second window opens for %s', (url) => {
    expect(mayOpenWindow(url)).toBe(false);
  });
});
