import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildHammersmith2008, HAMMERSMITH_BOARD } from '../../fixtures/public-cases/hammersmith-and-fulham-2008.ts';
import { formatsWithout, type Printed, print } from './printed.ts';

describe('Hammersmith & Fulham, late 2008', () => {
  let printed: Printed;
  beforeAll(async () => {
    printed = await print(buildHammersmith2008, HAMMERSMITH_BOARD);
  });
  afterAll(() => printed.close());

  test.each([
    'AM (initials): Death of a baby in 2007',
    'author: Independent investigator',
    'The briefing says “agreed by the LSCB”.',
    'The national grading regime began in April 2008, after the review was considered, and was used on it.',
    'Under discussion, with a meeting on 17 December.',
    'Of 50 reviews, 20 had been graded inadequate.',
    'Through it the LSCB decides whether to hold a review; an action plan is produced and then monitored',
    'LSCB, through its audit sub-group',
    'The register’s serious case review type says that grading began in April 2007.',
  ])('%s', (fact) => {
    expect(formatsWithout(printed, ['json', 'html'], fact)).toEqual([]);
  });

  test('tells the grade of a later regime as a history: provisional first, then under discussion', () => {
    expect(printed.rows('evaluations').map(({ grade, status, when }) => [grade, status, when])).toEqual([
      ['Inadequate', 'Provisional', 'initially'],
      ['No grade', 'Contested', 'late 2008'],
    ]);
  });

  test('holds that the board agreed the report, on a date known in words only', () => {
    expect(printed.rows('approvals-given')[0]).toMatchObject({
      what: 'Report, SCR AM',
      decision: 'Adopted',
      body: HAMMERSMITH_BOARD,
      date: 'before April 2008',
    });
    expect(printed.rows('proceed-decisions')[0]).toMatchObject({
      decision: 'To hold a review',
      by: 'LSCB, through its audit sub-group',
    });
  });

  test('prints the meeting to come on the grading', () => {
    expect(printed.rows('meetings')[0]).toEqual({
      meeting: 'Meeting on the grading',
      date: '17 December 2008',
      item: 'Grading of the review of AM (for discussion)',
      outcome: 'Still to be taken',
    });
  });

  test('keeps a national figure apart from what the register counts', () => {
    expect(printed.rows('stated-figures').map((row) => row.computed)).toEqual([
      '1 review',
      'Not counted by the register',
    ]);
  });

  test('is said in the Word and Excel documents too', () => {
    for (const fact of ['AM (initials)', 'Of 50 reviews, 20 had been graded inadequate.', 'Provisional']) {
      expect(formatsWithout(printed, ['docx', 'xlsx'], fact)).toEqual([]);
    }
  });
});
