import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ActionState } from '../../../db/domain/codes.ts';
import { openSharedBoard, refusalOf, TODAY } from '../../support/board.ts';

let board: Awaited<ReturnType<typeof openSharedBoard>>;
let reviewId: string;
let agencies: readonly string[];
let themes: readonly string[];
let reviews = 0;
beforeAll(async () => {
  board = await openSharedBoard();
  const { agencies: known, themes: taxonomy } = await board.client.board.get();
  themes = taxonomy.map(({ id }) => id);
  const { store } = board;
  const made = store.operation({ kind: 'edit-agency' }, (write) =>
    ['Police', 'Health', 'Housing'].map((name) => write.insert('agencies', { name: `${name} ${known.length}` })),
  );
  agencies = made.result;
}, 60_000);
afterAll(() => board.close());
beforeEach(async () => {
  const type = (await board.client.board.get()).reviewTypes.find(({ code }) => code === 'lcspr-england');
  const review = { reference: `LCSPR 2025/${++reviews}`, reviewTypeId: type?.id ?? '', notifiedOn: '2026-06-01' };
  reviewId = (await board.client.reviews.add(review)).id;
});

let number = 0;
const add = async (fields: object = {}): Promise<string> =>
  (await board.client.actions.add({ number: `${++number}`, text: 'Brief all teams', reviewId, ...fields })).id;
const row = (id: string) => board.store.row('actions', id);
const put = (id: string, state: ActionState): void =>
  void board.store.operation({ kind: 'import' }, (write) => write.update('actions', id, { state }));
const get = (id: string) => board.client.actions.get({ id });
const undo = (operationId: string | null) => board.client.history.undo({ operationId: operationId ?? '' });
const operations = (): number =>
  board.store.prepare<[], { n: number }>('select count(*) as n from operations').get()?.n ?? 0;

describe('splitting an action', () => {
  it('makes its parts in the plan of the original, which they supersede, and is undone as one', async () => {
    const id = await add({ leadAgencyId: agencies[0], targetDate: '2027-01', targetText: 'January', ownerKind: 'all' });
    await board.client.actions.changeThemes({ ids: [id], add: [themes[0] ?? ''] });
    await board.client.records.add({ table: 'actionJointLeads', row: { actionId: id, agencyId: agencies[1] ?? '' } });
    const before = operations();
    const parts = [
      { number: 'S1', text: 'Brief the day teams' },
      { number: 'S2', text: 'Brief the night teams', leadAgencyId: agencies[2] ?? null },
    ];
    const done = await board.client.actions.split({
      id,
      parts,
      original: 'superseded',
      date: TODAY,
      reason: 'Two jobs',
    });
    expect(operations()).toBe(before + 1);
    const [first, second] = await Promise.all(done.ids.map(get));
    expect(first).toMatchObject({
      action: { number: 'S1', reviewId, leadAgencyId: agencies[0], targetDate: '2027-01', targetText: 'January' },
      supersedes: [{ id }],
      jointLeads: [{ agencyId: agencies[1] }],
      themes: [{ themeId: themes[0] }],
    });
    expect(second?.action).toMatchObject({ leadAgencyId: agencies[2], ownerKind: 'all' });
    const original = await get(id);
    expect(original).toMatchObject({
      action: { state: 'superseded', stateSince: TODAY },
      supersededBy: { number: 'S1' },
      moves: [{ toState: 'superseded', reason: 'Split into S1 and S2: Two jobs' }],
    });
    await undo(done.operationId);
    expect(row(id)).toMatchObject({ state: 'not-started', supersededById: null });
    expect(done.ids.map((part) => row(part).removed)).not.toContain(null);
  });

  it('can leave the original as it is, with one part split off', async () => {
    const id = await add();
    const parts = [{ number: 'K1', text: 'Check that it worked' }];
    await board.client.actions.split({ id, parts, original: 'kept' });
    expect(row(id)).toMatchObject({ state: 'not-started', supersededById: null });
  });

  it.each([
    ['one part only', [{ number: 'X1', text: 'A' }], 'Because', /at least two parts/],
    [
      'no reason',
      [
        { number: 'X1', text: 'A' },
        { number: 'X2', text: 'B' },
      ],
      ' ',
      /why/,
    ],
    [
      'a number twice',
      [
        { number: 'X1', text: 'A' },
        { number: 'X1', text: 'B' },
      ],
      'Because',
      /X1 in this plan already/,
    ],
    [
      'an empty text',
      [
        { number: 'X1', text: 'A' },
        { number: 'X2', text: ' ' },
      ],
      'Because',
      /must not be empty/,
    ],
  ])('is refused with %s, and nothing is written', async (_, parts, reason, problem) => {
    const id = await add();
    const before = operations();
    const refusal = await refusalOf(board.client.actions.split({ id, parts, original: 'superseded', reason }));
    expect(refusal.code).toBe('bad-input');
    expect(String(refusal.details.problem)).toMatch(problem);
    expect(operations()).toBe(before);
  });

  it('is refused where the original may not be superseded, and no part is left', async () => {
    const id = await add();
    put(id, 'signed-off');
    const parts = [
      { number: 'Y1', text: 'A' },
      { number: 'Y2', text: 'B' },
    ];
    const refusal = await refusalOf(board.client.actions.split({ id, parts, original: 'superseded', reason: 'Late' }));
    expect(refusal).toMatchObject({ code: 'not-allowed' });
    const { total } = await board.client.actions.list({ filter: { reviewId: [reviewId] } });
    expect(total).toBe(1);
  });
});

describe('merging actions', () => {
  it('keeps one, which takes on the evidence, themes and leads of the others; one Undo takes it back', async () => {
    const [one, two] = [await add({ leadAgencyId: agencies[0] }), await add({ leadAgencyId: agencies[1] })];
    await board.client.actions.addEvidence({ ids: [two], what: 'Audit' });
    await board.client.actions.changeThemes({ ids: [two], add: [themes[1] ?? ''] });
    const done = await board.client.actions.merge({ ids: [one, two], intoId: one, reason: 'The same work' });
    expect(done.id).toBe(one);
    expect(await get(one)).toMatchObject({
      action: { state: 'not-started' },
      evidence: [{ what: 'Audit' }],
      themes: [{ themeId: themes[1] }],
      jointLeads: [{ agencyId: agencies[1] }],
      supersedes: [{ id: two }],
    });
    expect(row(two)).toMatchObject({ state: 'superseded', supersededById: one });
    await undo(done.operationId);
    expect(row(two)).toMatchObject({ state: 'not-started', supersededById: null });
    expect((await get(one)).evidence).toEqual([]);
  });

  it('can make a new one of them', async () => {
    const ids = [await add({ leadAgencyId: agencies[0] }), await add()];
    const done = await board.client.actions.merge({ ids, intoId: null, number: 'M1', text: 'Both', reason: 'Simpler' });
    expect(row(done.id)).toMatchObject({ number: 'M1', reviewId, leadAgencyId: agencies[0] });
    expect(ids.map((id) => row(id).supersededById)).toEqual([done.id, done.id]);
  });

  it('does all or nothing: one that is signed off stops it, named with the reason', async () => {
    const [one, two] = [await add(), await add()];
    put(two, 'signed-off');
    const refusal = await refusalOf(board.client.actions.merge({ ids: [one, two], intoId: one, reason: 'Same' }));
    expect(refusal.code).toBe('not-allowed');
    expect(String(refusal.details.why)).toContain(`Action ${row(two).number} cannot be superseded`);
    expect(row(one).state).toBe('not-started');
  });

  it.each([
    ['the same action twice', (id: string) => ({ ids: [id, id], intoId: id }), /at least two/],
    [
      'a new one without a text',
      (id: string, other: string) => ({ ids: [id, other], intoId: null, number: 'N' }),
      /text/,
    ],
  ])('is refused with %s', async (_, of, problem) => {
    const refusal = await refusalOf(board.client.actions.merge({ ...of(await add(), await add()), reason: 'Same' }));
    expect(String(refusal.details.problem)).toMatch(problem);
  });
});

describe('superseding and reopening', () => {
  it('names the action that takes its place, and forgets it when it is taken up again', async () => {
    const [one, two, three] = [await add(), await add(), await add()];
    await board.client.actions.supersede({ ids: [one], byId: two, reason: 'Replaced' });
    expect(row(one)).toMatchObject({ state: 'superseded', supersededById: two });
    const round = await board.client.actions.supersede({ ids: [two, three], byId: one, reason: 'Replaced' });
    expect(round).toMatchObject({ changed: 1, refused: [{ id: two, why: 'It would be superseded by itself.' }] });
    const open = await add();
    const done = await board.client.actions.reopen({
      ids: [one, open],
      date: TODAY,
      reason: 'It was needed after all',
    });
    expect(done).toMatchObject({ changed: 1, refused: [{ id: open, why: 'It is open already.' }] });
    expect(row(one)).toMatchObject({ state: 'in-progress', stateSince: TODAY, supersededById: null });
    expect((await get(one)).moves[0]).toMatchObject({ toState: 'in-progress', reason: 'It was needed after all' });
    await undo(done.operationId);
    expect(row(one)).toMatchObject({ state: 'superseded', supersededById: two });
  });

  it('asks for a reason', async () => {
    const id = await add();
    expect((await refusalOf(board.client.actions.reopen({ ids: [id], reason: ' ' }))).code).toBe('bad-input');
  });
});

describe('several actions at once', () => {
  it('are another area’s, and say whose', async () => {
    const ids = [await add(), await add()];
    const done = await board.client.actions.setOutside({
      ids,
      leadAgencyId: agencies[2],
      reason: 'Led by another area',
    });
    expect(done.changed).toBe(2);
    expect(ids.map((id) => row(id))).toMatchObject(
      ids.map(() => ({ state: 'outside-our-oversight', leadAgencyId: agencies[2] })),
    );
  });

  it('get one owner: a post by its name, all by nobody’s', async () => {
    const ids = [await add(), await add()];
    await board.client.actions.setOwner({ ids, ownerKind: 'post', owner: ' Head of Service ' });
    expect(row(ids[0] ?? '')).toMatchObject({ ownerKind: 'post', owner: 'Head of Service' });
    const all = await board.client.actions.setOwner({ ids, ownerKind: 'all', owner: 'left over' });
    expect(row(ids[1] ?? '')).toMatchObject({ ownerKind: 'all', owner: '' });
    await undo(all.operationId);
    expect(row(ids[1] ?? '')).toMatchObject({ ownerKind: 'post', owner: 'Head of Service' });
    const refusal = await refusalOf(board.client.actions.setOwner({ ids, ownerKind: 'group', owner: ' ' }));
    expect(String(refusal.details.problem)).toContain('Name the group');
  });

  it('are filed under themes and taken off others; one that is so already is told back', async () => {
    const [one, two] = [await add(), await add()];
    const [a = '', b = ''] = themes;
    await board.client.actions.changeThemes({ ids: [one], add: [a, b] });
    const done = await board.client.actions.changeThemes({ ids: [one, two], add: [b], takeOff: [a] });
    expect(done.changed).toBe(2);
    expect((await get(one)).themes.map(({ themeId }) => themeId)).toEqual([b]);
    const again = await board.client.actions.changeThemes({ ids: [one, two], add: [b] });
    expect(again).toMatchObject({ operationId: null, changed: 0 });
    expect(again.refused).toHaveLength(2);
  });
});

describe('dates that cannot be or do not fit', () => {
  it.each(['2026-05-31', '2026-05', '2025'])(
    'a first target of %s, before the review began, is refused in words',
    async (targetDate) => {
      const refusal = await refusalOf(add({ targetDate }));
      expect(refusal).toMatchObject({ code: 'bad-input', details: { field: 'targetDate' } });
      expect(String(refusal.details.problem)).toContain('before its review began, on 1 June 2026');
    },
  );

  it.each(['2026-02-31', '2026-13', 'soon'])('%s is no date', async (targetDate) => {
    expect((await refusalOf(add({ targetDate }))).code).toBe('bad-input');
  });

  it('an imprecise target that may fit is let in: the year that the review began in', async () => {
    expect(row(await add({ targetDate: '2026', targetText: 'late 2026' }))).toMatchObject({ targetDay: '2026-12-31' });
  });

  it('what contradicts itself is kept, and said', async () => {
    const id = await add({ targetDate: '2026-12' });
    await board.client.records.add({
      table: 'actionMilestones',
      row: { actionId: id, text: 'Brief staff', targetDate: '2027-02' },
    });
    expect((await get(id)).oddities).toEqual([
      'The milestone “Brief staff” is due February 2027, after the action’s own target, December 2026.',
    ]);
  });
});
