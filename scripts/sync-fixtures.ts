/**
 * Freezes the sync files of version 1 as this program writes them, for the tests that later versions still read them:
 * `node scripts/sync-fixtures.ts`. The keys and what is said are made from fixed seeds; age's own randomness is not, so what is
 * frozen is never written again: the script refuses to overwrite.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { joinCheckCode, readJoinRequest, writeJoinAcceptance, writeJoinRequest } from '../db/sync/join.ts';
import { writePayload, createTally } from '../db/sync/payload.ts';
import { gather } from '../db/sync/packing.ts';
import { seededRandom } from '../test/support/seeded-random.ts';
import { createLaptop, everyKindOfLine, MADE_AT, newId, sealWhole } from '../test/support/sync-bundles.ts';
import { projectFolder } from './setup.mjs';

const folder = path.join(projectFolder, 'test', 'fixtures', 'sync', '1');

const freeze = (name: string, content: Uint8Array | string): void => {
  const file = path.join(folder, name);
  if (existsSync(file)) throw new Error(`${file} is frozen and is never written again`);
  writeFileSync(file, content, { flag: 'wx' });
};

const freezeJson = (name: string, content: unknown): void => freeze(name, `${JSON.stringify(content, null, 2)}\n`);

const freezeJoining = async (): Promise<void> => {
  const random = seededRandom(41);
  const [member, joiner] = [await createLaptop(42), await createLaptop(43)];
  const laptop = { device: joiner.id, name: 'Laptop C', post: 'Business support officer', madeAt: MADE_AT };
  const request = writeJoinRequest(laptop, joiner.keys, random);
  const board = { board: newId(random), device: member.id, madeAt: MADE_AT + 60_000 };
  const welcome = {
    boardName: 'Bwrdd Diogelu Exampleshire',
    nation: 'wales',
    deviceName: 'Office laptop',
    post: 'Board manager',
  };
  const read = await readJoinRequest(request);
  const acceptance = await writeJoinAcceptance(board, read, welcome, member.keys, random);
  freeze('request.join', request);
  freeze('acceptance.join', acceptance);
  freezeJson('joining.json', {
    keys: { member: member.keys, joiner: joiner.keys },
    request: read,
    acceptance: { ...board, signKey: member.keys.signKey, receiveKey: member.keys.receiveKey },
    welcome,
    code: await joinCheckCode(request, acceptance),
  });
};

const freezeBundle = async (): Promise<void> => {
  const { order, parts, office, home } = await everyKindOfLine();
  const { header, bytes } = await sealWhole(order, parts);
  const payload = Buffer.concat(await gather(writePayload(parts, createTally())));
  freeze('000001-000003.sync', bytes);
  freeze('000001-000003.lines', payload);
  freezeJson('000001-000003.json', { keys: { [office.id]: office.keys, [home.id]: home.keys }, header });
  // The same lines as the standard tool encrypts them.
  const { error, status, stdout } = spawnSync('age', ['-r', home.keys.receiveKey], { input: deflateRawSync(payload) });
  if (error !== undefined || status !== 0) throw new Error('the standard tool age is needed for one of the files');
  freeze('standard-tool.age', stdout);
};

if (import.meta.main) {
  mkdirSync(folder, { recursive: true });
  await freezeJoining();
  await freezeBundle();
}
