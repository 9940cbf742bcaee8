import { describe, expect, it } from 'vitest';
import { placeOfPath, recordOfPath } from '../../../renderer/app/places.ts';

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

describe('the record that a page is about', () => {
  it.each([
    ['/reviews/r1', { at: 'review', id: 'r1', section: '' }],
    ['/meetings/m1', { at: 'meeting', id: 'm1' }],
    ['/actions/answered/e1', { at: 'external-report', id: 'e1' }],
    ['/settings/rag', { at: 'settings', section: 'rag' }],
    ['/reviews', null],
    ['/', null],
    ['/conflicts/c1', null],
  ])('%s', (path, record) => expect(recordOfPath(path)).toEqual(record));
});
