/** What somebody could fault in a paper on the public cases: figures that say more than is known, or that disagree. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pack } from '../../../../db/packs/model.ts';
import { buildCheshireWest2009, CHESHIRE_TRUST_BOARD } from '../../../fixtures/public-cases/cheshire-west-2009.ts';
import { buildHammersmith2008 } from '../../../fixtures/public-cases/hammersmith-and-fulham-2008.ts';
import type { PublicBoard } from '../../../fixtures/public-cases/public-board.ts';
import { buildSouthampton2009 } from '../../../fixtures/public-cases/southampton-2009.ts';
import { buildStaffordshire2009 } from '../../../fixtures/public-cases/staffordshire-2009.ts';
import { buildStaffordshire2018 } from '../../../fixtures/public-cases/staffordshire-2018-19.ts';
import { nilsOf, printSections, rowsOf } from './printed-sections.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'public-cases-'));
const boards: PublicBoard[] = [];
const built = async (build: (at: string) => Promise<PublicBoard>): Promise<PublicBoard> => {
  const board = await build(path.join(folder, String(boards.length)));
  boards.push(board);
  return board;
};

let cheshire: PublicBoard;
let hammersmith: PublicBoard;
let southampton: PublicBoard;
let staffordshire: PublicBoard;
let later: PublicBoard;
beforeAll(async () => {
  cheshire = await built(buildCheshireWest2009);
  hammersmith = await built(buildHammersmith2008);
  southampton = await built(buildSouthampton2009);
  staffordshire = await built(buildStaffordshire2009);
  later = await built(buildStaffordshire2018);
}, 60_000);
afterAll(() => {
  for (const { session } of boards) session.close();
  rmSync(folder, { recursive: true, force: true });
});

/** All that a pack says in sentences and lists. */
const sentencesOf = (pack: Pack): string =>
  pack.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind === 'list') return block.items;
      return block.kind === 'paragraph' || block.kind === 'nil' ? [block.text] : [];
    })
    .join('\n');

describe('what is not known is not said to be nothing', () => {
  test('delays that nobody dated have an unknown number of days, not none', () => {
    const pack = printSections(later, ['publication']);
    expect(rowsOf(pack, 'publication-delays-by-reason')).toEqual([
      { reason: 'Criminal proceedings', reviews: '3', total: 'not known', longest: 'not known' },
    ]);
    for (const row of rowsOf(pack, 'publication-delayed')) {
      expect(row).toMatchObject({
        since: 'Not known',
        review: 'None set',
        told: 'Nobody on record',
        interim: 'None on record',
      });
      expect(row).not.toHaveProperty('label');
    }
  });

  test('a date known by its year is not given a day', () => {
    expect(rowsOf(printSections(hammersmith, ['clocks']), 'review-timeline-figures')).toMatchObject([
      { 'column-1': 'since 2007' },
    ]);
    const spans = rowsOf(printSections(staffordshire, ['clocks']), 'review-timeline-figures');
    expect(spans.map((row) => row['column-1'])).toEqual([
      'completed 2008 or before, beginning not known',
      'completed 2008 or before, beginning not known',
    ]);
  });

  test('a clock stopped on a date known by its year was met at least so many days early', () => {
    for (const { state } of rowsOf(printSections(later, ['clocks']), 'clocks')) {
      expect(state).toContain('at least 455 days early');
    }
  });

  test('a yearly report does not deny what an imprecise date leaves open, the public one neither', () => {
    const year = { from: '2018-04-01', until: '2019-03-31' };
    const own = sentencesOf(printSections(later, ['annual-figures'], { year }));
    expect(own).toContain(
      'No learning review is known to have been published in the year; one was published on a date that does not say in which year.',
    );
    expect(own).toContain(
      'No serious case review is known to have been completed in the year; three were completed on dates',
    );
    const open = printSections(later, ['annual-figures'], { year, audience: 'public' });
    expect(sentencesOf(open)).toContain('so not counted as published in it: Joint learning review.');
  });

  test('a check with a finding was made, whatever its day', () => {
    expect(rowsOf(printSections(later, ['impact']), 'impact-checks').map(({ checked }) => checked)).toEqual([
      'Not yet',
      'Not dated',
    ]);
  });

  test('a step whose date only may lie in the period is not said to lie in it', () => {
    expect(sentencesOf(printSections(later, ['since-last'], { since: { kind: 'day', day: '2019-04-01' } }))).toContain(
      '3 steps of reviews are dated in this time, or may lie in it.',
    );
  });
});

describe('no two parts of a pack contradict each other', () => {
  test('the 47 actions with variance that the paper states are at risk in the plan', () => {
    expect(rowsOf(printSections(southampton, ['action-plans']), 'actions-by-review')).toMatchObject([
      { total: '115', 'on-track': '68', 'at-risk': '47' },
    ]);
  });

  test('an action that stands under its agency is not said to be owned by nobody', () => {
    const gap = rowsOf(printSections(staffordshire, ['appendix']), 'data-quality').find(
      ({ what }) => what === 'Open action that nobody owns yet',
    );
    expect(gap).toMatchObject({ count: '1', which: 'Children’s Trust Board, 2 June 2009: 4' });
  });

  test('silent agencies are not passed over where nothing is late', () => {
    expect(nilsOf(printSections(staffordshire, ['one-page', 'exceptions']))).toContain(
      'Nothing is late; for 7 open actions no update has come since it was asked for.',
    );
  });

  test('a review is live by its definition also when its report is agreed', () => {
    const words = rowsOf(printSections(hammersmith, ['appendix']), 'words-used');
    expect(words.find(({ word }) => word === 'Live')?.meaning).toContain('whose report is agreed is live');
  });

  test('a board that was not recorded is not said to have been compared', () => {
    const words = sentencesOf(printSections(cheshire, ['since-last'], { body: CHESHIRE_TRUST_BOARD }));
    expect(words).not.toContain('Compared with the board as it was');
    expect(words).toContain('since the last meeting of the Cheshire West and Chester Children’s Trust Board');
  });
});

test('the example of a year that the rules of counting give is the year of the data', () => {
  expect(sentencesOf(printSections(cheshire, ['appendix']))).toContain(
    'what is due in “2009” is late from 1 January 2010',
  );
});

test('where nothing was asked for or signed off, no pack says that all of it was answered or checked', () => {
  const words = nilsOf(printSections(cheshire, ['exceptions', 'impact', 'annual-figures'])).join('\n');
  expect(words).not.toMatch(/\bEvery\b/);
});
