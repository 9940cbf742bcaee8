import { z } from 'zod';
import { id, procedure, reason, saved } from './common.ts';
import { laptopName } from './joining.ts';

export const deviceRow = z.object({
  id,
  name: z.string(),
  post: z.string(),
  /** Day. */
  joinedOn: z.string(),
  isThisOne: z.boolean(),
  /** The laptop that it went on from after a backup was restored. */
  continuesDeviceId: z.string().nullable(),
  /** `on`: the day on which it was recorded. */
  removed: z.object({ on: z.string(), reason: z.string() }).nullable(),
  /** When something of it last came here. Null for this one, and while nothing has come. */
  lastExchangeAt: z.number().nullable(),
});
export type DeviceRow = z.infer<typeof deviceRow>;

/** The laptops of the board: this one first, then those that work on it, then removed ones. */
export const devices = {
  list: procedure.output(z.array(deviceRow)),
  rename: procedure.input(z.object({ id, name: laptopName })).output(saved),
  /** For good: to come back, the laptop joins again. */
  remove: procedure.input(z.object({ id, reason })).output(saved),
};
