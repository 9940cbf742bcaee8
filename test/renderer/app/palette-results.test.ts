import { describe, expect, it } from 'vitest';
import type { Command } from '../../../renderer/app/commands.ts';
import { commandToResult, findCommands, groupResults } from '../../../renderer/app/palette-results.ts';

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
