import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { BoardSession } from '../../../db/service/session.ts';
import { listBackups } from '../../../db/store/backup.ts';
import {
  createVault,
  newRecoveryCode,
  readVault,
  renameVault,
  rewrapKey,
  unwrapKey,
  type Vault,
  writeVault,
} from '../../../db/store/vault.ts';
import {
  boardFolder,
  createClock,
  makeFolder,
  NEW_BOARD,
  openBoard,
  PASSPHRASE,
  refusalOf,
  reopen,
  seededRandom,
  SMALL_COST,
  surroundingsAt,
  temporaryFolder,
} from '../../support/board.ts';

const random = seededRandom(11);
const board = { id: '6f0c1c1e-5f3a-4d64-9d2b-0d3a1c2b4e5f', name: 'Exampleshire', passphrase: PASSPHRASE };

let made: { readonly vault: Vault; readonly key: Uint8Array; readonly recoveryCode: string };
beforeAll(async () => {
  made = await createVault(board, random, SMALL_COST);
});

describe('the key file', () => {
  it('gives the data key for the passphrase and for the recovery code, and for nothing else', async () => {
    expect(await unwrapKey(made.vault, { kind: 'passphrase', text: PASSPHRASE })).toEqual(Buffer.from(made.key));
    expect(await unwrapKey(made.vault, { kind: 'recovery', text: made.recoveryCode })).toEqual(Buffer.from(made.key));
    expect(await refusalOf(unwrapKey(made.vault, { kind: 'passphrase', text: `${PASSPHRASE} ` }))).toMatchObject({
      code: 'wrong-passphrase',
    });
    expect(await refusalOf(unwrapKey(made.vault, { kind: 'passphrase', text: made.recoveryCode }))).toMatchObject({
      code: 'wrong-passphrase',
    });
    expect(await refusalOf(unwrapKey(made.vault, { kind: 'recovery', text: PASSPHRASE }))).toMatchObject({
      code: 'wrong-recovery-code',
    });
  });

  it('holds neither the data key nor the passphrase nor the recovery code', () => {
    const text = JSON.stringify(made.vault);
    for (const secret of [PASSPHRASE, made.recoveryCode, made.recoveryCode.replaceAll('-', '')]) {
      expect(text).not.toContain(secret);
    }
    const key = Buffer.from(made.key);
    for (const encoding of ['hex', 'base64'] as const) expect(text).not.toContain(key.toString(encoding));
  });

  it('takes a recovery code as a person types it from paper', async () => {
    const code = '0O1I-LAAA-0000-1111-ABCD-EFGH-JKMN-PQRS'.replaceAll('O', '0').replace(/[IL]/g, '1');
    const vault = await rewrapKey(made.vault, made.key, { kind: 'recovery', text: code }, random);
    const sloppy = [
      code.toLowerCase(),
      code.replaceAll('-', ' '),
      ` ${code.replaceAll('-', '')}\n`,
      'oO1l iaaa 0ooo 11Li abcd efgh jkmn pqrs',
    ];
    for (const text of sloppy) {
      // oxlint-disable-next-line no-await-in-loop -- each derivation takes 16 MB
      expect(await unwrapKey(vault, { kind: 'recovery', text })).toEqual(Buffer.from(made.key));
    }
    const misread = code.replace('AAA', 'AAB');
    expect(await refusalOf(unwrapKey(vault, { kind: 'recovery', text: misread }))).toMatchObject({
      code: 'wrong-recovery-code',
    });
  });

  it('has recovery codes of eight groups without letters that are mistaken for figures', () => {
    for (let seed = 0; seed < 50; seed++) {
      expect(newRecoveryCode(seededRandom(seed))).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    }
  });

  it('opens the same passphrase however its accents were typed', async () => {
    const vault = await rewrapKey(
      made.vault,
      made.key,
      { kind: 'passphrase', text: 'caf\u00e9 orchard lantern' },
      random,
    );
    expect(await unwrapKey(vault, { kind: 'passphrase', text: 'cafe\u0301 orchard lantern' })).toEqual(
      Buffer.from(made.key),
    );
  });

  it('keeps the data key and the other secret when one secret is changed', async () => {
    const next = 'harbour violet thimble gravel';
    const vault = await rewrapKey(made.vault, made.key, { kind: 'passphrase', text: next }, random);
    expect(await unwrapKey(vault, { kind: 'passphrase', text: next })).toEqual(Buffer.from(made.key));
    expect(await unwrapKey(vault, { kind: 'recovery', text: made.recoveryCode })).toEqual(Buffer.from(made.key));
    expect(await refusalOf(unwrapKey(vault, { kind: 'passphrase', text: PASSPHRASE }))).toMatchObject({
      code: 'wrong-passphrase',
    });
    expect(vault.passphrase.salt).not.toBe(made.vault.passphrase.salt);
  });

  it('reads back what was written, under a new board name too', () => {
    const file = path.join(temporaryFolder(), 'vault.json');
    writeVault(file, renameVault(made.vault, 'Samplebury'));
    expect(readVault(file)).toEqual({ ...renameVault(made.vault, 'Samplebury') });
    expect(readVault(file).boardName).toBe('Samplebury');
  });
});

describe('a key file that is not as it was written', () => {
  const read = (bytes: Uint8Array | string) => {
    const folder = makeFolder();
    const file = path.join(folder, 'vault.json');
    try {
      writeFileSync(file, bytes);
      return readVault(file);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const text = () => `${JSON.stringify(made.vault, null, 2)}\n`;

  it.each([0x01, 0x20, 0x80])('is refused whichever of its bytes is flipped (mask %i)', async (mask) => {
    const bytes = Buffer.from(text());
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ mask;
      // oxlint-disable-next-line no-await-in-loop -- one file at a time
      const { code } = await refusalOf(() => read(flipped));
      expect(code, `byte ${at}`).toBe('vault-damaged');
    }
  });

  it.each([0, 1, 200])('is refused when only its first %i bytes are there', async (length) => {
    expect(await refusalOf(() => read(text().slice(0, length)))).toMatchObject({ code: 'vault-damaged' });
  });

  it('is told apart from one of a newer version', async () => {
    expect(await refusalOf(() => read(JSON.stringify({ ...made.vault, version: 2 })))).toMatchObject({
      code: 'vault-newer',
    });
    expect(await refusalOf(() => read(JSON.stringify({ ...made.vault, version: 0 })))).toMatchObject({
      code: 'vault-damaged',
    });
  });

  it('is told apart from one that is not there', async () => {
    expect(await refusalOf(() => readVault(path.join(temporaryFolder(), 'vault.json')))).toMatchObject({
      code: 'vault-missing',
    });
  });

  it('does not open for another board, even when its checksum was made again', async () => {
    const other = { ...made.vault, boardId: '7f0c1c1e-5f3a-4d64-9d2b-0d3a1c2b4e5f' };
    expect(await refusalOf(unwrapKey(other, { kind: 'passphrase', text: PASSPHRASE }))).toMatchObject({
      code: 'wrong-passphrase',
    });
  });

  it('does not open with its two wraps exchanged', async () => {
    const exchanged = { ...made.vault, passphrase: made.vault.recovery };
    expect(await refusalOf(unwrapKey(exchanged, { kind: 'passphrase', text: made.recoveryCode }))).toMatchObject({
      code: 'wrong-passphrase',
    });
  });
});

describe('unlocking a board', () => {
  const locked = async () => {
    const folder = await boardFolder();
    const clock = createClock();
    return { folder, clock, session: new BoardSession(folder, surroundingsAt(clock), { cost: SMALL_COST }) };
  };

  it('tells a wrong passphrase, a damaged key file and a damaged database apart', async () => {
    const { folder, session } = await locked();
    const [vault, database] = [path.join(folder, 'vault.json'), path.join(folder, 'board.db')];
    expect((await refusalOf(session.unlock('lantern orchard copper'))).code).toBe('wrong-passphrase');
    const whole = readFileSync(vault);
    writeFileSync(vault, whole.subarray(0, 300));
    expect((await refusalOf(session.unlock(PASSPHRASE))).code).toBe('vault-damaged');
    expect(session.status()).toMatchObject({ state: 'broken', problem: 'vault-damaged' });
    writeFileSync(vault, whole);
    const bytes = readFileSync(database);
    bytes.fill(0x5a, 0, 4096);
    writeFileSync(database, bytes);
    expect((await refusalOf(session.unlock(PASSPHRASE))).code).toBe('database-damaged');
    expect(session.isOpen).toBe(false);
  });

  it('slows down after three wrong secrets, wherever they are tried, and opens at once after the wait', async () => {
    const { clock, session } = await locked();
    const wrong = 'not the right one';
    expect(await refusalOf(session.unlock(wrong))).toMatchObject({ details: { waitSeconds: 0 } });
    expect(await refusalOf(session.unlock(wrong))).toMatchObject({ details: { waitSeconds: 0 } });
    expect(await refusalOf(session.unlock(wrong))).toMatchObject({ details: { waitSeconds: 2 } });
    expect(await refusalOf(session.unlock(PASSPHRASE))).toMatchObject({
      code: 'wrong-passphrase',
      details: { waitSeconds: 2 },
    });
    expect((await refusalOf(session.recover('AAAA', PASSPHRASE))).details).toEqual({ waitSeconds: 2 });
    expect((await refusalOf(session.changePassphrase(PASSPHRASE, PASSPHRASE))).details).toEqual({ waitSeconds: 2 });
    expect((await refusalOf(session.newRecoveryCode(PASSPHRASE))).details).toEqual({ waitSeconds: 2 });
    clock.advance(2000);
    expect((await refusalOf(session.newRecoveryCode(wrong))).details).toEqual({ waitSeconds: 4 });
    clock.advance(4000);
    await session.unlock(PASSPHRASE);
    expect(session.isOpen).toBe(true);
    expect((await refusalOf(session.unlock(wrong))).details).toEqual({ waitSeconds: 0 });
    session.close();
  });

  it('waits a minute at most', async () => {
    const { clock, session } = await locked();
    let last = 0;
    for (let attempt = 0; attempt < 10; attempt++) {
      // oxlint-disable-next-line no-await-in-loop -- attempts follow one another
      last = Number((await refusalOf(session.unlock('wrong'))).details.waitSeconds);
      clock.advance(last * 1000);
    }
    expect(last).toBe(60);
  });

  it.each(['short pass', 'password password', 'aaaaaaaaaaaaaaaaaa'])(
    'refuses the weak passphrase “%s”',
    async (weak) => {
      const folder = temporaryFolder();
      const session = new BoardSession(folder, surroundingsAt(createClock()), { cost: SMALL_COST });
      const refusal = await refusalOf(session.create({ ...NEW_BOARD, passphrase: weak }));
      expect(refusal.code).toBe('weak-passphrase');
      expect(String(refusal.details.advice)).not.toBe('');
      expect(session.status().state).toBe('empty');
    },
  );

  it('changes the passphrase only for who knows the old one, and the board stays as it is', async () => {
    const opened = await openBoard();
    const next = 'harbour violet thimble gravel';
    expect((await refusalOf(opened.session.changePassphrase('not this one', next))).code).toBe('wrong-passphrase');
    expect((await refusalOf(opened.session.changePassphrase(PASSPHRASE, 'weak'))).code).toBe('weak-passphrase');
    await opened.session.changePassphrase(PASSPHRASE, next);
    const again = await reopen(opened, next);
    expect(again.session.opened().boardName).toBe(NEW_BOARD.name);
    again.session.close();
    expect((await refusalOf(again.session.unlock(PASSPHRASE))).code).toBe('wrong-passphrase');
  });

  it('opens with the printed code, sets a new passphrase, and makes an older code worthless', async () => {
    const opened = await openBoard();
    const code = await opened.session.newRecoveryCode(PASSPHRASE);
    const newer = await opened.session.newRecoveryCode(PASSPHRASE);
    opened.session.close();
    const next = 'harbour violet thimble gravel';
    expect((await refusalOf(opened.session.recover(code, next))).code).toBe('wrong-recovery-code');
    await opened.session.recover(newer.toLowerCase(), next);
    const again = await reopen(opened, next);
    expect(again.session.opened().boardName).toBe(NEW_BOARD.name);
  });

  it('puts a damaged or missing key file right from the copy beside the newest backup', async () => {
    const opened = await openBoard();
    const vault = path.join(opened.folder, 'vault.json');
    opened.clock.advance(1000);
    opened.store.backup('asked');
    const newest = listBackups(opened.folder)[0]?.name ?? '';
    opened.session.close();
    const whole = readFileSync(vault, 'utf8');
    writeFileSync(vault, 'x');
    writeFileSync(path.join(opened.folder, 'backups', `${newest}.vault.json`), 'y');
    expect(opened.session.status()).toMatchObject({ state: 'broken', problem: 'vault-damaged', vaultCopy: true });
    opened.session.repairVault();
    expect(readFileSync(vault, 'utf8')).toBe(whole);
    expect(readFileSync(`${vault}.damaged`, 'utf8')).toBe('x');
    renameSync(vault, `${vault}.gone`);
    expect(opened.session.status()).toMatchObject({ state: 'broken', problem: 'vault-missing', vaultCopy: true });
    opened.session.repairVault();
    await opened.session.unlock(PASSPHRASE);
    expect(opened.session.isOpen).toBe(true);
  });

  it('says that there is no copy of the key file when there is none', async () => {
    const { folder, session } = await locked();
    rmSync(path.join(folder, 'vault.json'));
    rmSync(path.join(folder, 'backups'), { recursive: true });
    expect(session.status()).toMatchObject({ problem: 'vault-missing', vaultCopy: false });
    expect((await refusalOf(() => session.repairVault())).code).toBe('vault-missing');
  });
});
