import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { actions, approvals } from './actions.ts';
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
import { conflicts } from './conflicts.ts';
import { procedure } from './common.ts';
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
import { session } from './session.ts';
import { sync } from './sync.ts';

/** All that the data process offers. `db/service/` implements it; the page calls it; nothing else crosses. */
export const contract = {
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
  /** Says which tables an operation changed, as soon as it is on disk. Never ends while the board is open. */
  changes: procedure.output(eventIterator(z.object({ operationId: z.string(), tables: z.array(z.string()) }))),
};
export type Contract = typeof contract;
