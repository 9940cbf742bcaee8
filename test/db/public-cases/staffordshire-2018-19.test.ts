import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildStaffordshire2018 } from '../../fixtures/public-cases/staffordshire-2018-19.ts';
import { formatsWithout, type Printed, packFor, print } from './printed.ts';

const BODY = 'Staffordshire Safeguarding Children Board';

describe('Staffordshire, annual report 2018/19', () => {
  let printed: Printed;
  beforeAll(async () => {
    printed = await print(buildStaffordshire2018, BODY);
  });
  afterAll(() => printed.close());

  test.each([
    '3 serious case reviews are complete; publication is delayed by ongoing criminal proceedings.',
    '3 serious case reviews are completed; publication is delayed by ongoing criminal proceedings.',
    'Multi-agency learning review involving health partners',
    '1 learning review is under way and not expected to be complete until late 2019.',
    'late 2019',
    'The board is not involved in any review outside its area.',
    'Learning review, led jointly with Stoke-on-Trent',
    'Sexual exploitation of a group of teenage girls, some of whom lived in Stoke-on-Trent',
    'Briefing: Briefing on the joint learning review',
    'Front-line staff and managers',
    'No other review was published in 2018/19.',
    'Makes sure that the learning and the action plans are fully implemented',
    'monthly, except in months with a board',
    'quarterly',
    '3 serious case reviews are to be handed over to the new joint partnership for finalisation before 29 September 2020.',
    '3 current serious case reviews are to be handed over to the new joint partnership for finalisation before 29 September 2020.',
    'before 29 September 2020',
    'Learning also comes from domestic homicide reviews',
    'Annual GP audit (JSAT)',
    'A housing department changed its process after a review.',
    'Training: Training reflects the themes: neglect',
    'Training: Training reflects the themes: impact on children',
    'From 2019 “local child safeguarding practice reviews” and “rapid reviews” replace the serious case review.',
    'A two-phase programme is explored with Birmingham.',
  ])('%s', (fact) => {
    expect(formatsWithout(printed, ['json', 'html'], fact)).toEqual([]);
  });

  test('keeps both words for the three reviews: completed, and current until handed over for finalisation', () => {
    const handOvers = printed.rows('hand-overs');
    expect(handOvers).toHaveLength(3);
    for (const row of handOvers) {
      expect(row).toMatchObject({
        body: 'To new joint partnership',
        deadline: 'before 29 September 2020',
        done: 'Not yet',
        note: 'For finalisation. Called “current” here and “completed” elsewhere in the same report.',
      });
    }
    expect(printed.rows('complete-reviews').filter(({ reference }) => reference?.startsWith('SCR'))).toHaveLength(3);
  });

  test('prints the years of the joint review without inventing a day', () => {
    const joint = printed.rows('complete-reviews').find(({ reference }) => reference === 'Joint learning review');
    expect(joint).toMatchObject({ began: '2017', completed: '2018' });
    expect(printed.rows('publication-published')[0]).toMatchObject({ on: '2018/19' });
  });

  test('prints what is counted beside what is stated', () => {
    expect(printed.rows('stated-figures').map((row) => row.computed)).toEqual([
      '3 serious case reviews',
      'In words only',
      '0 reviews',
      '1 review',
      '3 reviews',
      'In words only',
      'In words only',
    ]);
  });

  test('is said in the Word and Excel documents too', () => {
    for (const fact of ['late 2019', 'before 29 September 2020', 'Annual GP audit (JSAT)']) {
      expect(formatsWithout(printed, ['docx', 'xlsx'], fact)).toEqual([]);
    }
  });

  test('gives the same pack again', () => {
    expect(packFor(printed.board, BODY)).toEqual(printed.pack);
  });
});
