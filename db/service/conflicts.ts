import { conflictDetail, listConflicts } from './conflict-reading.ts';
import { decideConflict, deferConflict } from './conflict-decisions.ts';
import { os, savedBy } from './context.ts';

/** What waits is of today, whatever day is looked at. */
export const conflicts = {
  list: os.conflicts.list.handler(({ input, context: { session } }) => listConflicts(session.present, input)),
  get: os.conflicts.get.handler(({ input, context: { session } }) => conflictDetail(session.present, input.id)),
  decide: os.conflicts.decide.handler(({ input, context: { session } }) => {
    session.refuseInThePast();
    const committed = decideConflict(session.present, input);
    if (committed.tables.includes('boards')) session.keepName();
    return savedBy(committed);
  }),
  defer: os.conflicts.defer.handler(({ input, context: { session } }) => {
    session.refuseInThePast();
    return savedBy(deferConflict(session.present, input));
  }),
};
