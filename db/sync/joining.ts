/**
 * How a laptop comes to a board, as the two laptops keep it between one file and the next: `README.md`, §1.
 * On the new laptop, while it waits, `joinOffers` holds its own request and the acceptance that it opened; on a member's laptop, the
 * requests that were answered there.
 *
 * Must hold: nobody is let in before the check code is typed here; of one request only so many wrong codes are ever taken, whatever
 * is accepted again; an ended offer stays, so that it stays ended.
 */
import { typedToCheckCode } from '../domain/check-code.ts';
import type { Nation } from '../domain/codes.ts';
import { countOf } from '../domain/plain-words.ts';
import { Failure } from '../store/failure.ts';
import type { Committed, Store } from '../store/store.ts';
import type { ScryptCost } from '../store/vault.ts';
import { isWaitingToJoin } from '../store/waiting.ts';
import { name } from './header-shapes.ts';
import {
  type JoinAcceptance,
  type JoinRequest,
  type JoinWelcome,
  joinCheckCode,
  OFFER_LASTS,
  readJoinAcceptance,
  readJoinRequest,
  WRONG_CODES_ALLOWED,
  writeJoinAcceptance,
  writeJoinRequest,
} from './join.ts';
import { LARGEST_JOIN_FILE, LONGEST_NAME, MOST_DEVICES, MOST_RECIPIENTS } from './limits.ts';
import { readMembers, refuseOfRemoved } from './members.ts';
import { refuse } from './refused.ts';
import { addLaptop, joinOwnBoard, readLaptop } from './this-laptop.ts';

type Kept = {
  readonly requestHash: string;
  readonly request: Buffer;
  /** Empty on the new laptop until the acceptance is opened. */
  readonly acceptance: Buffer;
  readonly madeAt: number;
  readonly wrongCodes: number;
};

/** A request that was answered on this laptop. */
export type JoinOffer = Pick<JoinRequest, 'device' | 'name' | 'post'> & {
  readonly requestHash: string;
  /** Instants, milliseconds UTC. */
  readonly madeAt: number;
  readonly endsAt: number;
  readonly triesLeft: number;
  readonly hasEnded: boolean;
};

export type OpenedAcceptance = JoinAcceptance & { readonly welcome: JoinWelcome; readonly code: string };

const keptOffers = (store: Store): readonly Kept[] =>
  store.prepare<[], Kept>('select * from joinOffers order by madeAt, requestHash').all();

/** A name or a post as the headers of requests and acceptances hold it. Fails with bad-input. */
export const laptopName = (what: string, given: string): string => {
  const found = name.safeParse(given.trim());
  if (found.success) return found.data;
  throw new Failure('bad-input', { problem: `${what} is one line of 1 to ${LONGEST_NAME} characters.`, field: what });
};

// The new laptop

/** Asks anew: whatever answers an earlier request of this laptop is refused from here on. */
export const makeJoinRequest = async (store: Store): Promise<Buffer> => {
  refuseUnlessWaiting(store);
  const { device, keys } = await readLaptop(store);
  const { name: laptop, post } = store.device;
  const request = writeJoinRequest({ device, name: laptop, post, madeAt: store.now }, keys, store.surroundings.random);
  const { sha256 } = await readJoinRequest(request);
  store.db.transaction(() => {
    store.prepare('delete from joinOffers').run();
    store
      .prepare('insert into joinOffers (requestHash, request, acceptance, madeAt) values (?, ?, ?, ?)')
      .run(sha256, request, Buffer.alloc(0), store.now);
  })();
  return request;
};

/** The request that this laptop made last. */
export const ownRequest = (store: Store): { readonly request: Buffer; readonly madeAt: number } => {
  refuseUnlessWaiting(store);
  const [own] = keptOffers(store);
  if (own === undefined) throw new Failure('not-found', { what: 'request to join' });
  return own;
};

/** Keeps it: only the laptop that wrote it may bring in the board. */
export const openAcceptance = async (store: Store, bytes: Buffer, cost?: ScryptCost): Promise<OpenedAcceptance> => {
  refuseUnlessWaiting(store);
  refuseLarge(bytes);
  const [own] = keptOffers(store);
  if (own === undefined) throw new Failure('not-found', { what: 'request to join' });
  const opened = await readOpened(store, { ...own, acceptance: bytes }, cost);
  store.prepare('update joinOffers set acceptance = ? where requestHash = ?').run(bytes, own.requestHash);
  return opened;
};

/** The acceptance that was opened here, or null: it names the board, and the device and key that let this laptop in. */
export const keptAcceptance = async (store: Store, cost?: ScryptCost): Promise<OpenedAcceptance | null> => {
  const [own] = isWaitingToJoin(store.db) ? keptOffers(store) : [];
  return own === undefined || own.acceptance.length === 0 ? null : readOpened(store, own, cost);
};

/** The board has come. To be called in its transaction. */
export const forgetOwnRequest = (store: Store): void => {
  store.prepare('delete from joinOffers').run();
};

const readOpened = async (store: Store, own: Kept, cost?: ScryptCost): Promise<OpenedAcceptance> => {
  const { keys } = await readLaptop(store);
  const acceptance = await readJoinAcceptance(own.acceptance, own.requestHash, keys.receiveIdentity);
  return { ...acceptance, code: await joinCheckCode(own.request, own.acceptance, cost) };
};

const refuseUnlessWaiting = (store: Store): void => {
  if (isWaitingToJoin(store.db)) return;
  throw new Failure('not-allowed', {
    why: 'There is a board in this folder already.',
    advice: 'To join the board of other laptops, choose an empty folder.',
  });
};

// A member's laptop

/**
 * Answers a request: the acceptance for the new laptop, and the code of both files. Changes nothing on the board. The same request is
 * answered with the same acceptance.
 */
export const acceptRequest = async (
  store: Store,
  bytes: Buffer,
  cost?: ScryptCost,
): Promise<{ readonly offer: JoinOffer; readonly acceptance: Buffer; readonly code: string }> => {
  refuseOfRemoved(store);
  refuseLarge(bytes);
  const request = await readJoinRequest(bytes);
  refuseUnlessFree(store, request);
  const { keys, device } = await readLaptop(store);
  let kept = keptOf(store, request.sha256);
  if (kept === null) {
    const acceptance = await writeJoinAcceptance(
      { board: boardOf(store).id, device, madeAt: store.now },
      request,
      welcomeOf(store),
      keys,
      store.surroundings.random,
    );
    store
      .prepare('insert or ignore into joinOffers (requestHash, request, acceptance, madeAt) values (?, ?, ?, ?)')
      .run(request.sha256, bytes, acceptance, store.now);
    kept = keptOf(store, request.sha256);
  }
  if (kept === null) throw new Error('the offer was not kept');
  refuseEnded(store, kept);
  return {
    offer: asOffer(store, kept, request),
    acceptance: kept.acceptance,
    code: await joinCheckCode(bytes, kept.acceptance, cost),
  };
};

/** The file that answered the request, while the offer is open: the same bytes, so the code stays the same. */
export const writtenAcceptance = async (
  store: Store,
  requestHash: string,
): Promise<{ readonly name: string; readonly acceptance: Buffer }> => {
  refuseOfRemoved(store);
  const kept = keptOf(store, requestHash);
  if (kept === null) throw notAccepted();
  refuseEnded(store, kept);
  const request = await readJoinRequest(kept.request);
  refuseUnlessFree(store, request);
  return { name: request.name, acceptance: kept.acceptance };
};

/** Who asked and was answered here, oldest first; ended ones too. */
export const readOffers = async (store: Store): Promise<readonly JoinOffer[]> => {
  if (isWaitingToJoin(store.db)) return [];
  const offers = await Promise.all(
    keptOffers(store).map(async (kept) => asOffer(store, kept, await readJoinRequest(kept.request))),
  );
  return offers.filter(({ device }) => device !== store.device.id);
};

/**
 * The code that was read out on the phone, typed here: the right one lets the laptop in. Fails with not-allowed where it is another,
 * which counts, and where the offer has ended.
 */
export const confirmJoin = async (
  store: Store,
  requestHash: string,
  typed: string,
  cost?: ScryptCost,
): Promise<Committed<JoinRequest>> => {
  refuseOfRemoved(store);
  const code = typedToCheckCode(typed);
  if (code === null)
    throw new Failure('bad-input', {
      problem: 'A check code has ten letters and digits, as in K7QP2-M4XR9.',
      advice: 'It did not count as a try. Ask for the code once more and type it again.',
      field: 'code',
    });
  const found = keptOf(store, requestHash);
  if (found === null) throw notAccepted();
  const request = await readJoinRequest(found.request);
  const right = await joinCheckCode(found.request, found.acceptance, cost);
  // Read again, with nothing awaited from here to the count: codes that are typed at the same time cannot share a try.
  const kept = keptOf(store, requestHash) ?? found;
  refuseEnded(store, kept);
  refuseUnlessFree(store, request);
  if (code !== right) throw wrongCode(store, kept);
  await joinOwnBoard(store);
  refuseUnlessFree(store, request);
  return store.operation({ kind: 'add-device' }, (write) => {
    addLaptop(write, request);
    write.db.prepare('delete from joinOffers where requestHash = ?').run(requestHash);
    return request;
  });
};

const notAccepted = (): Failure =>
  new Failure('not-allowed', {
    why: 'This request was not accepted on this laptop.',
    advice: 'Write the acceptance first. Nothing was changed.',
  });

const wrongCode = (store: Store, { requestHash, wrongCodes }: Kept): Failure => {
  store.prepare('update joinOffers set wrongCodes = wrongCodes + 1 where requestHash = ?').run(requestHash);
  const left = WRONG_CODES_ALLOWED - wrongCodes - 1;
  return new Failure('not-allowed', {
    why: 'That is not the code of this request and its acceptance.',
    advice:
      left > 0
        ? `The laptop was not let in. Ask for the code once more; ${countOf(left, 'try is', 'tries are')} left. If it is not the same on both laptops, a file was changed on the way.`
        : `The laptop was not let in, and the offer has ended. ${ASK_AGAIN}`,
    triesLeft: left,
  });
};

const ASK_AGAIN = 'To go on, the other laptop makes a new request.';

const hasTooMany = ({ wrongCodes }: Kept): boolean => wrongCodes >= WRONG_CODES_ALLOWED;
const isTooOld = (store: Store, { madeAt }: Kept): boolean => store.now - madeAt > OFFER_LASTS;

const refuseEnded = (store: Store, kept: Kept): void => {
  const ended = (why: string): Failure => new Failure('not-allowed', { why, advice: ASK_AGAIN });
  if (hasTooMany(kept)) throw ended(`The offer has ended after ${WRONG_CODES_ALLOWED} wrong codes.`);
  if (isTooOld(store, kept)) throw ended('The offer has ended, because it is more than 30 days old.');
};

const asOffer = (store: Store, kept: Kept, { device, name: laptop, post }: JoinRequest): JoinOffer => ({
  requestHash: kept.requestHash,
  device,
  name: laptop,
  post,
  madeAt: kept.madeAt,
  endsAt: kept.madeAt + OFFER_LASTS,
  triesLeft: Math.max(0, WRONG_CODES_ALLOWED - kept.wrongCodes),
  hasEnded: hasTooMany(kept) || isTooOld(store, kept),
});

const keptOf = (store: Store, requestHash: string): Kept | null =>
  store.prepare<[string], Kept>('select * from joinOffers where requestHash = ?').get(requestHash) ?? null;

/** A device id is used once: also that of a laptop that only stands in the log, whose chain it would go on with. */
const refuseUnlessFree = (store: Store, { device, name: laptop }: JoinRequest): void => {
  const members = readMembers(store);
  const member = members.find((other) => other.device === device);
  const no = (why: string, advice = 'Nothing was changed.'): never => {
    throw new Failure('not-allowed', { why, advice });
  };
  if (member?.isInGoodStanding) no(`${member.name} is a member of this board already.`);
  if (member !== undefined)
    no(
      `${member.name} was removed from this board.`,
      'To come back, it joins again as a new laptop, in an empty folder.',
    );
  if (store.prepare<[string], { id: string }>('select id from devices where id = ?').get(device) !== undefined)
    no(
      `${laptop} asks with the id of a laptop that has worked on this board.`,
      'It must ask anew, from an empty folder.',
    );
  const own = members.some((other) => other.device === store.device.id) ? 0 : 1;
  if (members.length + own >= MOST_DEVICES) no(`A board can have ${MOST_DEVICES} laptops, removed ones included.`);
  if (members.filter((other) => other.isInGoodStanding).length + own >= MOST_RECIPIENTS)
    no(`A board can have ${MOST_RECIPIENTS} laptops at a time.`, 'Remove one that is not used any more first.');
};

type Board = { readonly id: string; readonly name: string; readonly nation: Nation };

const boardOf = (store: Store): Board => {
  const board = store.prepare<[], Board>('select id, name, nation from boards limit 1').get();
  if (board === undefined) throw new Failure('not-allowed', { why: 'This laptop waits to join a board itself.' });
  return board;
};

const welcomeOf = (store: Store): JoinWelcome => {
  const board = boardOf(store);
  const { name: deviceName, post } = store.device;
  return {
    boardName: asName(board.name),
    nation: board.nation,
    deviceName: asName(deviceName),
    post: asName(post),
  };
};

/** What was recorded before there were limits, as one line that a header takes. */
const asName = (recorded: string): string =>
  recorded
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .slice(0, LONGEST_NAME)
    .toWellFormed()
    .trim() || 'Without a name';

const refuseLarge = (bytes: Uint8Array): void => {
  if (bytes.length > LARGEST_JOIN_FILE) refuse('join-too-large', {});
};
