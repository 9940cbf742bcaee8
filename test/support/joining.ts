/** Two laptops on the way to one board: a member's, and one that waits. */
import { onTestFinished } from 'vitest';
import { beginToJoin } from '../../db/service/joining.ts';
import { BoardSession } from '../../db/service/session.ts';
import { type HashedChange, hashedChangesOf, type Operation } from '../../db/store/change-log.ts';
import type { Store } from '../../db/store/store.ts';
import { createClock, PASSPHRASE, SMALL_COST, surroundingsAt, temporaryFolder, type TestClock } from './board.ts';

export const LAPTOP_B = { passphrase: PASSPHRASE, deviceName: 'Laptop B', post: 'Business support officer' } as const;

export const waitingLaptop = async (clock: TestClock = createClock(), laptop = LAPTOP_B) => {
  const folder = temporaryFolder();
  const session = new BoardSession(folder, surroundingsAt(clock), { cost: SMALL_COST });
  onTestFinished(() => session.close());
  const { request, recoveryCode } = await beginToJoin(session, laptop);
  return { folder, clock, session, request, recoveryCode, store: session.present };
};

/** Brings over what the other lacks, as a bundle would. */
export const carry = (from: Store, to: Store): void => {
  const heads = new Map(
    to
      .prepare<[], { deviceId: string; last: number }>(
        'select deviceId, max(sequence) as last from operations group by deviceId',
      )
      .all()
      .map(({ deviceId, last }) => [deviceId, last]),
  );
  const operations = from
    .prepare<[], Operation>('select * from operations order by clock, deviceId, sequence')
    .all()
    .filter(({ deviceId, sequence }) => sequence > (heads.get(deviceId) ?? 0));
  const incoming = operations.map((operation) => ({
    ...operation,
    changes: [...(hashedChangesOf(from.db, operation.number) as Iterable<HashedChange>)],
  }));
  to.takeIn(incoming, () => {
    for (const { deviceId, actor } of incoming)
      to.prepare('insert or ignore into devices (id, name, post, addedAt) values (?, ?, ?, ?)').run(
        deviceId,
        '',
        actor,
        0,
      );
  });
};
