import { describe, expect, it } from 'vitest';
import { readRecommendationLines } from '../../../db/domain/recommendation-lines.ts';

const read = (pasted: string, options = {}) =>
  readRecommendationLines(pasted, options).map(({ number, text }) => [number, text]);

describe('pasted recommendations', () => {
  it.each([
    [
      'numbered with a dot',
      '1. Agree a pathway\n2. Train staff',
      [
        ['1', 'Agree a pathway'],
        ['2', 'Train staff'],
      ],
    ],
    [
      'numbered with a bracket',
      '1) Agree\n(2) Train',
      [
        ['1', 'Agree'],
        ['2', 'Train'],
      ],
    ],
    [
      'named',
      'Recommendation 1: Agree\nRecommendation 2 – Train',
      [
        ['1', 'Agree'],
        ['2', 'Train'],
      ],
    ],
    [
      'with a letter before',
      'R7. Agree\nr8 Train',
      [
        ['7', 'Agree'],
        ['8', 'Train'],
      ],
    ],
    [
      'of two levels',
      '3.1. Agree\n3.2. Train',
      [
        ['3.1', 'Agree'],
        ['3.2', 'Train'],
      ],
    ],
    [
      'with a letter behind',
      '4a. Agree\n4b. Train',
      [
        ['4a', 'Agree'],
        ['4b', 'Train'],
      ],
    ],
    [
      'barely numbered',
      '1 Agree\n2 Train',
      [
        ['1', 'Agree'],
        ['2', 'Train'],
      ],
    ],
    [
      'with the number above the text',
      '1.\nAgree\n2.\nTrain',
      [
        ['1', 'Agree'],
        ['2', 'Train'],
      ],
    ],
    [
      'with lines broken on the page, one beginning with a figure',
      '1. Agree within\n15 working days\nof the notice\n\n2. Train',
      [
        ['1', 'Agree within 15 working days of the notice'],
        ['2', 'Train'],
      ],
    ],
    ['under a heading, which is none', 'Recommendations for boards\n1. Agree', [['1', 'Agree']]],
    [
      'without numbers',
      'Agree a pathway\n• Train staff',
      [
        ['1', 'Agree a pathway'],
        ['2', 'Train staff'],
      ],
    ],
    [
      'with Windows line ends',
      '1. Agree\r\n2. Train\r\n',
      [
        ['1', 'Agree'],
        ['2', 'Train'],
      ],
    ],
    [
      'from a spreadsheet',
      'No.\tRecommendation\n1\tAgree\n2\tTrain\n',
      [
        ['1', 'Agree'],
        ['2', 'Train'],
      ],
    ],
    [
      'from a spreadsheet with a cell of several lines',
      '1\t"Agree ""one"" pathway\nfor all"\tNHS\n2\tTrain',
      [
        ['1', 'Agree "one" pathway for all'],
        ['2', 'Train'],
      ],
    ],
    ['nothing at all', ' \n\n', []],
  ])('%s', (_, pasted, lines) => {
    expect(read(pasted)).toEqual(lines);
  });

  it('are numbered on from those that there are', () => {
    expect(read('Agree\nTrain', { firstNumber: 35 })).toEqual([
      ['35', 'Agree'],
      ['36', 'Train'],
    ]);
  });

  it('say what cannot be added: a number twice, a number that is taken, no number, no text', () => {
    const problems = (pasted: string) =>
      readRecommendationLines(pasted, { taken: ['4A'] }).map(({ problem }) => problem);
    expect(problems('1. Agree\n1. Train\n4a. Check\n5.')).toEqual([
      null,
      'There is a recommendation 1 already.',
      'There is a recommendation 4a already.',
      'It has no text.',
    ]);
    expect(problems('\tAgree')).toEqual(['It has no number.']);
  });
});
