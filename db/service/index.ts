import { actions } from './actions.ts';
import { approvals } from './approvals.ts';
import { backups } from './backups.ts';
import { board } from './board.ts';
import { changes } from './changes.ts';
import { os } from './context.ts';
import { history } from './history.ts';
import { overview } from './overview.ts';
import { packs } from './packs.ts';
import { publication } from './publication.ts';
import { records } from './records.ts';
import { reviews } from './reviews.ts';
import { session } from './session-calls.ts';

/** The contract, implemented. */
export const router = os.router({
  session,
  board,
  overview,
  reviews,
  actions,
  approvals,
  publication,
  records,
  history,
  packs,
  backups,
  changes,
});
