import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRecord } from '../../../db/service/records.ts';
import { buildSouthampton2009, SOUTHAMPTON_TRUST_BOARD } from '../../fixtures/public-cases/southampton-2009.ts';
import { formatsWithout, type Printed, packFor, print, rowsOf } from './printed.ts';

const THEMES = [
  'Changes in household composition',
  'Male partners and fathers',
  'Risk in parental history',
  'Drug and alcohol misuse and parenting',
  'Multi-agency pre-birth assessment',
  'Which policy applies',
];

describe('Southampton, 25 November 2009', () => {
  let printed: Printed;
  beforeAll(async () => {
    printed = await print(buildSouthampton2009, SOUTHAMPTON_TRUST_BOARD);
  });
  afterAll(() => printed.close());

  test.each([
    'Independent review: Independent review of inter-agency safeguarding',
    'Not required by statute. A proportion were already in place. A working group of the LSCB develops the action plan, which both boards must adopt or sign off.',
    'An independent review of inter-agency safeguarding, not required by statute, made 94 recommendations; a proportion were already in place.',
    'The implementation of four serious case review action plans is reported.',
    'Implementation of four serious case review action plans (for discussion)',
    'Progress was reviewed, and evidence of the actions of all agencies was presented.',
    'Present: Children’s Services (Director of Children’s Services); Government Office (Adviser); Local Safeguarding Children Board (Chair); Strategic Health Authority (Lead).',
    'Six main themes; none is new; all are consistent with national findings; passed to the chairs of two sub-committees and to the lead on workforce development, to embed and to verify that the changes have been effective.',
    'Training: Workshops',
    'Staff, supervisors and managers',
    'Within 5% of target, or exceeding it',
    'More than 5% and up to 15% below target',
    'More than 15% below target',
    'End of quarter two: 59% on target or exceeding.',
    'End of quarter two: 25% slight variance.',
    'End of quarter two: 16% significant variance.',
    'The 47 actions that show variance are to be brought back on schedule; authority is delegated to the chairs of the five steering groups.',
  ])('%s', (fact) => {
    expect(formatsWithout(printed, ['json', 'html'], fact)).toEqual([]);
  });

  test('asks both boards to adopt the plan, side by side', () => {
    const awaited =
      'Awaiting adoption by the Children and Young People’s Trust Board and the Southampton Local Safeguarding Children Board';
    expect(printed.rows('external-reports')[0]).toMatchObject({
      stated: '94',
      held: '94',
      'in-place': '3',
      plan: awaited,
    });
    expect(printed.rows('sign-off-reports-and-plans').map(({ what, body, asked }) => [what, body, asked])).toEqual([
      ['Action plan', 'Children and Young People’s Trust Board', 'Adopted'],
      ['Action plan', 'Southampton Local Safeguarding Children Board', 'Adopted'],
    ]);
    expect(
      formatsWithout(
        printed,
        ['html'],
        'Action plan answering Independent review, Independent review of inter-agency safeguarding: for adoption.',
      ),
    ).toEqual([]);
  });

  test('passes each of the six themes to two sub-committees and the workforce lead, to embed and verify', () => {
    const passed = printed.rows('themes-passed-on');
    expect(passed.map(({ theme }) => theme)).toEqual(THEMES);
    for (const row of passed) {
      expect(row).toMatchObject({
        national: 'National findings: consistent, not new',
        to: 'Monitoring and evaluation sub-committee; Professional practice sub-committee; Lead on workforce development',
        task: 'Embed the changes, and verify that they have been effective',
        embedded: 'Not yet',
        verified: 'Not yet',
      });
    }
  });

  test('counts 59, 25 and 16 per cent and 47 actions beside the stated ones', () => {
    expect(printed.rows('stated-figures').map((row) => row.computed)).toEqual([
      '94 recommendations',
      '4 serious case reviews',
      '6 themes',
      '59%',
      '25%',
      '16%',
      '47 actions',
      '5 steering groups',
    ]);
  });

  test('rates the actions in words, each with its symbol once', () => {
    const ratings = printed.rows('meeting-actions').map((row) => row.rag);
    expect(new Set(ratings)).toEqual(new Set(['On target', 'Slight variance', 'Significant variance']));
    expect(formatsWithout(printed, ['html'], '◆ Slight variance')).toEqual([]);
    expect(printed.words.html.includes('◆ ◆')).toBe(false);
  });

  test('tells each decision once, under the item it was taken on', () => {
    const decided = printed.rows('decisions-taken').map(({ decision }) => decision);
    expect(new Set(decided).size).toBe(decided.length);
    expect(decided).toContain(
      'The 47 actions that show variance are to be brought back on schedule; authority is delegated to the chairs of the five steering groups.',
    );
    const elsewhere = printed.rows('meetings').map(({ outcome }) => outcome);
    for (const decision of decided) expect(elsewhere).not.toContain(decision);
  });

  test('says a difference in words and corrects nothing', () => {
    addRecord(printed.board.store, 'statedFigures', {
      source: 'Another paper',
      statement: '48 actions show variance.',
      stated: 48,
      unit: 'actions',
      measure: 'actions-with-variance',
      position: 100,
    });
    expect(rowsOf(packFor(printed.board, SOUTHAMPTON_TRUST_BOARD), 'stated-figures').at(-1)).toMatchObject({
      statement: '48 actions show variance.',
      computed: '47 actions: differs from the 48 stated',
    });
  });

  test('is said in the Word and Excel documents too', () => {
    for (const fact of ['59% on target or exceeding', 'Lead on workforce development', 'Government Office (Adviser)']) {
      expect(formatsWithout(printed, ['docx', 'xlsx'], fact)).toEqual([]);
    }
  });
});
