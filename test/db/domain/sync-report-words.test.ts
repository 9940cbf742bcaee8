import { describe, expect, it } from 'vitest';
import { tablesWords } from '../../../db/domain/field-words.ts';
import { folderStateWords } from '../../../db/domain/sync-folder-words.ts';
import { clockBehindWords, syncReportSentence, waitingSentence } from '../../../db/domain/sync-report-words.ts';
import { RECORDED_TABLES } from '../../../db/store/tables.ts';

const nothing = { operations: 0, areas: [], removals: [], conflictsTotal: 0, waiting: 0 };

describe('what came from other laptops', () => {
  it('is one sentence, of what came or of what would come', () => {
    const report = {
      ...nothing,
      operations: 3,
      areas: [
        { made: 2, changed: 0 },
        { made: 0, changed: 1 },
      ],
      removals: [],
      conflictsTotal: 1,
    };
    const words = '3 changes: 2 new records, 1 changed record and 1 conflict to decide. Nothing is deleted.';
    expect(syncReportSentence(report, false)).toBe(`Took in ${words}`);
    expect(syncReportSentence(report, true)).toBe(`Would bring ${words}`);
    expect(syncReportSentence({ ...report, removals: [{}] }, true)).toContain('What would go can be put back');
    expect(syncReportSentence(nothing, true)).toBe('Nothing new.');
  });

  it('says what waits, and whose clock is behind', () => {
    expect(waitingSentence({ waiting: 0 })).toBeNull();
    expect(waitingSentence({ waiting: 2 })).toBe('2 changes wait for what comes before.');
    expect(clockBehindWords('Laptop B', 1)).toMatch(/^Laptop B’s clock is a year behind\./);
    expect(clockBehindWords('Laptop B', 3)).toMatch(/^Laptop B’s clock is 3 years behind\./);
  });

  it.each([
    ['actions', 'Actions'],
    ['agencies', 'Agencies'],
    ['bodyNames', 'Names of a body'],
    ['actionMilestones', 'Milestones of an action'],
    ['approvalConditions', 'Conditions'],
    ['packDocuments', 'Documents of a status pack'],
    ['conflictDecisions', 'Decisions between versions'],
    ['deviceRemovals', 'Removals of a laptop'],
    ['themeRoutes', 'Tasks for a theme'],
    ['themeMappings', 'Places in a national list'],
    ['adoptedRuns', 'Histories of an export'],
    ['evidence', 'Evidence'],
    ['notKnownHere', 'Records of a newer version'],
  ])('names the records of %s', (table, words) => {
    expect(tablesWords(table)).toBe(words);
  });

  it('has words for every table', () => {
    for (const { name } of RECORDED_TABLES) expect(tablesWords(name), name).not.toBe('Records of a newer version');
  });
});

describe('how it stands with the shared folder', () => {
  it('is said in sentences, whatever it is', () => {
    expect(
      folderStateWords({ kind: 'asks', name: 'a/1.sync', why: 'it would remove 9 of 12 agencies. Look at them first' }),
    ).toBe(
      '“a/1.sync” waits: it would remove 9 of 12 agencies. Look at them first. Nothing is exchanged until you have answered.',
    );
    expect(folderStateWords({ kind: 'asks', name: 'a/1.sync', why: 'it asks' }, () => 'Laptop B')).toBe(
      '“1.sync” of Laptop B waits: it asks. Nothing is exchanged until you have answered.',
    );
    expect(folderStateWords({ kind: 'error', words: { happened: 'It broke.', advice: 'Try again.' } })).toBe(
      'It broke. Try again.',
    );
    for (const kind of ['paused', 'looking', 'up-to-date', 'stopped'] as const)
      expect(folderStateWords({ kind })).toMatch(/\.$/);
  });
});
