import { actions } from './actions.ts';
import { approvals } from './approvals.ts';
import { search } from './search.ts';
import { workplace } from './workplace.ts';
import { deadlines } from './deadlines.ts';
import { chasing } from './chasing.ts';
import { meetings } from './meetings.ts';
import { themes } from './themes.ts';
import { agencies } from './agencies.ts';
import { handOvers } from './hand-overs.ts';
import { externalReports } from './external-reports.ts';
import { attachments } from './attachments.ts';
import { asAt } from './as-at.ts';
import { backups } from './backups.ts';
import { board } from './board.ts';
import { changes } from './changes.ts';
import { conflicts } from './conflicts.ts';
import { os } from './context.ts';
import { devices } from './devices.ts';
import { history } from './history.ts';
import { joining } from './joining.ts';
import { overview } from './overview.ts';
import { packRegister } from './pack-register.ts';
import { packTemplates } from './pack-templates.ts';
import { releasedTexts } from './released-texts.ts';
import { packs } from './packs.ts';
import { publication } from './publication.ts';
import { recommendations } from './recommendations.ts';
import { records } from './records.ts';
import { reviews } from './reviews.ts';
import { statedFigures } from './stated-figures.ts';
import { sync } from './sync.ts';
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
  conflicts,
  packs,
  releasedTexts,
  packTemplates,
  packRegister,
  backups,
  search,
  workplace,
  deadlines,
  statedFigures,
  chasing,
  meetings,
  themes,
  agencies,
  handOvers,
  externalReports,
  recommendations,
  attachments,
  asAt,
  joining,
  devices,
  sync,
  changes,
});
