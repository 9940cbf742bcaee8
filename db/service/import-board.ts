import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { MIGRATIONS } from '../migrations/index.ts';
import { closeDatabase, openDatabase } from '../store/database.ts';
import { Failure, withFailures } from '../store/failure.ts';
import { type BoardDocument, importBoard } from '../store/import.ts';
import { migrate } from '../store/migrate.ts';
import { takeNewDevice } from '../store/new-device.ts';
import { DATABASE_FILE, type Surroundings, VAULT_FILE } from '../store/store.ts';
import { createVault, type ScryptCost, writeVault } from '../store/vault.ts';
import { checkLog } from './check.ts';
import { BoardSession, refuseWeak } from './session.ts';

/** Makes a board in an empty or absent folder from a checked export. A refusal leaves nothing there. Answers the new recovery code. */
export const makeBoardFrom = async (
  folder: string,
  document: BoardDocument,
  passphrase: string,
  surroundings: Surroundings,
  cost?: ScryptCost,
): Promise<{ readonly recoveryCode: string }> => {
  const session = new BoardSession(folder, surroundings);
  if (session.status().state !== 'empty') throw new Failure('folder-not-empty');
  refuseWeak(passphrase);
  const board = document.records.boards?.[0];
  const wrapped = await createVault(
    { id: String(board?.id), name: String(board?.name), passphrase },
    surroundings.random,
    cost,
  );
  withFailures(() => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  try {
    const db = openDatabase(path.join(folder, DATABASE_FILE), wrapped.key, { create: true });
    try {
      migrate(db, MIGRATIONS, () => undefined);
      importBoard(db, document);
      // The laptops that exchange this board go on with their own chains.
      if ((document.records.memberDevices ?? []).length > 0) takeNewDevice(db, surroundings);
      const log = checkLog(db);
      if (!log.ok) throw new Failure('import-refused', { at: 'records', problem: log.words });
    } finally {
      closeDatabase(db);
    }
    writeVault(path.join(folder, VAULT_FILE), wrapped.vault);
  } catch (error) {
    session.discard();
    throw error;
  }
  return { recoveryCode: wrapped.recoveryCode };
};
