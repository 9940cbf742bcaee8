import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handOver, openDocument, receiveHandOver } from '../../../db/service/hand-overs.ts';
import type { HandOverDocument } from '../../../db/service/hand-over-document.ts';
import { checkLog } from '../../../db/service/check.ts';
import { openBoard, openSharedBoard, refusalOf, SMALL_COST, type TestBoard, TODAY } from '../../support/board.ts';

const FILE_PASSPHRASE = 'heather bridge paper lantern';
const SUCCESSOR = 'North Exampleshire Safeguarding Children Partnership';

let sender: Awaited<ReturnType<typeof openSharedBoard>>;
beforeAll(async () => {
  sender = await openSharedBoard('sample');
}, 60_000);
afterAll(() => sender.close());

const idOf = (board: TestBoard, reference: string): string =>
  board.store.prepare<[string], { id: string }>('select id from reviews where reference = ?').get(reference)?.id ?? '';

/** A review with a plan, approvals, delays and evidence. */
const REFERENCE = 'LCSPR 2025/02';

const terms = (reviewId: string) => ({
  reviewId,
  toBody: SUCCESSOR,
  toBodyId: null,
  deadline: '2026-12-31',
  note: '',
  passphrase: FILE_PASSPHRASE,
});

const handedOver = async (board: TestBoard, reference = REFERENCE) => {
  const reviewId = idOf(board, reference);
  const { file, operation } = await handOver(board.store, terms(reviewId), SMALL_COST);
  return { reviewId, file, operationId: operation?.id ?? '' };
};

const documentOf = async (bytes: Uint8Array) => openDocument(bytes, FILE_PASSPHRASE);

describe('handing a review over', () => {
  it('records when and to whom, moves it to its last stage, and makes it read-only here, all of it', async () => {
    const board = await openBoard('sample');
    const before = await board.client.reviews.get({ id: idOf(board, REFERENCE) });
    const { reviewId } = await handedOver(board);
    const { review, handOvers, actions, labels, recommendations } = await board.client.reviews.get({ id: reviewId });
    expect(handOvers).toMatchObject([
      { direction: 'to', body: SUCCESSOR, handedOverOn: TODAY, deadline: '2026-12-31' },
    ]);
    expect((await board.client.reviews.list({ filter: { find: REFERENCE } })).rows[0]?.stageKind).toBe('handed-over');

    const refused = async (work: Promise<unknown>) =>
      expect(await refusalOf(work)).toMatchObject({
        code: 'not-allowed',
        details: { why: `${REFERENCE} was handed over to ${SUCCESSOR} on 23 November 2026, so it is read-only here.` },
      });
    const { records } = board.client;
    const edit = (table: 'reviews' | 'labels' | 'actions', row: object & { id: string }, field: string) =>
      records.edit({ table, id: row.id, was: { [field]: (row as never)[field] }, now: { [field]: 'Other' } });
    await refused(edit('reviews', review, 'title'));
    await refused(edit('labels', labels[0] as never, 'label'));
    await refused(edit('actions', actions[0] as never, 'text'));
    await refused(records.add({ table: 'notes', row: { reviewId, text: 'A note' } }));
    await refused(
      records.add({ table: 'recommendations', row: { reviewId, number: '99', text: 'One more', position: 99 } }),
    );
    await refused(
      records.add({
        table: 'actions',
        row: { recommendationId: recommendations[0]?.id ?? '', number: '99', text: 'One more', position: 99 },
      }),
    );
    await refused(board.client.reviews.moveStage({ id: reviewId, stageId: before.review.stageId, reason: 'Back' }));
    await refused(board.client.reviews.remove({ id: reviewId, reason: 'Gone' }));
    await refused(board.client.actions.addUpdate({ ids: [actions[0]?.id ?? ''], date: TODAY, text: 'Done' }));
    expect((await board.client.reviews.get({ id: reviewId })).review).toEqual(review);
  });

  it('leaves every other review as it was, also one of the same case and evidence that it shares', async () => {
    const board = await openBoard('sample');
    const reviewId = idOf(board, REFERENCE);
    const { case: ofCase, review } = await board.client.reviews.get({ id: reviewId });
    const sibling = await board.client.reviews.add({
      reference: 'Beside it',
      reviewTypeId: review.reviewTypeId,
      caseId: ofCase.id,
    });
    await handedOver(board);
    await board.client.records.edit({
      table: 'cases',
      id: ofCase.id,
      was: { note: ofCase.note },
      now: { note: 'Still ours' },
    });
    await board.client.records.add({ table: 'notes', row: { reviewId: sibling.id, text: 'A note' } });
    expect((await board.client.reviews.get({ id: sibling.id })).notes).toHaveLength(1);
  });

  it('cannot be undone, but taken back with a reason, to the stage it was at', async () => {
    const board = await openBoard('sample');
    const stageId = (await board.client.reviews.get({ id: idOf(board, REFERENCE) })).review.stageId;
    const { reviewId, operationId } = await handedOver(board);
    expect((await refusalOf(board.client.history.undo({ operationId }))).code).toBe('not-undoable');
    await board.client.handOvers.takeBack({ reviewId, reason: 'The area stays with us' });
    const { review, handOvers } = await board.client.reviews.get({ id: reviewId });
    expect(review.stageId).toBe(stageId);
    expect(handOvers).toMatchObject([{ handedOverOn: null, note: expect.stringContaining('The area stays with us') }]);
    await board.client.records.add({ table: 'notes', row: { reviewId, text: 'A note' } });
    expect((await refusalOf(board.client.handOvers.takeBack({ reviewId, reason: 'Again' }))).code).toBe('not-allowed');
  });

  it('writes the file again for one that has gone, without another hand-over, and notes when it was accepted', async () => {
    const board = await openBoard('sample');
    const { reviewId } = await handedOver(board);
    const again = await handOver(board.store, { ...terms(reviewId), toBody: 'Somebody else' }, SMALL_COST);
    expect(again.operation).toBeNull();
    expect((await documentOf(again.file.bytes)).to).toBe(SUCCESSOR);
    await board.client.handOvers.accept({ reviewId, acceptedOn: TODAY });
    expect((await board.client.reviews.get({ id: reviewId })).handOvers).toMatchObject([{ acceptedOn: TODAY }]);
  });

  it('asks for a passphrase that is not easily guessed, and hands nothing over without one', async () => {
    const reviewId = idOf(sender, REFERENCE);
    expect(
      (await refusalOf(sender.client.handOvers.exportFile({ ...terms(reviewId), passphrase: '12345678' }))).code,
    ).toBe('weak-passphrase');
    expect((await sender.client.reviews.get({ id: reviewId })).handOvers).toEqual([]);
  });
});

describe('the file of a hand-over', () => {
  it('holds none of its words in the clear', async () => {
    const board = await openBoard('sample');
    const { reviewId, file } = await handedOver(board);
    const { labels, actions } = await board.client.reviews.get({ id: reviewId });
    for (const word of [REFERENCE, labels[0]?.label ?? '', actions[0]?.text.slice(0, 20) ?? '']) {
      expect(word).not.toBe('');
      expect(file.bytes.includes(word)).toBe(false);
    }
    expect(() => gunzipSync(file.bytes.subarray(50))).toThrow();
  });

  it('is refused when it is not ours, damaged, cut short, newer, or the passphrase is not its own', async () => {
    const board = await openBoard('sample');
    const { file } = await handedOver(board);
    const problemOf = async (bytes: Uint8Array, passphrase = FILE_PASSPHRASE) => {
      const { code, details } = await refusalOf(openDocument(bytes, passphrase));
      return `${code}: ${details.problem}`;
    };
    const altered = (at: number, to?: number): Buffer => {
      const copy = Buffer.from(file.bytes);
      copy[at] = to ?? (copy[at] ?? 0) ^ 1;
      return copy;
    };
    expect(await problemOf(file.bytes, 'another passphrase')).toMatch(
      /^bad-input: That passphrase does not open this file/,
    );
    expect(await problemOf(Buffer.from('%PDF-1.7'))).toMatch(/not a hand-over file/);
    expect(await problemOf(altered(3))).toMatch(/not a hand-over file/);
    expect(await problemOf(altered(16, 2))).toMatch(/newer version/);
    for (const damaged of [
      altered(17, 60),
      altered(20),
      altered(40),
      altered(200),
      file.bytes.subarray(0, 300),
      file.bytes.subarray(0, 20),
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await problemOf(damaged)).toMatch(/damaged or was cut short/);
    }
  });
});

describe('receiving a review', () => {
  it('brings all of it to another board, matched by name, with its history, and once only', async () => {
    const from = await openBoard('sample');
    const to = await openBoard();
    const before = await from.client.reviews.get({ id: idOf(from, REFERENCE) });
    const { reviewId, file } = await handedOver(from);
    const base64 = file.bytes.toString('base64');

    const preview = await to.client.handOvers.read({ base64, passphrase: FILE_PASSPHRASE });
    expect(preview).toMatchObject({ reference: REFERENCE, refused: null, isReferenceTaken: false, to: SUCCESSOR });
    expect(preview.counts.actions).toBe(before.actions.length);
    expect(preview.matches).toContainEqual(expect.objectContaining({ what: 'Review type', here: preview.type }));
    expect((await to.client.reviews.list({ filter: {} })).total).toBe(0);

    const { id } = await to.client.handOvers.receive({ base64, passphrase: FILE_PASSPHRASE });
    expect(id).toBe(reviewId);
    const after = await to.client.reviews.get({ id });
    const plain = (rows: readonly { readonly text: string }[]) => rows.map(({ text }) => text).toSorted();
    expect(plain(after.actions)).toEqual(plain(before.actions));
    expect(plain(after.recommendations)).toEqual(plain(before.recommendations));
    expect(after.labels.map(({ label }) => label)).toEqual(before.labels.map(({ label }) => label));
    expect(after.themes.map(({ name }) => name)).toEqual(before.themes.map(({ name }) => name));
    expect(after.clocks.map(({ name, dueOn }) => [name, dueOn])).toEqual(
      before.clocks.map(({ name, dueOn }) => [name, dueOn]),
    );
    expect(after.publication.delays.map(({ words }) => words)).toEqual(
      before.publication.delays.map(({ words }) => words),
    );
    expect(after.actions.map(({ leadAgency }) => String(leadAgency)).toSorted()).toEqual(
      before.actions.map(({ leadAgency }) => String(leadAgency)).toSorted(),
    );
    expect(after.approvals.map(({ kind, body }) => [kind, body])).toEqual(
      before.approvals.map(({ kind, body }) => [kind, body]),
    );
    expect(after.handOvers).toMatchObject([{ direction: 'from', body: preview.fromBoard, acceptedOn: TODAY }]);
    const [history] = await to.client.handOvers.historyBefore({ reviewId: id });
    expect(history?.entries.length).toBe(preview.counts.history);
    expect(history?.entries.at(-1)?.kind).toBe('add-review');
    expect(checkLog(to.store.db).ok).toBe(true);

    await to.client.records.add({ table: 'notes', row: { reviewId, text: 'Ours now' } });
    expect(await refusalOf(to.client.handOvers.receive({ base64, passphrase: FILE_PASSPHRASE }))).toMatchObject({
      code: 'not-allowed',
      details: { why: `This review is on this board already, as ${REFERENCE}.` },
    });
  }, 20_000);

  it('goes on where it was before it left, and can be handed on with all of its history', async () => {
    const from = await openBoard('sample');
    const to = await openBoard();
    const stageOf = async ({ client }: TestBoard, id: string) =>
      (await client.reviews.list({ filter: { find: REFERENCE } })).rows.find((row) => row.id === id)?.stage;
    const stage = await stageOf(from, idOf(from, REFERENCE));
    const { reviewId, file } = await handedOver(from);
    receiveHandOver(to.store, await documentOf(file.bytes));
    expect(await stageOf(to, reviewId)).toBe(stage);
    const next = await handedOver(to);
    expect((await documentOf(next.file.bytes)).history).toHaveLength(2);
  });

  it('asks for another reference where that one is taken, and keeps the names of what it does not know', async () => {
    const from = await openBoard('sample');
    const to = await openBoard();
    const [type] = (await to.client.board.get()).reviewTypes;
    await to.client.reviews.add({ reference: REFERENCE, reviewTypeId: type?.id ?? '' });
    const { file } = await handedOver(from);
    const document = await documentOf(file.bytes);
    const { code, details } = await refusalOf(() => receiveHandOver(to.store, document));
    expect([code, details.field]).toEqual(['bad-input', 'reference']);
    const { result } = receiveHandOver(to.store, document, { reference: 'From them 1' });
    expect((await to.client.reviews.get({ id: result })).review.reference).toBe('From them 1');
    const names = (await to.client.board.get()).agencies.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining((document.named.agencies ?? []).map(({ name }) => name)));
  });

  it('refuses a file that names what it does not hold, and then nothing is there', async () => {
    const from = await openBoard('sample');
    const to = await openBoard();
    const { file } = await handedOver(from);
    const document = await documentOf(file.bytes);
    const counts = () => to.store.prepare<[], { n: number }>('select count(*) as n from changes').get()?.n;
    const before = counts();
    const foreign = (await to.client.board.get()).agencies[0]?.id ?? '0198b2f0-0000-7000-8000-000000000000';
    const broken: readonly HandOverDocument[] = [
      { ...document, named: { ...document.named, agencies: [] } },
      {
        ...document,
        records: {
          ...document.records,
          agencyReports: [
            { id: '0198b2f0-0000-7000-8000-000000000001', reviewId: document.reviewId, agencyId: foreign },
          ],
        },
      },
    ];
    for (const wrong of broken) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await refusalOf(() => receiveHandOver(to.store, wrong))).code).toBe('import-refused');
    }
    expect(counts()).toBe(before);
  });
});
