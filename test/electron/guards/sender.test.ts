import { expect, it } from 'vitest';
import { isOurPage } from '../../../electron/guards/sender.ts';

const ours = { contentsId: 7, isMainFrame: true, frameUrl: 'app://tracker/#/overview' };

it.each([
  ['the main frame of our window on our page is heard', ours, true],
  ['another window is not heard', { ...ours, contentsId: 8 }, false],
  ['a frame within our page is not heard', { ...ours, isMainFrame: false }, false],
  ['a frame that is already gone is not heard', { ...ours, frameUrl: null }, false],
  ['a page that is not ours is not heard', { ...ours, frameUrl: 'https://example.com/' }, false],
  ['the page that prints is not heard', { ...ours, frameUrl: 'app://print/1' }, false],
  ['userinfo @ trick is not heard', { ...ours, frameUrl: 'app://tracker@evil.example/' }, false],
])('%s', (_, sender, expected) => {
  expect(isOurPage(sender, 7)).toBe(expected);
});
