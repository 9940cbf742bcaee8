import { describe, expect, it } from 'vitest';
import type { Command } from '../../../renderer/app/commands.ts';
import type { FoundGroup } from '../../../db/contract/search.ts';
import { commandToResult, findCommands, groupResults, groupsToResults } from '../../../renderer/app/palette-results.ts';

const command = (label: string, group: Command['group'] = 'Do'): Command => ({
  key: label,
  label,
  group,
  icon: 'add',
  run: () => undefined,
});

const commands = [
  command('Reviews', 'Go to'),
  command('Record a new review'),
  command('Lock the board'),
  command('Settings: Review types and clocks', 'Settings'),
];
const found = (typed: string): readonly string[] => findCommands(commands, typed).map(({ label }) => label);

describe('finding a command', () => {
  it('shows all of them before anything is typed', () => {
    expect(found('')).toHaveLength(4);
  });

  it('takes the beginnings of words, in any order', () => {
    expect(found('rev new')).toEqual(['Record a new review']);
    expect(found('REV')).toEqual(['Reviews', 'Record a new review', 'Settings: Review types and clocks']);
  });

  it('does not find letters in the middle of a word', () => {
    expect(found('oard')).toEqual([]);
  });
});

describe('groups of the palette', () => {
  it('stand in the order of their first result, each once', () => {
    expect(groupResults(commands.map(commandToResult)).map(({ group }) => group)).toEqual(['Go to', 'Do', 'Settings']);
  });
});

const group = (kind: FoundGroup['kind'], found: number, count = found): FoundGroup => ({
  kind,
  count,
  isMore: false,
  found: Array.from({ length: found }, (_, at) => ({
    kind,
    id: `${kind} ${at}`,
    title: [{ text: `${kind} ${at}`, isMatch: true }],
    context: '',
    snippet: [],
    isExact: false,
    link: { place: 'figures' },
  })),
});

describe('records in the palette', () => {
  it('stand by kind, and end with the way to all that was found', () => {
    const results = groupsToResults([group('reviews', 2), group('notes', 1, 12)], 'trial');
    expect(results.map((result) => result.group)).toEqual(['Reviews', 'Reviews', 'Notes', 'Find anything']);
    expect(results.at(-1)?.note).toBe('14 found');
  });

  it('are no more than can be looked over', () => {
    const results = groupsToResults(
      [
        group('reviews', 4),
        group('actions', 4),
        group('notes', 4),
        group('meetings', 4),
        group('themes', 4),
        group('bodies', 4),
      ],
      'trial',
    );
    expect(results).toHaveLength(21);
  });

  it('are none when nothing was found', () => {
    expect(groupsToResults([], 'xylophone')).toEqual([]);
  });
});
