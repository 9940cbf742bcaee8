import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSharedBoard, refusalOf, type TestBoard } from '../../support/board.ts';

let board: TestBoard & { close(): void };
let reviewId = '';

beforeAll(async () => {
  board = await openSharedBoard();
  const type = (await board.client.board.get()).reviewTypes.find(({ code }) => code === 'learning-review');
  ({ id: reviewId } = await board.client.reviews.add({
    reference: 'LR 2026/01',
    title: 'Injuries in an infant',
    reviewTypeId: type?.id ?? '',
    label: 'Child Q',
    labelKind: 'pseudonym',
    incidentOn: '2025-05-08',
  }));
});
afterAll(() => board.close());

const addRecommendation = async (number: string, text: string): Promise<string> => {
  await board.client.recommendations.addMany({ reviewId, lines: [{ number, text }] });
  const { recommendations } = await board.client.reviews.get({ id: reviewId });
  return recommendations.find((one) => one.number === number)?.id ?? '';
};
const released = (recommendationId: string) => board.client.releasedTexts.of({ recommendationId });

describe('words for the public', () => {
  it('are of their own: a later edit of the record does not change them', async () => {
    const recommendationId = await addRecommendation('1', 'Brief all health visitors');
    expect(await released(recommendationId)).toEqual({
      released: null,
      original: 'Brief all health visitors',
      isPublic: false,
    });
    const of = { recommendationId };
    const words = { text: 'Brief all health visitors', releasedOn: '2026-11-20', releasedBy: 'Board manager' };
    const { id } = await board.client.releasedTexts.release({ of, ...words });
    await board.client.records.edit({
      table: 'recommendations',
      id: recommendationId,
      was: { text: 'Brief all health visitors' },
      now: { text: 'Brief them about Child Q' },
    });
    expect(await released(recommendationId)).toEqual({
      released: { id, ...words },
      original: 'Brief them about Child Q',
      isPublic: false,
    });
    expect(await refusalOf(board.client.releasedTexts.release({ of, text: 'Others' }))).toMatchObject({
      code: 'bad-input',
      details: { field: 'of' },
    });
  });

  it.each([
    ['Work with the family of child Q', 'It holds the label “Child Q”.'],
    ['What happened on 8th May 2025', 'It holds the day of the incident, 8 May 2025.'],
    ['See LR 2026/01', 'It holds the reference “LR 2026/01”, which is not public.'],
  ])('“%s” is released only by somebody who says that it may', async (text, concern) => {
    const recommendationId = await addRecommendation(`2 ${text}`, 'Anything');
    const of = { recommendationId };
    expect(await board.client.releasedTexts.concerns({ of, text })).toEqual({ concerns: [concern] });
    expect(await refusalOf(board.client.releasedTexts.release({ of, text }))).toMatchObject({
      code: 'bad-input',
      details: { field: 'acknowledged', problem: concern },
    });
    expect((await released(recommendationId)).released).toBeNull();
    await board.client.releasedTexts.release({ of, text, acknowledged: true });
    expect((await released(recommendationId)).released?.text).toBe(text);
  });

  it.each([
    ['Work with the family of Baby Zed', 'It holds a label of another case.'],
    ['As with X.Y. before', 'It holds initials of another case.'],
    [
      'Baby Zed, of LR 2020/04, on 3 March 2020',
      'It holds a label of another case. It holds a reference of another case, which is not public. It holds the day of an incident of another case.',
    ],
    ['Child Q and Baby Zed', 'It holds the label “Child Q”. It holds a label of another case.'],
  ])('“%s” is refused for what it holds of another case, of which only the kind is said', async (text, problem) => {
    const reviewType = (await board.client.board.get()).reviewTypes[0]?.id ?? '';
    if ((await board.client.reviews.list({ filter: { find: 'LR 2020/04' } })).rows.length === 0) {
      const other = { reference: 'LR 2020/04', reviewTypeId: reviewType, incidentOn: '2020-03-03' };
      const { id } = await board.client.reviews.add({ ...other, label: 'Baby Zed', labelKind: 'pseudonym' });
      const { caseId } = board.store.row('reviews', id);
      board.store.operation({ kind: 'import' }, (write) =>
        write.insert('labels', { caseId, label: 'XY', kind: 'initials', audience: 'internal' }),
      );
    }
    const recommendationId = await addRecommendation(`7 ${text}`, text);
    const release = { of: { recommendationId }, text };
    expect(await refusalOf(board.client.releasedTexts.release(release))).toMatchObject({
      code: 'bad-input',
      details: { field: 'acknowledged', problem },
    });
    const { concerns } = await board.client.releasedTexts.concerns(release);
    expect(concerns.join(' ')).toBe(problem);
    const { recommendations } = await board.client.releasedTexts.unreleased({ reviewId });
    expect(recommendations.find(({ id }) => id === recommendationId)?.concerns).toEqual(concerns);
    await board.client.records.remove({ table: 'recommendations', id: recommendationId });
  });

  it('are edited as they were seen, and withdrawn with an Undo', async () => {
    const recommendationId = await addRecommendation('3', 'Audit the referrals');
    const { id } = await board.client.releasedTexts.release({ of: { recommendationId }, text: 'Audit referrals' });
    expect(await refusalOf(board.client.releasedTexts.edit({ id, was: 'Something else', text: 'New' }))).toMatchObject({
      code: 'stale',
    });
    expect(
      await refusalOf(board.client.releasedTexts.edit({ id, was: 'Audit referrals', text: 'For Child Q' })),
    ).toMatchObject({ details: { field: 'acknowledged' } });
    await board.client.releasedTexts.edit({ id, was: 'Audit referrals', text: 'Audit all referrals' });
    const withdrawn = await board.client.releasedTexts.withdraw({ id });
    expect((await released(recommendationId)).released).toBeNull();
    expect(await refusalOf(board.client.releasedTexts.withdraw({ id }))).toMatchObject({ code: 'not-found' });
    await board.client.history.undo({ operationId: withdrawn.operationId ?? '' });
    expect((await released(recommendationId)).released?.text).toBe('Audit all referrals');
  });

  it('of a whole plan are released at once; what could tell is left alone and named', async () => {
    const plain = await addRecommendation('4', 'Train all staff');
    const telling = await addRecommendation('5', 'Write to the school of Child Q');
    const waiting = await board.client.releasedTexts.unreleased({ reviewId });
    expect(waiting.recommendations.map(({ number, concerns }) => [number, concerns])).toEqual([
      ['4', []],
      ['5', ['It holds the label “Child Q”.']],
    ]);
    const outcome = await board.client.releasedTexts.releasePlan({ reviewId, what: 'recommendations' });
    expect(outcome).toMatchObject({
      changed: 1,
      refused: [{ id: telling, number: '5', why: 'It holds the label “Child Q”.' }],
    });
    expect((await released(plain)).released?.text).toBe('Train all staff');
    const rest = await board.client.releasedTexts.releasePlan({
      reviewId,
      what: 'recommendations',
      acknowledged: true,
    });
    expect(rest).toMatchObject({ changed: 1, refused: [] });
    expect(await board.client.releasedTexts.unreleased({ reviewId })).toEqual({ recommendations: [], actions: [] });
  });

  it('are not released about a record that was removed', async () => {
    const recommendationId = await addRecommendation('6', 'Gone soon');
    await board.client.records.remove({ table: 'recommendations', id: recommendationId });
    const release = board.client.releasedTexts.release({ of: { recommendationId }, text: 'Gone soon' });
    expect(await refusalOf(release)).toMatchObject({ code: 'not-found' });
  });

  it('are printed once the report is published', async () => {
    await board.client.publication.publish({ reviewId, publishedOn: '2026-11-01', place: 'the website' });
    const of = { reviewId };
    expect(await board.client.releasedTexts.of(of)).toMatchObject({
      original: 'Injuries in an infant',
      isPublic: true,
    });
  });
});
