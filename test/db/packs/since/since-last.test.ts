import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PackModel, packOptions, type PackOptionsGiven } from '../../../../db/contract/packs.ts';
import { changesBetweenMoments, changesInSteps } from '../../../../db/packs/since/changes-between.ts';
import { createEarlierBoards } from '../../../../db/packs/since/moment.ts';
import { endOfDay } from '../../../../db/store/log-end.ts';
import { packToJson } from '../../../../db/packs/json.ts';
import { buildInSteps } from '../../../../db/service/pack-steps.ts';
import { packOf } from '../../../../db/service/packs.ts';
import { DAY, openBoard, openSharedBoard, refusalOf, type TestBoard, TODAY } from '../../../support/board.ts';

const BODY = 'Executive group';
const optionsOf = (given: Partial<PackOptionsGiven>): PackOptionsGiven => ({
  title: 'Status pack',
  body: BODY,
  meetingDate: null,
  purpose: 'information',
  marking: 'OFFICIAL-SENSITIVE',
  sections: ['since-last'],
  ...given,
});
const since = (day: string): Pick<PackOptionsGiven, 'since'> => ({ since: { kind: 'day', day } });

let board: TestBoard;
let typeId: string;
let stages: readonly { readonly id: string; readonly kind: string; readonly name: string }[];
let reasonId: string;
const use = async (opened: TestBoard): Promise<void> => {
  board = opened;
  const data = await board.client.board.get();
  const type = data.reviewTypes.find(({ code }) => code === 'lcspr-england');
  typeId = type?.id ?? '';
  stages = type?.stages ?? [];
  reasonId = data.delayReasons.find(({ code }) => code === 'criminal-proceedings')?.id ?? '';
};

const stageOf = (kind: string) => stages.find((stage) => stage.kind === kind) ?? { id: '', name: '' };
const addReview = async (reference: string, notifiedOn: string): Promise<string> =>
  (await board.client.reviews.add({ reference, reviewTypeId: typeId, notifiedOn })).id;
const addAction = async (reviewId: string, number: string, targetDate: string | null = null): Promise<string> =>
  (await board.client.actions.add({ number, text: `Brief team ${number}`, reviewId, targetDate })).id;
const nextDay = (days = 1): void => board.clock.advance(days * DAY);
const preview = (given: Partial<PackOptionsGiven>): Promise<PackModel> => board.client.packs.preview(optionsOf(given));

type Blocks = PackModel['sections'][number]['blocks'];
const blocksOf = (pack: PackModel): Blocks => pack.sections.find(({ id }) => id === 'since-last')?.blocks ?? [];
const table = (pack: PackModel, id: string) => {
  const found = blocksOf(pack).find((block) => block.kind === 'table' && block.id === `since-${id}`);
  if (found?.kind !== 'table') throw new Error(`no table ${id}`);
  return found;
};
const rows = (pack: PackModel, id: string): readonly string[] =>
  table(pack, id).rows.map((row) => row.map(({ text }) => text).join(' | '));
const lines = (pack: PackModel): readonly string[] =>
  blocksOf(pack).flatMap((block) => (block.kind === 'list' ? block.items : []));

/** What a fortnight brings: a review new and moved on, a target moved, a delay begun and ended, an action signed off. */
const fortnight = async () => {
  const old = await addReview('LCSPR 2025/01', '2026-01-05');
  const done = await addAction(old, '1', '2027-03-01');
  const late = await addAction(old, '2', '2026-11-25');
  const moved = await addAction(old, '3', '2027-01-31');
  await board.client.actions.moveState({ ids: [done], to: 'reported-complete', date: TODAY });
  nextDay();
  await board.client.reviews.moveStage({ id: old, stageId: stageOf('in-progress').id });
  await addReview('LCSPR 2026/09', '2026-11-24');
  await board.client.actions.changeTarget({
    ids: [moved],
    targetDate: '2027-04-30',
    targetText: null,
    targetMeetingId: null,
    reason: 'Supplier is late',
  });
  nextDay();
  const delay = await board.client.publication.addDelay({
    reviewId: old,
    delayReasonIds: [reasonId],
    since: '2026-11-25',
    expectedEndEvent: 'the verdict',
    told: 'National Panel',
    toldOn: '2026-11-25',
  });
  nextDay(2);
  await board.client.publication.endDelay({ delayId: delay.id, endedOn: '2026-11-27', endedBy: 'plea entered' });
  await board.client.actions.moveState({ ids: [done], to: 'evidence-accepted', date: '2026-11-27' });
  await board.client.actions.moveState({ ids: [done], to: 'signed-off', date: '2026-11-27' });
  return { old, late, done };
};

describe('what changed in a fortnight', () => {
  let shared: Awaited<ReturnType<typeof openSharedBoard>>;
  beforeAll(async () => {
    shared = await openSharedBoard();
    await use(shared);
    await fortnight();
  }, 60_000);
  afterAll(() => shared.close());

  it('names every new review, move, delay, sign-off and late thing, with the reasons that were given', async () => {
    const pack = await preview(since(TODAY));
    expect(rows(pack, 'new-reviews')).toEqual([expect.stringMatching(/^LCSPR 2026\/09 \| .* \| 24 November 2026 \| /)]);
    expect(rows(pack, 'stage-moves')).toEqual([
      expect.stringContaining(`${stageOf('in-progress').name} | 24 November 2026`),
    ]);
    expect(rows(pack, 'dates-moved')).toEqual([
      'LCSPR 2025/01, action 3 | 31 January 2027 | 30 April 2027 | Supplier is late | 24 November 2026',
    ]);
    expect(rows(pack, 'newly-late')).toContain(
      'Action | LCSPR 2025/01, action 2 | Was due 25 November 2026: Brief team 2 | 2',
    );
    expect(rows(pack, 'actions')).toEqual([
      'LCSPR 2025/01, action 1 | Brief team 1 | Reported complete | Signed off | 27 November 2026',
    ]);
    expect(rows(pack, 'delays')).toEqual([
      expect.stringMatching(/Began \| Criminal proceedings \| 25 November 2026 \| the verdict \| still running$/i),
      expect.stringMatching(/Ended \| Criminal proceedings \| 27 November 2026 \| plea entered \| 2$/i),
    ]);
    expect(lines(pack)).toEqual(
      expect.arrayContaining([
        '1 review is new.',
        '1 date was moved.',
        '1 action was signed off.',
        '1 publication delay began.',
        '1 publication delay ended.',
      ]),
    );
    expect(rows(pack, 'figures')).toEqual(
      expect.arrayContaining([
        'Reviews on the register | 1 | 2 | ↑ 1 more',
        'Open actions overdue | 0 | 1 | ↑ 1 more, worse',
        'Actions awaiting sign-off | 1 | 0 | ↓ 1 fewer',
        'Actions | 3 | 3 | = No change',
      ]),
    );
  });

  it('is told by the one page in the same words, of every period', async () => {
    for (const day of [TODAY, '2026-11-27', '2026-11-01']) {
      // oxlint-disable-next-line no-await-in-loop -- one pack after the other
      const pack = await preview({ ...since(day), sections: ['one-page', 'since-last'] });
      const onOnePage = pack.sections[0]?.blocks ?? [];
      const told = blocksOf(pack).find(({ kind }) => kind === 'list' || kind === 'nil');
      const at = onOnePage.findIndex((block) => block.kind === 'subheading' && block.text.startsWith('What changed'));
      const text = told?.kind === 'list' ? told.items.join(' ') : told?.kind === 'nil' ? told.text : '';
      expect(onOnePage.slice(at + 1, at + 3)).toContainEqual({ kind: 'paragraph', text });
      const isByDates = JSON.stringify(onOnePage).includes('by the dates that records carry');
      expect(isByDates).toBe(day === '2026-11-01');
    }
  });

  it('says that nothing changed, and every table says its own nil', async () => {
    const pack = await preview(since('2026-11-27'));
    expect(blocksOf(pack)).toContainEqual({ kind: 'nil', text: 'Nothing changed on 27 November 2026.' });
    const tables = blocksOf(pack).flatMap((block) => (block.kind === 'table' ? [block] : []));
    const changed = tables.filter(({ id, rows: found }) => id !== 'since-figures' && found.length > 0);
    expect(changed).toEqual([]);
    expect(new Set(tables.map(({ nil }) => nil)).size).toBe(tables.length);
  });

  it('since a day that the board was not recorded on yet says so, and goes by the dates of records', async () => {
    const pack = await preview(since('2026-11-01'));
    expect(JSON.stringify(blocksOf(pack))).toContain('The board was not recorded here yet on 1 November 2026');
    expect(rows(pack, 'figures')[0]).toBe('Reviews on the register | not known | 2 | – Not known then');
    expect(rows(pack, 'new-reviews')).toHaveLength(1);
    expect(rows(pack, 'delays')).toHaveLength(2);
    expect(rows(pack, 'dates-moved')).toHaveLength(1);
  });

  it('since a day after that of the pack, or since a pack that is not in the register, is refused by its field', async () => {
    const later = board.client.packs.preview(optionsOf(since('2026-12-24')));
    expect(await refusalOf(later)).toMatchObject({ code: 'bad-input', details: { field: 'since' } });
    const unknown = { kind: 'pack' as const, packId: '01890000-0000-7000-8000-000000000000' };
    const missing = board.client.packs.preview(optionsOf({ since: unknown }));
    expect(await refusalOf(missing)).toMatchObject({ code: 'bad-input', details: { field: 'since' } });
  });

  it('is data between any two moments of the log, and nothing is known before the board was made', async () => {
    const at = (day: string) => ({ end: endOfDay(day), day });
    const changes = changesBetweenMoments(board.store.db, at(TODAY), at('2026-11-24'));
    expect(changes).toMatchObject({ wasRecorded: true, newReviews: [{ reference: 'LCSPR 2026/09' }], delays: [] });
    expect(changesBetweenMoments(board.store.db, at('2020-01-01'), at(TODAY))?.wasRecorded).toBe(false);
    expect(changesBetweenMoments(board.store.db, at('2019-01-01'), at('2020-01-01'))).toBeNull();
  });

  it('gives turns while the boards are compared, not only while they are replayed', () => {
    const at = (day: string) => ({ end: endOfDay(day), day });
    const compared = [...changesInSteps(board.store.db, at(TODAY), at('2026-11-24'))].map(({ done }) => done);
    expect(compared.filter((done) => done > 2).length).toBeGreaterThanOrEqual(12);
    expect(compared).toEqual(compared.toSorted((one, other) => one - other));
    const steps = [...buildInSteps(board.store, packOptions.parse(optionsOf(since(TODAY))))];
    expect(steps.length).toBeGreaterThanOrEqual(12);
  });

  it('replays an earlier board once, none that was not recorded, and leaves none open', () => {
    const boards = createEarlierBoards(board.store.log, endOfDay('2026-11-27'));
    const wanted = { end: endOfDay(TODAY), day: TODAY };
    const earlier = boards.at(wanted);
    expect(boards.at(wanted)?.reader).toBe(earlier?.reader);
    expect(boards.at({ end: endOfDay('2020-01-01'), day: '2020-01-01' })).toBeNull();
    boards.close();
    expect(() => earlier?.reader.prepare('select 1')).toThrow(/not open/);
  });

  it('is the same as at that day later on, byte for byte, also while looking at the board of that day', async () => {
    const options = optionsOf({
      ...since(TODAY),
      sections: ['cover', 'since-last', 'annual-figures', 'annual-record', 'annual-improvements'],
    });
    const made = packToJson(packOf(board.store, options));
    nextDay(10);
    await addReview('LCSPR 2026/10', '2026-12-01');
    expect(packToJson(packOf(board.store, { ...options, asAt: '2026-11-27' }))).toEqual(made);
    for await (const _ of await board.client.asAt.look({ on: '2026-11-27' }));
    expect(packToJson(packOf(board.session.store, options))).toEqual(made);
    await board.client.asAt.leave();
  });
});

describe('what came right, and what was taken back', () => {
  beforeEach(async () => use(await openBoard()));

  it('tells why a thing is late no longer, an action that was reopened and an approval that was revoked', async () => {
    const reviewId = await addReview('LCSPR 2025/01', '2026-01-05');
    const [overdue, done] = [await addAction(reviewId, '1', '2026-11-20'), await addAction(reviewId, '2')];
    // oxlint-disable-next-line no-await-in-loop -- one state after the other
    for (const to of ['reported-complete', 'evidence-accepted', 'signed-off'] as const)
      await board.client.actions.moveState({ ids: [done], to, date: TODAY });
    const bodyId = (await board.client.board.get()).bodies[0]?.id ?? '';
    await board.client.approvals.record({ appliesTo: 'plan', reviewId, bodyId, kind: 'adopted', date: TODAY });
    nextDay(3);
    await board.client.actions.changeTarget({
      ids: [overdue],
      targetDate: '2027-02-01',
      targetText: null,
      targetMeetingId: null,
      reason: 'Lead post was vacant',
    });
    await board.client.actions.moveState({ ids: [done], to: 'in-progress', reason: 'An audit found gaps' });
    const approvalId = board.store.prepare<[], { id: string }>('select id from approvals').get()?.id ?? '';
    await board.client.approvals.revoke({ id: approvalId, revokedOn: '2026-11-26', reason: 'Adopted in error' });
    const pack = await preview(since(TODAY));
    expect(rows(pack, 'no-longer-late')).toEqual([
      'Action | LCSPR 2025/01, action 1 | Was due 20 November 2026: Brief team 1 | Target moved to 1 February 2027',
    ]);
    expect(rows(pack, 'actions')).toEqual([
      expect.stringMatching(/action 2 \| Brief team 2 \| Signed off \| In progress \| .* \| An audit found gaps$/),
    ]);
    expect(rows(pack, 'approvals')).toEqual([
      expect.stringMatching(
        /^LCSPR 2025\/01, action plan \| Revoked: adopted by .* \| 26 November 2026 \| Adopted in error$/,
      ),
    ]);
  });

  it('tells a meeting that was moved, with the reason of the operation', async () => {
    const bodyId = (await board.client.board.get()).bodies[0]?.id ?? '';
    const meeting = await board.client.records.add({ table: 'meetings', row: { bodyId, date: '2026-12-10' } });
    nextDay();
    await board.client.meetings.move({
      id: meeting.id,
      date: '2027-01-14',
      dateText: null,
      provisional: false,
      reason: 'No quorum in December',
    });
    expect(rows(await preview(since(TODAY)), 'dates-moved')).toEqual([
      expect.stringMatching(
        /: meeting \| 10 December 2026 \| 14 January 2027 \| No quorum in December \| 24 November 2026$/,
      ),
    ]);
  });
});

describe('since an issued pack', () => {
  it('begins where that pack had read to, within its day', async () => {
    await use(await openBoard());
    await addReview('LCSPR 2025/01', '2026-01-05');
    const logClock =
      board.store.prepare<[], { clock: string }>('select max(clock) as clock from operations').get()?.clock ?? '';
    const { result: packId } = board.store.operation({ kind: 'issue-pack' }, (write) =>
      write.insert('packs', {
        title: 'November pack',
        body: BODY,
        options: JSON.stringify(optionsOf({})),
        dataAsAt: TODAY,
        logClock,
        issuedAt: board.clock.now(),
      }),
    );
    await addReview('LCSPR 2026/02', '2026-11-20');
    const pack = await preview({ since: { kind: 'pack', packId } });
    expect(rows(pack, 'new-reviews')).toEqual([expect.stringContaining('LCSPR 2026/02')]);
    expect(JSON.stringify(blocksOf(pack)[0])).toContain('since the pack “November pack”');
  });
});
