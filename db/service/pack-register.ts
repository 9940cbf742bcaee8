import { Failure } from '../store/failure.ts';
import { inTurns, resultOf } from '../store/steps.ts';
import { os, savedBy } from './context.ts';
import { packAgain } from './pack-again.ts';
import { compareInSteps } from './pack-compare.ts';
import { askedInSteps, decisionsOnPack } from './pack-decisions.ts';
import { issuePack, notePack, tablePack, untablePack } from './pack-issue.ts';
import { listIssued, readIssued } from './pack-register-reading.ts';
import type { BoardSession } from './session.ts';
import { shownBlock } from './shown-blocks.ts';
import { turnOf } from './write-in-turns.ts';

/** Work on this board ends when it is given up, or when the board or the day that is looked at is another meanwhile. */
const whileOpen = (session: BoardSession, signal: AbortSignal | undefined): (() => void) => {
  const { present, store } = session;
  return () => {
    if (signal?.aborted || session.present !== present || session.store !== store) throw new Failure('cancelled');
  };
};

export const packRegister = {
  issue: os.packRegister.issue.handler(({ input, context: { session } }) => {
    session.refuseInThePast();
    const { committed, number } = issuePack(session.store, input);
    return { ...savedBy(committed), id: committed.result, number };
  }),
  list: os.packRegister.list.handler(({ input, context: { session } }) => listIssued(session.store, input)),
  detail: os.packRegister.detail.handler(({ input, context: { session } }) => readIssued(session.store, input.id)),
  decisions: os.packRegister.decisions.handler(async ({ input: { id }, context: { session }, signal }) => {
    const { store, present } = session;
    const asked = await resultOf(inTurns(askedInSteps(store, present, id), turnOf(whileOpen(session, signal))));
    return { decisions: decisionsOnPack(store, asked, id) };
  }),
  note: os.packRegister.note.handler(({ input, context: { session } }) =>
    savedBy(notePack(session.store, input.packId, input.note)),
  ),
  again: os.packRegister.again.handler(({ input, context: { session }, signal }) =>
    packAgain(session.present, input.packId, input.format, whileOpen(session, signal)),
  ),
  compare: os.packRegister.compare.handler(async ({ input, context: { session }, signal }) => {
    const steps = compareInSteps(session.present, input.packId, input.otherPackId);
    const compared = await resultOf(inTurns(steps, turnOf(whileOpen(session, signal))));
    return { ...compared, blocks: compared.blocks.map(shownBlock) };
  }),
  table: os.packRegister.table.handler(({ input: { packId, meetingId, tabledOn }, context: { session } }) => {
    const committed = tablePack(session.store, packId, meetingId, tabledOn);
    return { ...savedBy(committed), meetingItemId: committed.result };
  }),
  untable: os.packRegister.untable.handler(({ input, context: { session } }) =>
    savedBy(untablePack(session.store, input.packId)),
  ),
};
