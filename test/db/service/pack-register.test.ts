import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SavedDocument } from '../../../db/contract/pack-register.ts';
import type { PackFormat, PackOptionsGiven } from '../../../db/contract/packs.ts';
import { PACK_FORMATS } from '../../../db/packs/formats.ts';
import { BOARD_PACK } from '../../../db/packs/templates.ts';
import { DAY, openSharedBoard, refusalOf, type TestBoard, TODAY } from '../../support/board.ts';

const BODY = 'Executive group';
const OPTIONS: PackOptionsGiven = {
  title: 'Status pack',
  body: BODY,
  meetingDate: null,
  purpose: 'decision',
  marking: 'OFFICIAL-SENSITIVE',
  sections: ['cover', 'one-page', 'sign-off'],
  templateName: 'Board pack',
};
const WHOLE: PackOptionsGiven = { ...OPTIONS, sections: [...BOARD_PACK.sections] };

type Written = { readonly document: SavedDocument; readonly bytes: Buffer };

/** As the page does: writes the document and saves it. */
const write = async ({ client }: TestBoard, format: PackFormat, options = OPTIONS): Promise<Written> => {
  for await (const { file } of await client.packs.write({ options, format })) {
    if (file === null) continue;
    const { name: fileName, sha256, size, logClock, logVector, dataAsAt, base64 } = file;
    const document = { format, fileName, sha256, size, logClock, logVector, dataAsAt };
    return { document, bytes: Buffer.from(base64, 'base64') };
  }
  throw new Error('it ended without a file');
};

const issue = async (board: TestBoard, formats: readonly PackFormat[] = ['json'], options = OPTIONS) => {
  const written: Written[] = [];
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as the page does
  for (const format of formats) written.push(await write(board, format, options));
  const documents = written.map(({ document }) => document);
  return { ...(await board.client.packRegister.issue({ options, documents })), written };
};

const again = async ({ client }: TestBoard, packId: string, format: PackFormat) => {
  for await (const { file } of await client.packRegister.again({ packId, format })) if (file !== null) return file;
  throw new Error('it ended without a file');
};

const openAction = ({ store }: TestBoard): string =>
  store
    .prepare<[], { id: string }>(
      `select id from actions where state = 'in-progress' and removed is null and reviewId is not null order by id limit 1`,
    )
    .get()?.id ?? '';

/** What anybody may do to a board after its pack went out. */
const changeBoard = async (board: TestBoard): Promise<void> => {
  await moveTarget(board, '2027-12-31');
  const [review] = (await board.client.reviews.list({ filter: { live: true } })).rows;
  const edit = { table: 'reviews', id: review?.id ?? '', was: {}, force: true } as const;
  await board.client.records.edit({ ...edit, now: { title: `Retitled ${board.clock.now()}` } });
};

const moveTarget = async (board: TestBoard, targetDate: string): Promise<void> => {
  await board.client.actions.changeTarget({ ids: [openAction(board)], targetDate, reason: 'The trainer left' });
};

const meetingOf = async ({ client }: TestBoard, date: string): Promise<string> => {
  const { bodies } = await client.board.get();
  const bodyId = bodies.find(({ kind }) => kind === 'executive')?.id ?? '';
  return (await client.records.add({ table: 'meetings', row: { bodyId, date } })).id;
};

const NOWHERE = '01a203bc-0000-7000-8000-000000000000';

describe('an issued pack', () => {
  let board: TestBoard & { close(): void };
  beforeAll(async () => {
    board = await openSharedBoard('sample');
  });
  afterAll(() => board.close());

  it('is made again byte for byte in every format, whatever changed on the board since', async () => {
    const formats = Object.keys(PACK_FORMATS) as (keyof typeof PACK_FORMATS)[];
    const { id, written, number } = await issue(board, formats);
    expect(number).toBe(1);
    await changeBoard(board);
    board.clock.advance(3 * DAY);
    for (const { document, bytes } of written) {
      // oxlint-disable-next-line no-await-in-loop -- one board
      const file = await again(board, id, document.format);
      expect(file, document.format).toMatchObject({ verdict: 'same', name: document.fileName, dataAsAt: TODAY });
      expect(Buffer.from(file.base64, 'base64').equals(bytes), document.format).toBe(true);
    }
    const now = await write(board, 'json');
    expect(now.document.sha256).not.toBe(written.find(({ document }) => document.format === 'json')?.document.sha256);
  });

  it('says when a document cannot be compared, or differs from the one that was issued', async () => {
    const { document } = await write(board, 'json');
    const other = { ...document, sha256: 'f'.repeat(64) };
    const { id } = await board.client.packRegister.issue({ options: OPTIONS, documents: [other] });
    const different = await again(board, id, 'json');
    expect(different).toMatchObject({ verdict: 'different', recorded: { sha256: other.sha256 } });
    expect(different.words).toContain('differs from the one that was issued');
    expect(await again(board, id, 'html')).toMatchObject({ verdict: 'not-issued', recorded: null });
  });

  it('stands in the register with its documents, its figures and its neighbours, newest first', async () => {
    const { counts } = await board.client.overview.get();
    const { id, number } = await issue(board);
    const { rows, total } = await board.client.packRegister.list({ limit: 2 });
    expect(rows.map((row) => row.number)).toEqual([number, number - 1]);
    expect(total).toBe(number);
    expect(rows[0]).toMatchObject({ id, body: BODY, templateName: 'Board pack', tabledWords: 'Not tabled' });
    expect(rows[0]?.documents).toMatchObject([{ format: 'json' }]);
    const detail = await board.client.packRegister.detail({ id });
    expect(detail.options).toMatchObject({ ...OPTIONS, asAt: null, since: null });
    expect(detail.figures).toContainEqual({ measure: 'openActions', label: 'Open actions', value: counts.openActions });
    expect(detail.previous).toMatchObject({ number: number - 1 });
    expect(detail.next).toBeNull();
    expect((await board.client.packRegister.list({ audience: 'public' })).total).toBe(0);
  });

  it('is recorded as it was read, although the board was changed before it was issued', async () => {
    const before = (await board.client.overview.get()).counts.openActions;
    const { document } = await write(board, 'json');
    await board.client.actions.add({ number: 'X', text: 'Something new' });
    const { id } = await board.client.packRegister.issue({ options: OPTIONS, documents: [document] });
    const { logClock, figures } = await board.client.packRegister.detail({ id });
    expect(logClock).toBe(document.logClock);
    expect(figures.find(({ measure }) => measure === 'openActions')?.value).toBe(before);
    expect((await again(board, id, 'json')).verdict).toBe('same');
  });

  it('as at an earlier day, and those since another pack or since this very day, are made again too', async () => {
    const past = await issue(board, ['json'], { ...WHOLE, asAt: '2026-06-30' });
    const since = await issue(board, ['json'], {
      ...OPTIONS,
      sections: ['since-last'],
      since: { kind: 'pack', packId: past.id },
    });
    const { today } = await board.client.asAt.status();
    const sinceToday = { ...OPTIONS, sections: ['since-last' as const], since: { kind: 'day' as const, day: today } };
    const sameDay = await issue(board, ['json'], sinceToday);
    await changeBoard(board);
    expect(await again(board, sameDay.id, 'json')).toMatchObject({ verdict: 'same' });
    expect(await again(board, past.id, 'json')).toMatchObject({ verdict: 'same', dataAsAt: '2026-06-30' });
    expect(await again(board, since.id, 'json')).toMatchObject({ verdict: 'same' });
  });

  it('is what another of an earlier day begins from, although it was issued later than that day', async () => {
    const first = await issue(board, ['json'], { ...OPTIONS, asAt: '2026-03-31' });
    const options: PackOptionsGiven = {
      ...OPTIONS,
      asAt: '2026-06-30',
      sections: ['since-last'],
      since: { kind: 'pack', packId: first.id },
    };
    const second = await issue(board, ['json'], options);
    expect(second.written[0]?.bytes.toString()).toContain('since the pack “Status pack”');
    await changeBoard(board);
    expect(await again(board, second.id, 'json')).toMatchObject({ verdict: 'same', dataAsAt: '2026-06-30' });
    const tooLate = { ...options, asAt: '2026-02-28' };
    expect((await refusalOf(write(board, 'json', tooLate))).details).toMatchObject({ field: 'since' });
  });

  it('is made again the same on a laptop that was set to another time zone meanwhile', async () => {
    const zone = process.env.TZ;
    const { today } = await board.client.asAt.status();
    const since = { kind: 'day' as const, day: today };
    const options = { ...OPTIONS, sections: ['since-last' as const], since };
    const id = await meetingOf(board, '2027-03-01');
    // In the evening, when it is the next day already in Tokyo.
    board.clock.advance(2 * DAY - (board.clock.now() % DAY) - 3_600_000);
    await board.client.meetings.move({ id, date: '2027-03-08', provisional: false, reason: 'No quorum' });
    board.clock.advance(DAY);
    try {
      process.env.TZ = 'Europe/London';
      const issued = await issue(board, ['json', 'xlsx'], options);
      process.env.TZ = 'Asia/Tokyo';
      expect(await again(board, issued.id, 'json')).toMatchObject({ verdict: 'same' });
      expect(await again(board, issued.id, 'xlsx')).toMatchObject({ verdict: 'same' });
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('issued twice stands there twice, and nothing changed between the two', async () => {
    const [one, other] = [await issue(board), await issue(board)];
    expect(other.number).toBe(one.number + 1);
    const { figures, blocks } = await board.client.packRegister.compare({ packId: one.id, otherPackId: other.id });
    expect(figures.every(({ symbol }) => symbol === '=')).toBe(true);
    expect(JSON.stringify(blocks)).toContain('Nothing changed');
  });

  it('compared with another names what changed, whichever is given first', async () => {
    const one = await issue(board);
    board.clock.advance(DAY);
    await moveTarget(board, '2028-01-31');
    await board.client.actions.add({ number: 'X', text: 'Agreed in between' });
    const other = await issue(board);
    const compared = await board.client.packRegister.compare({ packId: other.id, otherPackId: one.id });
    expect([compared.before.number, compared.after.number]).toEqual([one.number, other.number]);
    const open = compared.figures.find(({ measure }) => measure === 'openActions');
    expect(open).toMatchObject({ after: Number(open?.before) + 1, symbol: '↑' });
    expect(JSON.stringify(compared.blocks)).toContain('31 January 2028');
    expect((await refusalOf(board.client.packRegister.compare({ packId: one.id, otherPackId: one.id }))).code).toBe(
      'bad-input',
    );
  });

  it('is refused when its documents are not of one state of this board', async () => {
    const { document } = await write(board, 'json');
    const issuing = (...documents: SavedDocument[]) =>
      refusalOf(board.client.packRegister.issue({ options: OPTIONS, documents }));
    await board.client.actions.add({ number: 'X', text: 'Meanwhile' });
    const later = (await write(board, 'html')).document;
    const refused = [
      await issuing(document, later),
      await issuing(document, document),
      await issuing({ ...document, logClock: '0'.repeat(16) }),
      await issuing({ ...document, logVector: `{"${NOWHERE}":1}` }),
      await issuing({ ...document, logVector: 'everything' }),
      await issuing({ ...document, dataAsAt: '2999-01-01' }),
      await issuing({ ...document, sha256: 'ABC' }),
      await issuing(),
    ];
    for (const { code, details } of refused)
      expect({ code, field: details.field }).toMatchObject({
        code: 'bad-input',
        field: expect.stringMatching(/^documents/),
      });
    const meetingId = { options: OPTIONS, documents: [document], meetingId: NOWHERE };
    expect(await refusalOf(board.client.packRegister.issue(meetingId))).toMatchObject({
      code: 'bad-input',
      details: { field: 'meetingId' },
    });
  });

  it('that is not in the register is not found; one of a later version says so', async () => {
    const { packRegister } = board.client;
    // oxlint-disable-next-line no-await-in-loop -- one board
    for (const work of [
      packRegister.detail({ id: NOWHERE }),
      packRegister.decisions({ id: NOWHERE }),
      packRegister.untable({ packId: NOWHERE }),
      again(board, NOWHERE, 'json'),
    ])
      expect(await refusalOf(work)).toMatchObject({ code: 'not-found', details: { what: 'pack' } });
    const { id } = await issue(board);
    const { options } = await packRegister.detail({ id });
    board.store.operation({ kind: 'issue-pack' }, (write) =>
      write.update('packs', id, { options: JSON.stringify({ ...options, hologram: true }) }),
    );
    expect(await packRegister.detail({ id })).toMatchObject({ id, options: null });
    const refused = await refusalOf(again(board, id, 'json'));
    expect(refused).toMatchObject({ code: 'not-allowed', details: { why: expect.stringContaining('later version') } });
  });

  it('takes a note of why it no longer holds, which Undo takes back', async () => {
    const { id } = await issue(board);
    const note = 'Withdrawn: the figures of one agency came too late.';
    const { operationId } = await board.client.packRegister.note({ packId: id, note });
    expect(await board.client.packRegister.detail({ id })).toMatchObject({ note });
    await board.client.history.undo({ operationId: operationId ?? '' });
    expect(await board.client.packRegister.detail({ id })).toMatchObject({ note: '' });
  });

  it('stays: issuing cannot be undone, and nothing is issued from the board of an earlier day', async () => {
    const { operationId } = await issue(board);
    expect((await refusalOf(board.client.history.undo({ operationId: operationId ?? '' }))).code).toBe('not-undoable');
    for await (const _ of await board.client.asAt.look({ on: '2026-08-31' }));
    const { document } = await write(board, 'json');
    expect(document).toMatchObject({ dataAsAt: '2026-08-31' });
    const refused = await refusalOf(board.client.packRegister.issue({ options: OPTIONS, documents: [document] }));
    expect(refused).toMatchObject({ code: 'not-allowed', details: { why: expect.stringContaining('31 August 2026') } });
    await board.client.asAt.leave();
  });
});

describe('a tabled pack', () => {
  let board: TestBoard & { close(): void };
  let packId: string;
  let meetingId: string;
  beforeAll(async () => {
    board = await openSharedBoard('sample');
  });
  afterAll(() => board.close());

  /** A pack that was issued for a meeting on this day. */
  const open = async (date: string): Promise<void> => {
    meetingId = await meetingOf(board, date);
    const body = (await board.client.meetings.get({ id: meetingId })).meeting.bodyName;
    packId = (await issue(board, ['json'], { ...OPTIONS, body, meetingDate: date })).id;
  };
  const detail = () => board.client.packRegister.detail({ id: packId });
  const agenda = async () => (await board.client.meetings.get({ id: meetingId })).items;

  it('makes one agenda item, which Undo takes back, and so does taking it off', async () => {
    await open(TODAY);
    expect(await detail()).toMatchObject({ meeting: { id: meetingId }, tabledOn: null, tabledWords: 'Not tabled' });
    const { operationId, meetingItemId } = await board.client.packRegister.table({
      packId,
      meetingId,
      tabledOn: TODAY,
    });
    expect(await agenda()).toMatchObject([
      { id: meetingItemId, title: 'Status pack', purpose: 'decision', pack: { id: packId, dataAsAt: TODAY } },
    ]);
    expect(await detail()).toMatchObject({
      tabledOn: TODAY,
      tabledWords: expect.stringContaining('Tabled on 23 November 2026'),
      agendaItems: [{ id: meetingItemId }],
    });
    await board.client.history.undo({ operationId: operationId ?? '' });
    expect(await agenda()).toEqual([]);
    expect(await detail()).toMatchObject({ tabledOn: null, agendaItems: [] });

    const first = await board.client.packRegister.table({ packId, meetingId, tabledOn: null });
    expect((await detail()).tabledWords).toContain('On the agenda of 23 November 2026');
    const second = await board.client.packRegister.table({ packId, meetingId, tabledOn: TODAY });
    expect(second.meetingItemId).toBe(first.meetingItemId);
    await board.client.packRegister.untable({ packId });
    expect(await agenda()).toEqual([]);
    expect((await refusalOf(board.client.packRegister.untable({ packId }))).code).toBe('not-allowed');
  });

  it('leaves the agenda it stood on when it is tabled elsewhere, but not where it was decided or deferred', async () => {
    const [elsewhere, other] = [await meetingOf(board, '2026-11-16'), await meetingOf(board, '2026-11-17')];
    await open('2026-11-18');
    const table = (at: string) => board.client.packRegister.table({ packId, meetingId: at, tabledOn: null });
    const standsAt = async () => (await detail()).agendaItems.map(({ meeting }) => meeting.id).toSorted();
    await table(meetingId);
    const moved = await table(elsewhere);
    expect(await standsAt()).toEqual([elsewhere]);
    expect(await agenda()).toEqual([]);

    await board.client.history.undo({ operationId: moved.operationId ?? '' });
    expect(await standsAt()).toEqual([meetingId]);
    const { meetingItemId } = await table(elsewhere);
    await board.client.records.add({
      table: 'decisions',
      row: { meetingId: elsewhere, meetingItemId, text: 'The pack was received.' },
    } as never);
    const here = await table(meetingId);
    const itemId = here.meetingItemId;
    await board.client.meetings.deferItem({ itemId, toMeetingId: null, text: 'the spring', reason: 'No time' });
    await table(other);
    expect(await standsAt()).toEqual([elsewhere, meetingId, other].toSorted());
    await board.client.packRegister.untable({ packId });
    expect(await standsAt()).toEqual([elsewhere, meetingId].toSorted());
  });

  it('is told with the decisions on it and on what it asked for, and stays once one was taken', async () => {
    await open('2026-11-20');
    const { meetingItemId } = await board.client.packRegister.table({ packId, meetingId, tabledOn: TODAY });
    const { bodies } = await board.client.meetings.asked();
    const reviewId = bodies.flatMap(({ asked }) => asked).find((one) => one.reviewId !== null)?.reviewId ?? '';
    const add = (row: object) => board.client.records.add({ table: 'decisions', row: { meetingId, ...row } } as never);
    await add({ meetingItemId, text: 'The pack was received.', minuteReference: '4.1' });
    await add({ reviewId, text: 'The report was adopted.', minuteReference: '4.2' });
    await add({ text: 'The date of the next meeting was agreed.' });
    const { decisions } = await board.client.packRegister.decisions({ id: packId });
    expect(decisions).toMatchObject([
      { text: 'The pack was received.', on: 'pack', subject: 'The pack', meeting: { id: meetingId } },
      { text: 'The report was adopted.', on: 'review', review: { id: reviewId } },
    ]);
    const ofMeeting = (await board.client.meetings.get({ id: meetingId })).decisions;
    expect(ofMeeting.find(({ text }) => text === 'The report was adopted.')).toMatchObject({
      review: { id: reviewId },
    });
    expect((await refusalOf(board.client.packRegister.untable({ packId }))).code).toBe('not-allowed');
  });

  it('needs a meeting that can have it, and a day that has come', async () => {
    await open('2026-11-19');
    const table = (more: object) =>
      refusalOf(board.client.packRegister.table({ packId, meetingId, tabledOn: null, ...more }));
    expect(await table({ meetingId: NOWHERE })).toMatchObject({ code: 'not-found', details: { what: 'meeting' } });
    expect(await table({ tabledOn: '2026-12-24' })).toMatchObject({
      code: 'bad-input',
      details: { field: 'tabledOn' },
    });
    await board.client.meetings.cancel({ id: meetingId, reason: 'No quorum' });
    expect((await table({})).code).toBe('not-allowed');
  });
});
