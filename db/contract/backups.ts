import { z } from 'zod';
import { done, procedure } from './common.ts';

export const backupRow = z.object({ name: z.string(), madeAt: z.number(), reason: z.string(), bytes: z.number() });
export type BackupRow = z.infer<typeof backupRow>;

export const backups = {
  list: procedure.output(z.array(backupRow)),
  make: procedure.output(backupRow),
  /** Makes a backup of the board as it is, then puts the chosen one in its place. The board stays open. */
  restore: procedure.input(z.object({ name: z.string() })).output(done),
  /** Database, foreign keys, audit chain, log against records, backups: what `tracker check` says. */
  check: procedure.output(
    z.object({
      ok: z.boolean(),
      findings: z.array(z.object({ what: z.string(), ok: z.boolean(), words: z.string() })),
    }),
  ),
};
