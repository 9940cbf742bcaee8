import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { NATIONS } from '../domain/codes.ts';
import { civilDate, done, procedure, progress, requiredLine } from './common.ts';

const newBoard = z.object({
  name: requiredLine,
  nation: z.enum(NATIONS),
  passphrase: z.string().min(1).max(1000),
  /** The post of the person at this laptop, e.g. "Board manager". */
  post: requiredLine,
  deviceName: requiredLine,
});

/** `waitsToJoin`: there is no board yet, only a laptop that asks to join one. */
export const opened = z.object({ boardName: z.string(), autoLockMinutes: z.number(), waitsToJoin: z.boolean() });
export type Opened = z.infer<typeof opened>;

/** Opening, making and locking the board. Everything else answers "locked" until one of these has opened it. */
export const session = {
  status: procedure.output(
    z.object({
      /**
       * empty: nothing here yet. locked: a board that waits for its passphrase. open: ready. joining: open, and the board has
       * not come yet. broken: see `problem`.
       */
      state: z.enum(['empty', 'locked', 'open', 'joining', 'broken']),
      boardName: z.string().nullable(),
      problem: z.enum(['vault-damaged', 'vault-missing', 'vault-newer', 'folder-not-empty', 'no-rights']).nullable(),
      /** True when a copy of the key file is kept with the backups. */
      vaultCopy: z.boolean(),
      autoLockMinutes: z.number().nullable(),
      backups: z.array(z.object({ name: z.string(), madeAt: z.number(), reason: z.string() })),
    }),
  ),
  /** The recovery code is answered once, to be printed; it is kept nowhere. */
  create: procedure.input(newBoard).output(opened.extend({ recoveryCode: z.string() })),
  /** Makes the fictional sample board. The passphrase of the sample is `SAMPLE_PASSPHRASE` of db/domain/sample.ts. */
  createSample: procedure
    .input(z.object({ today: civilDate }))
    .output(eventIterator(progress.extend({ opened: opened.nullable() }))),
  unlock: procedure.input(z.object({ passphrase: z.string().max(1000) })).output(opened),
  /** Opens with the recovery code and sets a new passphrase. */
  recover: procedure
    .input(z.object({ recoveryCode: z.string().max(200), passphrase: z.string().min(1).max(1000) }))
    .output(opened),
  changePassphrase: procedure
    .input(z.object({ current: z.string().max(1000), next: z.string().min(1).max(1000) }))
    .output(done),
  /** Makes the printed code worthless and answers a new one. */
  newRecoveryCode: procedure
    .input(z.object({ passphrase: z.string().max(1000) }))
    .output(z.object({ recoveryCode: z.string() })),
  /** Puts the copy of the key file that is kept with the newest backup in the place of a damaged or missing one. */
  repairVault: procedure.output(done),
  /** Restores a backup of a board whose database cannot be opened; the damaged file is kept beside it. */
  restoreDamaged: procedure.input(z.object({ passphrase: z.string().max(1000), backup: z.string() })).output(opened),
};
