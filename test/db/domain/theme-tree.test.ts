import { describe, expect, it } from 'vitest';
import {
  countsFor,
  inTreeOrder,
  pathTo,
  type ThemePlace,
  whyNotMerged,
  whyNotUnder,
  withThoseBelow,
} from '../../../db/domain/theme-tree.ts';

const theme = (
  id: string,
  parentThemeId: string | null = null,
  position = 0,
  mergedIntoId: string | null = null,
): ThemePlace => ({ id, name: id, parentThemeId, mergedIntoId, position });

const board: readonly ThemePlace[] = [
  theme('harm', null, 1),
  theme('child', null, 0),
  theme('online', 'harm', 3),
  theme('neglect', 'harm', 2),
  theme('gaming', 'online', 0),
  theme('cold homes', 'harm', 4, 'neglect'),
  theme('no heating', 'cold homes', 0, 'cold homes'),
];

describe('the tree of themes', () => {
  it('puts each theme below the one it stands under, siblings by position, and leaves merged ones out', () => {
    expect(inTreeOrder(board).map((each) => `${'  '.repeat(each.depth)}${each.theme.id}`)).toEqual([
      'child',
      'harm',
      '  neglect',
      '  online',
      '    gaming',
    ]);
  });

  it('keeps what stands under a merged theme in sight, under the one it went into', () => {
    const order = inTreeOrder([...board, theme('damp', 'cold homes', 9)]);
    expect(order.find(({ theme: { id } }) => id === 'damp')?.depth).toBe(2);
  });

  it('follows mergers to their end, also when they lead in a circle', () => {
    expect(countsFor(board, 'no heating')).toBe('neglect');
    expect(countsFor(board, 'online')).toBe('online');
    const circle = [theme('a', null, 0, 'b'), theme('b', null, 0, 'a')];
    expect(countsFor(circle, 'a')).toBe('a');
  });

  it('knows what stands below a theme and what above', () => {
    expect([...withThoseBelow(board, 'online')]).toEqual(['online', 'gaming']);
    expect(pathTo(board, 'gaming').map(({ id }) => id)).toEqual(['harm', 'online']);
    expect(pathTo(board, 'harm')).toEqual([]);
  });

  it.each([
    ['neglect', 'child', null],
    ['neglect', null, null],
    ['harm', 'harm', 'A theme cannot stand under itself.'],
    ['harm', 'gaming', '“gaming” stands under “harm”, so it cannot take it in.'],
    ['online', 'cold homes', '“cold homes” was merged into another theme.'],
    ['online', 'nothing', 'One of the two themes is not on the board any more.'],
  ] as const)('%s under %s', (id, under, why) => {
    expect(whyNotUnder(board, id, under)).toBe(why);
  });

  it.each([
    ['online', 'neglect', null],
    ['gaming', 'harm', null],
    ['harm', 'gaming', '“gaming” stands under “harm”. Move it elsewhere first, then merge.'],
    ['neglect', 'neglect', 'A theme cannot be merged into itself.'],
    ['cold homes', 'online', '“cold homes” was merged before.'],
    ['online', 'cold homes', '“cold homes” was merged into another theme itself.'],
  ] as const)('%s merged into %s', (id, into, why) => {
    expect(whyNotMerged(board, id, into)).toBe(why);
  });
});
