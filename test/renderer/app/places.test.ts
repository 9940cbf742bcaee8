import { describe, expect, it } from 'vitest';
import { placeOfPath } from '../../../renderer/app/places.ts';

describe('the place of an address', () => {
  it.each([
    ['/', 'overview'],
    ['/reviews', 'reviews'],
    ['/reviews/0190', 'reviews'],
    ['/settings/backups', 'settings'],
    ['/nowhere', null],
    ['/reviewsomething', null],
  ])('%s is %s', (path, place) => {
    expect(placeOfPath(path)).toBe(place);
  });
});
