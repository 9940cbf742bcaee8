import { describe, expect, it } from 'vitest';
import { addressToVisit } from '../../../renderer/app/visits.ts';

const id = '01900000-0000-7000-8000-000000000000';

describe('an address', () => {
  it.each([
    ['of a review opens it', `/reviews/${id}`, {}, { kind: 'reviews', id }],
    ['of a section of a review opens the review', `/reviews/${id}`, { section: 'notes' }, { kind: 'reviews', id }],
    ['of the actions with a panel opens the action', '/actions', { action: id }, { kind: 'actions', id }],
    ['of the register with a panel opens the review', '/publication', { review: id }, { kind: 'reviews', id }],
    ['of a meeting opens it', `/meetings/${id}`, {}, { kind: 'meetings', id }],
    ['of a body opens it', `/bodies/${id}`, {}, { kind: 'bodies', id }],
    ['of a list opens nothing', '/actions', { state: 'signed-off' }, null],
    ['of another view of reviews opens nothing', '/reviews/timeline', {}, null],
    ['of a place of actions opens nothing', '/actions/chasing', {}, null],
    ['of the overview opens nothing', '/', {}, null],
  ] as const)('%s', (_, path, search, wanted) => {
    expect(addressToVisit(path, search)).toEqual(wanted);
  });
});
