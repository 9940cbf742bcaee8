import { describe, expect, it } from 'vitest';
import { isQueryChangedBy } from '../../../renderer/app/changed-queries.ts';

const key = (...path: string[]) => [path, { type: 'query' }];

describe('queries that an operation changed', () => {
  it('asks lists again whatever changed', () => {
    expect(isQueryChangedBy(['progressUpdates'])(key('actions', 'list'))).toBe(true);
    expect(isQueryChangedBy(['closures'])(key('overview', 'get'))).toBe(true);
  });

  it('asks for the board again only when something it holds changed', () => {
    expect(isQueryChangedBy(['progressUpdates', 'actions'])(key('board', 'get'))).toBe(false);
    expect(isQueryChangedBy(['agencies'])(key('board', 'get'))).toBe(true);
  });

  it('leaves the session and the backups alone', () => {
    expect(isQueryChangedBy(['boards'])(key('session', 'status'))).toBe(false);
    expect(isQueryChangedBy(['boards'])(key('backups', 'list'))).toBe(false);
  });

  it('asks only how the laptops stand when nothing of the board changed', () => {
    expect(isQueryChangedBy(['syncPlaces'])(key('sync', 'status'))).toBe(true);
    expect(isQueryChangedBy(['syncPlaces'])(key('actions', 'list'))).toBe(false);
    expect(isQueryChangedBy(['syncPlaces', 'actions'])(key('actions', 'list'))).toBe(true);
  });

  it('leaves what the shell answers alone', () => {
    expect(isQueryChangedBy(['boards'])(['recent boards'])).toBe(false);
  });
});
