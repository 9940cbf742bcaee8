import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRecord } from '../../../db/service/records.ts';
import { buildCheshireWest2009, CHESHIRE_TRUST_BOARD } from '../../fixtures/public-cases/cheshire-west-2009.ts';
import { formatsWithout, type Printed, packFor, print, rowsOf } from './printed.ts';

describe('Cheshire West and Chester, 7 October 2009', () => {
  let printed: Printed;
  beforeAll(async () => {
    printed = await print(buildCheshireWest2009, CHESHIRE_TRUST_BOARD);
  });
  afterAll(() => printed.close());

  test.each([
    'January Board',
    'No target',
    'Lead officer, by initials in the minutes',
    'Deferred to an extraordinary meeting, to be confirmed',
    'No actions.',
    '“No actions” is stated under an item.',
    'Written reports are wanted before the meeting so that members can challenge.',
  ])('%s', (fact) => {
    expect(formatsWithout(printed, ['json', 'html'], fact)).toEqual([]);
  });

  test('prints a meeting, or nothing, as the target of an action', () => {
    expect(printed.rows('meeting-actions').map(({ number, target }) => [number, target])).toEqual([
      ['1', 'January Board'],
      ['2', 'No target'],
    ]);
    expect(formatsWithout(printed, ['html'], `${CHESHIRE_TRUST_BOARD}, 7 October 2009`)).toEqual([]);
  });

  test('prints the extraordinary meeting, without a date, among those to come', () => {
    expect(printed.rows('meetings').filter(({ meeting }) => meeting?.endsWith('Extraordinary meeting'))).toEqual([
      {
        meeting: `${CHESHIRE_TRUST_BOARD}: Extraordinary meeting`,
        date: 'to be confirmed, provisional',
        item: '',
        outcome: 'Still to be held',
      },
    ]);
  });

  test('prints the nil of a whole meeting as it was stated', () => {
    addRecord(printed.board.store, 'meetings', {
      bodyId: printed.board.boardBody(),
      date: '2009-10-08',
      state: 'held',
      nilStatement: 'No actions arose.',
    });
    expect(rowsOf(packFor(printed.board, CHESHIRE_TRUST_BOARD), 'meetings')).toContainEqual({
      meeting: CHESHIRE_TRUST_BOARD,
      date: '8 October 2009',
      item: 'Nil, as stated',
      outcome: 'No actions arose.',
    });
  });

  test('is said in the Word and Excel documents too', () => {
    for (const fact of ['January Board', 'Deferred to an extraordinary meeting, to be confirmed']) {
      expect(formatsWithout(printed, ['docx', 'xlsx'], fact)).toEqual([]);
    }
  });
});
