import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildStaffordshire2009, STAFFORDSHIRE_TRUST_BOARD } from '../../fixtures/public-cases/staffordshire-2009.ts';
import { formatsWithout, type Printed, print } from './printed.ts';

describe('Staffordshire, 2 June 2009', () => {
  let printed: Printed;
  beforeAll(async () => {
    printed = await print(buildStaffordshire2009, STAFFORDSHIRE_TRUST_BOARD);
  });
  afterAll(() => printed.close());

  test.each([
    'Two serious case reviews were judged inadequate in 2008; this was appealed.',
    'One is now adequate.',
    'Learning review that the county is involved in',
    'Serious case review, led by another local authority',
    'The board is involved in 1 review led by another area.',
    'National report: National report answered by a draft action plan',
    'The draft plan answers it under six core areas.',
    'Draft action plan answering the national report (for decision)',
    'Decision: agreed.',
    'The leads are to be further discussed and agreed by the Trust Executive: outstanding.',
    'Endorsement by the Safeguarding Children Board: outstanding.',
    'Section 11 audits are red because of missing responses from all eight district councils.',
    'The district has completed its form but not yet returned it.',
    'No response received to the section 11 audit',
    'Trust Board; district boards',
    'Executive summaries of reviews are to be shared with the Trust Board and the district boards.',
  ])('%s', (fact) => {
    expect(formatsWithout(printed, ['json', 'html'], fact)).toEqual([]);
  });

  test('tells each judgement in turn: inadequate and appealed twice, adequate once', () => {
    expect(
      printed.rows('evaluations').map(({ reference, grade, status, when }) => [reference, grade, status, when]),
    ).toEqual([
      ['SCR 2008/A', 'Inadequate', 'Appealed', '2008'],
      ['SCR 2008/A', 'Adequate', 'Regraded', 'by 2 June 2009'],
      ['SCR 2008/B', 'Inadequate', 'Appealed', '2008'],
    ]);
  });

  test('agrees the plan in principle, with its conditions, and waits for the Safeguarding Children Board', () => {
    expect(printed.rows('approvals-given')[0]).toMatchObject({
      what: 'Action plan, National report',
      decision: 'Agreed in principle',
      body: 'Children’s Trust Board',
      date: '2 June 2009',
    });
    expect(
      printed.rows('sign-off-reports-and-plans').find(({ reference }) => reference === 'National report'),
    ).toMatchObject({
      body: 'Staffordshire Safeguarding Children Board',
      words: 'Awaiting endorsement by the Staffordshire Safeguarding Children Board; 2 conditions outstanding',
    });
  });

  test('rates all eight districts red for want of a response, and tells completed, returned and received apart', () => {
    const audits = printed.rows('meeting-actions').filter(({ number }) => number?.startsWith('S11'));
    expect(audits).toHaveLength(8);
    for (const row of audits) expect(row.rag).toBe('Red: no response');
    expect(audits[0]?.stands).toBe(
      'Not started. Form completed: done 2009; Form returned: not yet; Form received: not yet. The district has completed its form but not yet returned it.',
    );
  });

  test('prints a person’s post, all, members and nobody as owners', () => {
    const owners = printed.rows('meeting-actions').filter(({ number }) => !number?.startsWith('S11'));
    expect(owners.map(({ owner }) => owner)).toEqual(['Head of service', 'all', 'members', 'Nobody yet']);
  });

  test('says in words where the register counts otherwise', () => {
    expect(printed.rows('stated-figures').map((row) => row.computed)).toEqual([
      '2 reviews',
      '1 review',
      '1 review led elsewhere',
      '0 recommendations: differs from the 58 stated',
      '7 agencies: differs from the 8 stated',
      'In words only',
    ]);
    expect(printed.rows('external-reports')[0]).toMatchObject({ stated: '58', held: '0' });
  });

  test('is said in the Word and Excel documents too', () => {
    for (const fact of ['Red: no response', 'differs from the 58 stated', 'Trust Board; district boards']) {
      expect(formatsWithout(printed, ['docx', 'xlsx'], fact)).toEqual([]);
    }
  });
});
