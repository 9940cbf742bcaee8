import { setImmediate as breathe } from 'node:timers/promises';
import { Failure } from '../store/failure.ts';
import { os } from './context.ts';
import { SAMPLE_PASSPHRASE } from '../domain/sample.ts';
import { makeSampleBoard } from '../sample/make-sample.ts';

const done = { done: true as const };

export const session = {
  status: os.session.status.handler(({ context: { session } }) => session.status()),
  create: os.session.create.handler(async ({ input, context: { session } }) => {
    const { recoveryCode } = await session.create(input);
    return { ...session.opened(), recoveryCode };
  }),
  createSample: os.session.createSample.handler(async function* ({ input, context: { session }, signal }) {
    if (session.isOpen || session.status().state !== 'empty') throw new Failure('board-exists');
    const sample = { today: input.today, scale: 'small' as const, random: session.surroundings.random, signal };
    for await (const step of makeSampleBoard(session.folder, sample)) {
      yield { ...step, opened: null };
      await breathe();
    }
    await session.unlock(SAMPLE_PASSPHRASE);
    yield { doing: 'Ready', done: 1, of: 1, opened: session.opened() };
  }),
  unlock: os.session.unlock.handler(async ({ input, context: { session } }) => {
    await session.unlock(input.passphrase);
    return session.opened();
  }),
  recover: os.session.recover.handler(async ({ input, context: { session } }) => {
    await session.recover(input.recoveryCode, input.passphrase);
    return session.opened();
  }),
  changePassphrase: os.session.changePassphrase.handler(async ({ input, context: { session } }) => {
    await session.changePassphrase(input.current, input.next);
    return done;
  }),
  newRecoveryCode: os.session.newRecoveryCode.handler(async ({ input, context: { session } }) => ({
    recoveryCode: await session.newRecoveryCode(input.passphrase),
  })),
  repairVault: os.session.repairVault.handler(({ context: { session } }) => {
    session.repairVault();
    return done;
  }),
  restoreDamaged: os.session.restoreDamaged.handler(async ({ input, context: { session } }) => {
    await session.restoreDamaged(input.passphrase, input.backup);
    return session.opened();
  }),
};
