import { listBackups } from '../store/backup.ts';
import { checkBoard } from './check.ts';
import { os } from './context.ts';

export const backups = {
  list: os.backups.list.handler(({ context: { session } }) => [...listBackups(session.store.folder)]),
  make: os.backups.make.handler(({ context: { session } }) => session.store.backup('asked')),
  restore: os.backups.restore.handler(({ input, context: { session } }) => {
    session.restore(input.name);
    return { done: true as const };
  }),
  check: os.backups.check.handler(({ context: { session } }) => checkBoard(session.present)),
};
