import { cleanFileName } from '../domain/file-names.ts';
import {
  acceptRequest,
  confirmJoin,
  keptAcceptance,
  laptopName,
  makeJoinRequest,
  openAcceptance,
  type OpenedAcceptance,
  ownRequest,
  readOffers,
  writtenAcceptance,
} from '../sync/joining.ts';
import { LARGEST_JOIN_FILE } from '../sync/limits.ts';
import { refusal, refusedToFailure, SyncRefused } from '../sync/refused.ts';
import { os, savedBy } from './context.ts';
import type { BoardSession, NewLaptop } from './session.ts';

/** What is refused of the file comes out as the failure that names it. */
export const readingFile = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof SyncRefused ? refusedToFailure(error, file) : error;
  }
};

/** Makes the folder that waits to join, with its request. Answers the recovery code, which is kept nowhere. */
export const beginToJoin = async (
  session: BoardSession,
  { passphrase, ...laptop }: NewLaptop,
): Promise<{ readonly recoveryCode: string; readonly request: Buffer }> => {
  const post = laptopName('The post', laptop.post);
  const deviceName = laptopName('The name of the laptop', laptop.deviceName);
  let request: Buffer = Buffer.alloc(0);
  const { recoveryCode } = await session.createToJoin({ passphrase, post, deviceName }, async (store) => {
    request = await makeJoinRequest(store);
  });
  return { recoveryCode, request };
};

const nameOfFile = (words: string, laptop: string): string =>
  cleanFileName(`${words} ${laptop.replace(/[\\/]/g, ' ')}.sync`);

const bytesOf = async (fileName: string, file: Blob): Promise<Buffer> => {
  // Judged before it is read: a large one never stands in memory.
  if (file.size > LARGEST_JOIN_FILE) throw refusedToFailure(refusal('join-too-large', {}), fileName);
  return Buffer.from(await file.arrayBuffer());
};

const fileOf = (fileName: string, bytes: Buffer) => ({ fileName, bytes: new Blob([new Uint8Array(bytes)]) });

const openedWords = ({ welcome, madeAt, code }: OpenedAcceptance) => ({ ...welcome, madeAt, code });

const readWaiting = async ({ present, cost }: BoardSession) => {
  const { name, post } = present.device;
  const acceptance = await keptAcceptance(present, cost);
  return {
    name,
    post,
    requestedAt: ownRequest(present).madeAt,
    acceptance: acceptance === null ? null : openedWords(acceptance),
  };
};

export const joining = {
  begin: os.joining.begin.handler(async ({ input, context: { session } }) => {
    const { recoveryCode, request } = await beginToJoin(session, input);
    return {
      ...session.opened(),
      recoveryCode,
      request: fileOf(nameOfFile('Request to join of', input.deviceName), request),
    };
  }),
  request: os.joining.request.handler(async ({ input, context: { session } }) => {
    const { present } = session;
    const request = input.anew ? await makeJoinRequest(present) : ownRequest(present).request;
    return fileOf(nameOfFile('Request to join of', present.device.name), request);
  }),
  accept: os.joining.accept.handler(async ({ input: { fileName, bytes }, context: { session } }) => {
    session.refuseInThePast();
    const file = await bytesOf(fileName, bytes);
    const { offer, acceptance, code } = await readingFile(fileName, () =>
      acceptRequest(session.store, file, session.cost),
    );
    return { offer, acceptance: fileOf(nameOfFile('Acceptance for', offer.name), acceptance), code };
  }),
  acceptance: os.joining.acceptance.handler(async ({ input, context: { session } }) => {
    session.refuseInThePast();
    const { name, acceptance } = await writtenAcceptance(session.store, input.requestHash);
    return fileOf(nameOfFile('Acceptance for', name), acceptance);
  }),
  confirm: os.joining.confirm.handler(async ({ input, context: { session } }) => {
    session.refuseInThePast();
    const committed = await confirmJoin(session.store, input.requestHash, input.code, session.cost);
    return { ...savedBy(committed), device: committed.result.device, name: committed.result.name };
  }),
  openAcceptance: os.joining.openAcceptance.handler(async ({ input: { fileName, bytes }, context: { session } }) => {
    const file = await bytesOf(fileName, bytes);
    return openedWords(await readingFile(fileName, () => openAcceptance(session.present, file, session.cost)));
  }),
  state: os.joining.state.handler(async ({ context: { session } }) => ({
    waiting: session.isWaitingToJoin ? await readWaiting(session) : null,
    offers: [...(await readOffers(session.present))],
  })),
};
