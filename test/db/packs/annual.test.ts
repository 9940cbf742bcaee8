import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackModel, PackSectionId } from '../../../db/contract/packs.ts';
import { openBoard, openSharedBoard, type TestBoard } from '../../support/board.ts';

/** Each test has a year of its own on one board. */
const yearFrom = (year: number) => ({ from: `${year}-04-01`, until: `${year + 1}-03-31` });
const YEAR = yearFrom(2025);
const ANNUAL: readonly PackSectionId[] = ['annual-figures', 'annual-record', 'annual-improvements'];

const previewOf = (board: TestBoard, given: object = {}): Promise<PackModel> =>
  board.client.packs.preview({
    title: 'Annual report',
    body: 'Executive group',
    meetingDate: null,
    purpose: 'information',
    marking: 'OFFICIAL-SENSITIVE',
    sections: [...ANNUAL],
    ...given,
  });

const blocksOf = (pack: PackModel) => pack.sections.flatMap(({ blocks }) => blocks);
const tableOf = (pack: PackModel, id: string) => {
  const found = blocksOf(pack).find((block) => block.kind === 'table' && block.id === `annual-${id}`);
  if (found?.kind !== 'table') throw new Error(`no table ${id}`);
  return found;
};
const rows = (pack: PackModel, id: string): readonly string[] =>
  tableOf(pack, id).rows.map((row) => row.map(({ text }) => text).join(' | '));
const statements = (pack: PackModel): readonly string[] =>
  blocksOf(pack).flatMap((block) => (block.kind === 'list' ? block.items : []));

let board: Awaited<ReturnType<typeof openSharedBoard>>;
let types: ReadonlyMap<string, string>;
let reasonId: string;
beforeAll(async () => {
  board = await openSharedBoard();
  const data = await board.client.board.get();
  types = new Map(data.reviewTypes.map(({ code, id }) => [code, id]));
  reasonId = data.delayReasons.find(({ code }) => code === 'criminal-proceedings')?.id ?? '';
}, 60_000);
afterAll(() => board.close());

const add = async (reference: string, code: string, notifiedOn: string, completed: string | null = null) => {
  const { id } = await board.client.reviews.add({ reference, reviewTypeId: types.get(code) ?? '', notifiedOn });
  if (completed !== null)
    await board.client.records.add({
      table: 'milestones',
      row: { reviewId: id, kind: 'completed', date: completed },
    });
  return id;
};

const delayed = async (reviewId: string) =>
  board.client.publication.addDelay({
    reviewId,
    delayReasonIds: [reasonId],
    since: '2026-01-10',
    told: 'National Panel',
    toldOn: '2026-01-10',
  });

describe('the year in figures', () => {
  it('counts what was completed, goes on, is published and is delayed, by type, and says it in sentences to paste', async () => {
    // oxlint-disable-next-line no-await-in-loop -- in the order of their references
    for (const reference of ['SCR 1', 'SCR 2'])
      await delayed(await add(reference, 'scr-england', '2025-05-01', '2026-01-05'));
    const published = await add('LR 1', 'learning-review', '2025-06-01', '2025-10-01');
    await board.client.publication.publish({ reviewId: published, publishedOn: '2025-12-01', place: 'the website' });
    await add('LR 2', 'learning-review', '2026-02-01');
    await add('LR 3', 'learning-review', '2026-05-01');
    const pack = await previewOf(board, { year: YEAR });
    expect(statements(pack)).toEqual(
      expect.arrayContaining([
        'Two serious case reviews were completed in the year and not published because of ongoing criminal proceedings.',
        'No serious case review was in progress on 31 March 2026.',
        'One learning review was completed in the year and published.',
        'One learning review was in progress on 31 March 2026.',
      ]),
    );
    expect(rows(pack, 'reviews-by-type')).toEqual([
      'Serious case review | 2 | 2 | 0 | 0 | 2 | 2 | 0',
      'Learning review | 2 | 1 | 1 | 1 | 0 | 0 | 0',
      'All types | 4 | 3 | 1 | 1 | 2 | 2 | 0',
    ]);
    expect(rows(pack, 'delay-reasons')).toEqual(['Criminal proceedings | 2 | 2 of 2 (100%)']);
    expect(rows(pack, 'unpublished')[0]).toMatch(/^SCR 1 \| .* \| 5 January 2026 \| Criminal proceedings \| 80$/);
  });

  it('is that of the year which ended on 31 March before the day of the data, unless another is chosen', async () => {
    const first = (pack: PackModel): string => JSON.stringify(blocksOf(pack)[0]);
    expect(first(await previewOf(board))).toContain('1 April 2025 to 31 March 2026');
    const open = await previewOf(board, { year: { from: '2026-04-01', until: '2027-03-31' } });
    expect(first(open)).toContain('It has not ended: it is counted up to 23 November 2026.');
  });

  it('counts a clock as kept, met late or missed by the end of the year, with its denominator', async () => {
    const reviewId = await add('LCSPR 2022/1', 'lcspr-england', '2022-05-01');
    await board.client.records.add({
      table: 'milestones',
      row: { reviewId, kind: 'initiated', date: '2022-06-02' },
    });
    await board.client.publication.publish({ reviewId, publishedOn: '2023-06-01', place: 'the website' });
    const pack = await previewOf(board, { year: yearFrom(2022) });
    expect(rows(pack, 'clocks').find((row) => row.startsWith('Published within'))).toMatch(
      /\| 1 \| 0 \| 0 of 1 \(0%\) \| 0 \| 1 \| 0$/,
    );
  });

  it('tells a conversion, and the dates that do not say which year they belong to', async () => {
    const from = await add('RR 2020/1', 'rapid-review-england', '2020-09-01', '2020-09-20');
    await board.client.reviews.convert({
      id: from,
      reviewTypeId: types.get('lcspr-england') ?? '',
      reference: 'LCSPR 2020/1',
      initiatedOn: '2020-10-01',
      initiatedText: null,
    });
    await add('LR 2020/1', 'learning-review', '2020-05-01', '2021');
    const pack = await previewOf(board, { year: yearFrom(2020) });
    expect(rows(pack, 'conversions')).toEqual([
      'Rapid review | Local child safeguarding practice review | 1 | 1 of 1 (100%) | LCSPR 2020/1',
    ]);
    expect(statements(pack)).toContain('One review was converted into one of another type in the year.');
    expect(statements(pack)).toContainEqual(expect.stringMatching(/not counted as completed in it: LR 2020\/1\.$/));
  });
});

describe('the record of the year', () => {
  it('holds each recommendation with its answers, its actions as they stood then, and the decisions with their minutes', async () => {
    const { client } = board;
    const reviewId = await add('LCSPR 1', 'lcspr-england', '2025-05-01', '2025-11-01');
    const agency = await client.records.add({ table: 'agencies', row: { name: 'Police' } });
    const recommendation = await client.records.add({
      table: 'recommendations',
      row: { reviewId, number: '1', text: 'Share what is known.' },
    });
    await client.records.add({
      table: 'recommendationResponses',
      row: {
        recommendationId: recommendation.id,
        agencyId: agency.id,
        response: 'accepted',
        respondedOn: '2025-12-01',
      },
    });
    const action = await client.actions.add({
      number: '1.1',
      text: 'Brief all teams.',
      recommendationId: recommendation.id,
      leadAgencyId: agency.id,
    });
    const move = (to: 'reported-complete' | 'evidence-accepted' | 'signed-off', date: string) =>
      client.actions.moveState({ ids: [action.id], to, date });
    await move('reported-complete', '2026-02-03');
    await move('evidence-accepted', '2026-05-01');
    await move('signed-off', '2026-06-01');
    const bodyId = (await client.board.get()).bodies[0]?.id ?? '';
    await client.approvals.record({
      appliesTo: 'plan',
      reviewId,
      bodyId,
      kind: 'adopted',
      date: '2026-01-20',
      minuteReference: '2026-01/4',
    });
    await client.approvals.record({
      appliesTo: 'action',
      actionIds: [action.id],
      bodyId,
      kind: 'noted',
      date: '2026-07-02',
      minuteReference: '2026-07/1',
    });
    const pack = await previewOf(board, { year: YEAR });
    expect(rows(pack, 'record-local')).toEqual([
      'LCSPR 1 | 1 | Share what is known. | Accepted: Police. | 1.1 Brief all teams (Police): reported complete 3 February 2026. | 0 of 1 (0%) | None of their own',
    ]);
    expect(rows(pack, 'decisions')).toEqual([
      expect.stringMatching(/^20 January 2026 \| .* \| LCSPR 1, action plan \| Adopted \| 2026-01\/4$/),
    ]);
    const later = await previewOf(board, { year: { from: '2026-04-01', until: '2026-10-31' } });
    expect(rows(later, 'record-local')[0]).toMatch(
      /signed off 1 June 2026\. \| 1 of 1 \(100%\) \| 1\.1 Noted, .*, 2 July 2026, 2026-07\/1\.$/,
    );
    const after = await previewOf(board, { year: { from: '2026-08-01', until: '2026-10-31' } });
    expect(tableOf(after, 'record-local').rows).toEqual([]);
  });
});

describe('the improvements that resulted', () => {
  it('says for how many finished actions nothing on impact is recorded', async () => {
    const { client } = board;
    const reviewId = await add('LCSPR 2018', 'lcspr-england', '2018-05-01', '2018-11-01');
    const numbers = ['1', '2', '3'];
    const ids: string[] = [];
    // oxlint-disable-next-line no-await-in-loop -- in the order of their numbers
    for (const number of numbers)
      ids.push((await client.actions.add({ number, text: 'Brief all teams', reviewId })).id);
    // oxlint-disable-next-line no-await-in-loop -- one state after the other
    for (const to of ['reported-complete', 'evidence-accepted', 'signed-off'] as const)
      await client.actions.moveState({ ids, to, date: '2019-01-10' });
    await client.actions.moveState({ ids: [ids[0] ?? ''], to: 'embedded', date: '2019-03-01' });
    await client.records.add({
      table: 'impactChecks',
      row: {
        actionId: ids[1] ?? '',
        question: 'Do teams know?',
        method: 'Survey',
        checkedOn: '2019-03-10',
        result: 'partly-worked',
        finding: 'Two teams of five did not.',
      },
    });
    const pack = await previewOf(board, { year: yearFrom(2018) });
    expect(JSON.stringify(blocksOf(pack))).toContain(
      'For 1 of 3 actions signed off or embedded by 31 March 2019, nothing on impact is recorded.',
    );
    expect(rows(pack, 'impact-checks')).toEqual([
      'LCSPR 2018, action 2 | Do teams know? | Survey | 10 March 2019 | Partly worked | Two teams of five did not.',
    ]);
    expect(rows(pack, 'embedded')).toEqual([
      'LCSPR 2018 | 1 | Brief all teams | 1 March 2019 | No evidence recorded | No finding recorded',
    ]);
  });
});

describe('a year in which nothing was recorded', () => {
  it('is said in every sentence and every table, each in its own words', async () => {
    const pack = await previewOf(await openBoard(), { year: yearFrom(1990) });
    expect(statements(pack)).toEqual([
      'The board had no review of its own on the register in the year.',
      'No review was converted into one of another type in the year.',
      'The board took part in no review led by another area.',
    ]);
    const tables = blocksOf(pack).flatMap((block) => (block.kind === 'table' ? [block] : []));
    expect(tables.filter(({ rows: found }) => found.length > 0)).toEqual([]);
    expect(new Set(tables.map(({ nil }) => nil)).size).toBe(tables.length);
    expect(JSON.stringify(blocksOf(pack))).toContain('so no impact can be told');
  });
});

describe('the sample board', () => {
  let sample: Awaited<ReturnType<typeof openSharedBoard>>;
  beforeAll(async () => {
    sample = await openSharedBoard('sample');
  }, 60_000);
  afterAll(() => sample.close());

  it('adds up: the types to all types, and the states of actions to their denominators', async () => {
    const pack = await previewOf(sample);
    const numbers = tableOf(pack, 'reviews-by-type').rows.map((row) =>
      row.flatMap((cell) => (cell.kind === 'number' ? [cell.value ?? 0] : [])),
    );
    const all = numbers.pop() ?? [];
    expect(all.map((_, at) => numbers.reduce((sum, row) => sum + (row[at] ?? 0), 0))).toEqual(all);
    expect(tableOf(pack, 'record-national').rows.length).toBeGreaterThan(0);
  });
});

describe('the cover of an annual report', () => {
  const factsOf = async (sections: readonly PackSectionId[]) =>
    blocksOf(await previewOf(board, { sections, year: YEAR }))
      .flatMap((block) => (block.kind === 'facts' ? block.facts : []))
      .map(({ label, value }) => `${label}: ${value}`);

  it('says its year, and no period of a meeting that none of its sections speaks of', async () => {
    expect(await factsOf(['cover', 'annual-figures', 'annual-record'])).toEqual([
      'Year: 1 April 2025 to 31 March 2026',
    ]);
    expect(await factsOf(['cover', 'annual-figures', 'decisions'])).toHaveLength(2);
    expect(await factsOf(['cover', 'decisions'])).toEqual([expect.stringMatching(/^Period: /)]);
  });
});

describe('days of delay', () => {
  it('count a delay that had ended by the end of the year', async () => {
    const reviewId = await add('LCSPR 2025/77', 'lcspr-england', '2025-05-01', '2026-01-05');
    const delay = await delayed(reviewId);
    await board.client.publication.endDelay({ delayId: delay.id, endedOn: '2026-01-20', endedBy: 'plea entered' });
    const pack = await previewOf(board, { year: YEAR });
    expect(rows(pack, 'unpublished')).toContainEqual(expect.stringMatching(/^LCSPR 2025\/77 .* \| 10$/));
  });
});
