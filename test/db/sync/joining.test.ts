import { describe, expect, it } from 'vitest';
import { checkBoard } from '../../../db/service/check.ts';
import { readJoinAcceptance } from '../../../db/sync/join.ts';
import {
  acceptRequest,
  confirmJoin,
  forgetOwnRequest,
  keptAcceptance,
  laptopName,
  makeJoinRequest,
  openAcceptance,
  ownRequest,
  readOffers,
} from '../../../db/sync/joining.ts';
import { listLaptops, renameLaptop } from '../../../db/sync/laptops.ts';
import { readMembers, removeDevice } from '../../../db/sync/members.ts';
import { SyncRefused } from '../../../db/sync/refused.ts';
import { isOnTheList, joinOwnBoard, readLaptop } from '../../../db/sync/this-laptop.ts';
import { countOf } from '../../../db/domain/plain-words.ts';
import { DAY, MORNING, openBoard, refusalOf, SMALL_COST, type TestBoard, TODAY } from '../../support/board.ts';
import { carry, LAPTOP_B, waitingLaptop } from '../../support/joining.ts';

const operationsOf = ({ store }: TestBoard) =>
  store.prepare<[], { kind: string }>('select kind from operations order by number').all();
const kindsOf = (board: TestBoard): readonly string[] => operationsOf(board).map(({ kind }) => kind);

const accepted = async () => {
  const member = await openBoard();
  const joiner = await waitingLaptop(member.clock);
  const answer = await acceptRequest(member.store, joiner.request, SMALL_COST);
  return { member, joiner, ...answer };
};

describe('a laptop that is let in', () => {
  it('shows the code that the member has, and is a member once it is typed, however it is typed', async () => {
    const { member, joiner, offer, acceptance, code } = await accepted();
    expect(offer).toMatchObject({ name: 'Laptop B', post: 'Business support officer', triesLeft: 3, hasEnded: false });
    expect(kindsOf(member)).toEqual(['create-board']);
    expect(await keptAcceptance(joiner.store, SMALL_COST)).toBeNull();

    const opened = await openAcceptance(joiner.store, acceptance, SMALL_COST);
    expect(opened.code).toBe(code);
    expect(opened.welcome).toMatchObject({
      boardName: 'Exampleshire Safeguarding Children Partnership',
      deviceName: 'Office laptop',
      post: 'Board manager',
    });

    const typed = ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    const { result, operation } = await confirmJoin(member.store, offer.requestHash, typed, SMALL_COST);
    expect(result.name).toBe('Laptop B');
    expect(operation?.kind).toBe('add-device');
    expect(kindsOf(member)).toEqual(['create-board', 'add-device', 'add-device']);
    const { keys } = await readLaptop(joiner.store);
    expect(readMembers(member.store)).toHaveLength(2);
    expect(readMembers(member.store).find(({ device }) => device === joiner.store.device.id)).toMatchObject({
      name: 'Laptop B',
      post: 'Business support officer',
      signKey: keys.signKey,
      receiveKey: keys.receiveKey,
      joinedOn: TODAY,
      isInGoodStanding: true,
    });
    expect(await readOffers(member.store)).toEqual([]);
  });

  it('knows which board, device and key let it in, also after it was closed', async () => {
    const { member, joiner, acceptance } = await accepted();
    await openAcceptance(joiner.store, acceptance, SMALL_COST);
    const { device, keys } = await readLaptop(member.store);
    const [board] = member.store.prepare<[], { id: string }>('select id from boards').all();
    joiner.session.close();
    await joiner.session.unlock(LAPTOP_B.passphrase);
    expect(await keptAcceptance(joiner.session.present, SMALL_COST)).toMatchObject({
      board: board?.id,
      device,
      signKey: keys.signKey,
    });
  });

  it('has the board once the first operations came, and asks no more', async () => {
    const { member, joiner, offer, code } = await accepted();
    await confirmJoin(member.store, offer.requestHash, code, SMALL_COST);
    carry(member.store, joiner.store);
    forgetOwnRequest(joiner.store);
    expect(await keptAcceptance(joiner.store)).toBeNull();
    expect(isOnTheList(joiner.store, joiner.store.device.id)).toBe(true);
    expect(checkBoard(joiner.store)).toMatchObject({ ok: true });
    expect((await refusalOf(() => ownRequest(joiner.store))).code).toBe('not-allowed');
    expect((await refusalOf(makeJoinRequest(joiner.store))).details.why).toBe(
      'There is a board in this folder already.',
    );
  });
});

describe('an offer', () => {
  it('is the same for the same request', async () => {
    const { member, joiner, acceptance, code } = await accepted();
    member.clock.advance(DAY);
    const again = await acceptRequest(member.store, joiner.request, SMALL_COST);
    expect(again.acceptance.equals(acceptance)).toBe(true);
    expect(again.code).toBe(code);
  });

  it('ends after three wrong codes, and stays ended when the request is accepted again', async () => {
    const { member, joiner, offer, code } = await accepted();
    const wrong = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`;
    for (const left of [2, 1]) {
      const { details } = await refusalOf(confirmJoin(member.store, offer.requestHash, wrong, SMALL_COST));
      expect(details).toMatchObject({ triesLeft: left });
      expect(details.advice).toContain(countOf(left, 'try is', 'tries are'));
    }
    expect((await refusalOf(confirmJoin(member.store, offer.requestHash, wrong, SMALL_COST))).details.advice).toContain(
      'the offer has ended',
    );
    const ended = { why: 'The offer has ended after 3 wrong codes.' };
    expect((await refusalOf(confirmJoin(member.store, offer.requestHash, code, SMALL_COST))).details).toMatchObject(
      ended,
    );
    expect((await refusalOf(acceptRequest(member.store, joiner.request, SMALL_COST))).details).toMatchObject(ended);
    expect(await readOffers(member.store)).toMatchObject([{ triesLeft: 0, hasEnded: true }]);
    expect(kindsOf(member)).toEqual(['create-board']);

    const anew = await makeJoinRequest(joiner.store);
    const next = await acceptRequest(member.store, anew, SMALL_COST);
    expect((await confirmJoin(member.store, next.offer.requestHash, next.code, SMALL_COST)).result.name).toBe(
      'Laptop B',
    );
  });

  it('counts codes that are typed at the same time one by one', async () => {
    const { member, offer, code } = await accepted();
    const wrong = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`;
    const typed = [wrong, wrong, wrong, code].map((one) =>
      refusalOf(confirmJoin(member.store, offer.requestHash, one, SMALL_COST)).catch(() => 'let in'),
    );
    const outcomes = await Promise.all(typed);
    const letIn = outcomes.filter((outcome) => outcome === 'let in').length;
    const [kept] = await readOffers(member.store);
    expect(letIn === 1 ? kept === undefined : kept?.triesLeft === 0).toBe(true);
  });

  it('does not count what cannot be a code', async () => {
    const { member, offer } = await accepted();
    for (const typed of ['', 'K7QP2', 'K7QP2-M4XRU', 'K7QP2-M4XR9-1'])
      expect((await refusalOf(confirmJoin(member.store, offer.requestHash, typed, SMALL_COST))).code).toBe('bad-input');
    expect(await readOffers(member.store)).toMatchObject([{ triesLeft: 3 }]);
  });

  it('ends after 30 days', async () => {
    const { member, joiner, offer, code } = await accepted();
    member.clock.advance(30 * DAY);
    expect(await readOffers(member.store)).toMatchObject([{ hasEnded: false, endsAt: MORNING + 30 * DAY }]);
    member.clock.advance(1);
    const ended = { why: 'The offer has ended, because it is more than 30 days old.' };
    expect((await refusalOf(confirmJoin(member.store, offer.requestHash, code, SMALL_COST))).details).toMatchObject(
      ended,
    );
    expect((await refusalOf(acceptRequest(member.store, joiner.request, SMALL_COST))).details).toMatchObject(ended);
  });

  it('is one of this laptop, or there is none', async () => {
    const member = await openBoard();
    const none = refusalOf(confirmJoin(member.store, 'a'.repeat(64), 'K7QP2-M4XR9', SMALL_COST));
    expect((await none).details.why).toBe('This request was not accepted on this laptop.');
  });
});

describe('what is refused', () => {
  it('an acceptance of another request of the same laptop', async () => {
    const { joiner, acceptance } = await accepted();
    await makeJoinRequest(joiner.store);
    await expect(openAcceptance(joiner.store, acceptance, SMALL_COST)).rejects.toMatchObject({
      code: 'join-other-request',
    });
    expect(await keptAcceptance(joiner.store)).toBeNull();
  });

  it('a file that is too large, before anything is read of it', async () => {
    const { member, joiner } = await accepted();
    const large = Buffer.alloc(65_537);
    await expect(acceptRequest(member.store, large)).rejects.toBeInstanceOf(SyncRefused);
    await expect(openAcceptance(joiner.store, large)).rejects.toMatchObject({ code: 'join-too-large' });
  });

  it('a laptop that is a member already, was removed, or takes the id of one that worked on the board', async () => {
    const { member, joiner, offer, code } = await accepted();
    const why = async () => (await refusalOf(acceptRequest(member.store, joiner.request, SMALL_COST))).details.why;
    await confirmJoin(member.store, offer.requestHash, code, SMALL_COST);
    expect(await why()).toBe('Laptop B is a member of this board already.');
    removeDevice(member.store, offer.device, 'Lost on a train');
    expect(await why()).toBe('Laptop B was removed from this board.');

    const other = await openBoard();
    other.store
      .prepare('insert into devices (id, name, post, addedAt) values (?, ?, ?, 0)')
      .run(offer.device, 'Old laptop', 'Board manager');
    expect((await refusalOf(acceptRequest(other.store, joiner.request, SMALL_COST))).details.why).toBe(
      'Laptop B asks with the id of a laptop that has worked on this board.',
    );
  });

  it('a request on a laptop that waits itself', async () => {
    const [one, two] = [await waitingLaptop(), await waitingLaptop()];
    expect((await refusalOf(acceptRequest(one.store, two.request, SMALL_COST))).details.why).toBe(
      'This laptop waits to join a board itself.',
    );
  });

  it('the 21st laptop at a time, until one is removed', async () => {
    const { member, joiner, offer, code } = await accepted();
    const { keys } = await readLaptop(member.store);
    await joinOwnBoard(member.store);
    const ids = Array.from({ length: 19 }, () => globalThis.crypto.randomUUID());
    member.store.operation({ kind: 'add-device' }, (write) => {
      const memberId = write.insert('members', { post: 'Officer' });
      for (const id of ids)
        write.insert('memberDevices', { id, memberId, name: id.slice(0, 4), ...pick(keys), joinedOn: TODAY });
    });
    const why = 'A board can have 20 laptops at a time.';
    expect((await refusalOf(acceptRequest(member.store, joiner.request, SMALL_COST))).details.why).toBe(why);
    expect((await refusalOf(confirmJoin(member.store, offer.requestHash, code, SMALL_COST))).details.why).toBe(why);
    removeDevice(member.store, ids[0] ?? '', 'Given back');
    expect((await confirmJoin(member.store, offer.requestHash, code, SMALL_COST)).result.name).toBe('Laptop B');
  });

  it.each(['', '  ', 'Laptop\nB', 'B'.repeat(201), 'a\u2028b'])('the name %j', async (given) => {
    expect((await refusalOf(() => laptopName('The name of the laptop', given))).code).toBe('bad-input');
  });
});

const pick = ({ signKey, receiveKey }: { signKey: string; receiveKey: string }) => ({ signKey, receiveKey });

describe('removing a laptop', () => {
  it('is not for the laptop itself, nor for one that was removed, nor for one that is not there', async () => {
    const { member, offer, code } = await accepted();
    await confirmJoin(member.store, offer.requestHash, code, SMALL_COST);
    const refused = (id: string) => refusalOf(() => removeDevice(member.store, id, 'Lost'));
    expect((await refused(member.store.device.id)).details.why).toBe('This laptop cannot remove itself.');
    removeDevice(member.store, offer.device, 'Lost on a train');
    expect((await refused(offer.device)).details.why).toBe('Laptop B was removed before.');
    expect((await refused(globalThis.crypto.randomUUID())).code).toBe('not-found');
  });

  it('ends what the removed one can do for the board, once it hears of it', async () => {
    const { member, joiner, offer, code } = await accepted();
    await confirmJoin(member.store, offer.requestHash, code, SMALL_COST);
    removeDevice(member.store, offer.device, 'Lost on a train');
    carry(member.store, joiner.store);
    const third = await waitingLaptop();
    const why = 'This laptop was removed from the board, so what it changes reaches no other laptop.';
    expect((await refusalOf(acceptRequest(joiner.store, third.request, SMALL_COST))).details.why).toBe(why);
    const back = () => removeDevice(joiner.store, member.store.device.id, 'In return');
    expect((await refusalOf(back)).details.why).toBe(why);
  });
});

describe('the laptops of the board', () => {
  it('are this one alone while nothing was ever exchanged, and listing writes nothing', async () => {
    const member = await openBoard();
    expect(listLaptops(member.store)).toEqual([
      {
        id: member.store.device.id,
        name: 'Office laptop',
        post: 'Board manager',
        joinedOn: TODAY,
        isThisOne: true,
        continuesDeviceId: null,
        removed: null,
        lastExchangeAt: null,
      },
    ]);
    expect(kindsOf(member)).toEqual(['create-board']);
  });

  it('are this one first, removed ones last, with the last exchange, the day and the reason', async () => {
    const { member, offer, code } = await accepted();
    await confirmJoin(member.store, offer.requestHash, code, SMALL_COST);
    member.store.prepare('insert into exchanges (deviceId, has, at) values (?, ?, ?)').run(offer.device, '{}', MORNING);
    expect(listLaptops(member.store)).toMatchObject([
      { name: 'Office laptop', isThisOne: true },
      { name: 'Laptop B', isThisOne: false, joinedOn: TODAY, lastExchangeAt: MORNING, removed: null },
    ]);
    member.clock.advance(2 * DAY);
    removeDevice(member.store, offer.device, 'Lost on a train');
    expect(listLaptops(member.store)[1]).toMatchObject({ removed: { on: '2026-11-25', reason: 'Lost on a train' } });
  });

  it('are renamed on record', async () => {
    const { member, offer, code } = await accepted();
    await confirmJoin(member.store, offer.requestHash, code, SMALL_COST);
    await renameLaptop(member.store, offer.device, 'Laptop by the window');
    expect(listLaptops(member.store).map(({ name }) => name)).toEqual(['Office laptop', 'Laptop by the window']);
    expect(kindsOf(member).at(-1)).toBe('rename-device');
  });
});

it('an acceptance tells nobody but the new laptop which board it is of', async () => {
  const { joiner, offer, acceptance } = await accepted();
  expect(acceptance.includes('Exampleshire')).toBe(false);
  const stranger = await waitingLaptop();
  const { keys } = await readLaptop(stranger.store);
  await expect(readJoinAcceptance(acceptance, offer.requestHash, keys.receiveIdentity)).rejects.toBeInstanceOf(
    SyncRefused,
  );
  expect(ownRequest(joiner.store).request.equals(joiner.request)).toBe(true);
});
