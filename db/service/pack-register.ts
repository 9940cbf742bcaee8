import { Failure } from '../store/failure.ts';
import { os, savedBy } from './context.ts';
import { packAgain } from './pack-again.ts';
import { comparePacks } from './pack-compare.ts';
import { decisionsOnPack } from './pack-decisions.ts';
import { issuePack, notePack, tablePack, untablePack } from './pack-issue.ts';
import { listIssued, readIssued } from './pack-register-reading.ts';
import { shownBlock } from './shown-blocks.ts';

export const packRegister = {
  issue: os.packRegister.issue.handler(({ input, context: { session } }) => {
    session.refuseInThePast();
    const { committed, number } = issuePack(session.store, input);
    return { ...savedBy(committed), id: committed.result, number };
  }),
  list: os.packRegister.list.handler(({ input, context: { session } }) => listIssued(session.store, input)),
  detail: os.packRegister.detail.handler(({ input, context: { session } }) => readIssued(session.store, input.id)),
  decisions: os.packRegister.decisions.handler(({ input, context: { session } }) => ({
    decisions: decisionsOnPack(session.store, session.present, input.id),
  })),
  note: os.packRegister.note.handler(({ input, context: { session } }) =>
    savedBy(notePack(session.store, input.packId, input.note)),
  ),
  again: os.packRegister.again.handler(({ input, context: { session }, signal }) => {
    const { present } = session;
    return packAgain(present, input.packId, input.format, () => {
      if (signal?.aborted || session.present !== present) throw new Failure('cancelled');
    });
  }),
  compare: os.packRegister.compare.handler(({ input, context: { session } }) => {
    const compared = comparePacks(session.present, input.packId, input.otherPackId);
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
