/** Laptops that write bundles, made from seeds: the same ids, keys and operations each time. */
import { createHash } from 'node:crypto';
import { FIRST_HASH, type HashedChange, type HashedOperation } from '../../db/store/change-log.ts';
import type { RandomBytes } from '../../db/store/vault.ts';
import { createDeviceKeys, type DeviceKeys } from '../../db/sync/device-keys.ts';
import { changeText, operationText } from '../../db/sync/lines.ts';
import type { OperationPart, PayloadPart } from '../../db/sync/payload.ts';
import { signSeal } from '../../db/sync/seal.ts';
import { type BundleOrder, sealBundle } from '../../db/sync/bundle.ts';
import { createTally } from '../../db/sync/payload.ts';
import { seededRandom } from './seeded-random.ts';

export const MADE_AT = Date.parse('2026-11-23T09:00:00Z');

export const newId = (random: RandomBytes): string => {
  const hex = Buffer.from(random(16)).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};

export type Laptop = { readonly id: string; readonly keys: DeviceKeys; head: { sequence: number; hash: string } };

export const createLaptop = async (seed: number): Promise<Laptop> => {
  const random = seededRandom(seed);
  return { id: newId(random), keys: await createDeviceKeys(random), head: { sequence: 0, hash: FIRST_HASH } };
};

type Written = Partial<Pick<HashedOperation, 'id' | 'actor' | 'kind' | 'reason' | 'undoes' | 'seen'>>;

const clockAt = (tick: number): string => `${(MADE_AT + tick * 1000).toString(16).padStart(12, '0')}0000`;

/** The laptop's next operation, `tick` seconds after nine o'clock. */
export const nextOperation = (
  laptop: Laptop,
  random: RandomBytes,
  tick: number,
  changes: readonly HashedChange[],
  written: Written = {},
): OperationPart & { readonly changes: readonly HashedChange[] } => {
  const operation: HashedOperation = {
    previousHash: laptop.head.hash,
    id: newId(random),
    deviceId: laptop.id,
    sequence: laptop.head.sequence + 1,
    clock: clockAt(tick),
    actor: 'Board manager',
    kind: 'edit',
    reason: '',
    undoes: null,
    seen: null,
    ...written,
  };
  const hash = createHash('sha256').update(`${operationText(operation)}\n`);
  for (const change of changes) hash.update(`${changeText(change)}\n`);
  laptop.head = { sequence: operation.sequence, hash: hash.digest('hex') };
  return { kind: 'operation', operation, hash: laptop.head.hash, changes };
};

export const making = (tableName: string, row: { readonly id: string } & Record<string, unknown>): HashedChange => ({
  tableName,
  rowId: row.id,
  field: '',
  old: null,
  new: JSON.stringify(row),
  parent: null,
});

export const editing = (
  tableName: string,
  rowId: string,
  [field, old, next]: readonly [string, HashedChange['old'], HashedChange['new']],
  parent: string | null,
): HashedChange => ({ tableName, rowId, field, old, new: next, parent });

export const sealOf = (board: string, { id, keys, head }: Laptop): PayloadPart => ({
  kind: 'seal',
  seal: signSeal(board, { deviceId: id, ...head }, keys.signSeed),
});

/** More than one piece, which compresses well. */
export const ATTACHED_FILE = Buffer.alloc(49_160, 'Minutes of the meeting. ');

/** Two laptops, and a bundle's parts with every kind of line: the first writes, and passes on what it has of the second. */
export const everyKindOfLine = async (seed = 1) => {
  const random = seededRandom(seed);
  const board = newId(random);
  const [office, home] = [await createLaptop(seed + 1), await createLaptop(seed + 2)];
  const [agency, evidence, attachment, theme] = [newId(random), newId(random), newId(random), newId(random)];
  const sha256 = createHash('sha256').update(ATTACHED_FILE).digest('hex');
  const made = nextOperation(office, random, 1, [
    making('agencies', { id: agency, removed: null, name: 'Exampleshire Heddlu’r Dŵr', note: '“quoted” \n\u0001 £' }),
  ]);
  const named = nextOperation(
    home,
    random,
    2,
    [
      editing('agencies', agency, ['name', 'Exampleshire Heddlu’r Dŵr', 'Exampleshire Police'], made.operation.id),
      editing('agencies', agency, ['weight', null, -1.5], made.operation.id),
    ],
    { seen: JSON.stringify({ [office.id]: 1 }), actor: 'Administrator', kind: 'rename', reason: 'A new name' },
  );
  const attached = nextOperation(office, random, 3, [
    making('attachments', { id: attachment, removed: null, evidenceId: evidence, sha256, size: ATTACHED_FILE.length }),
  ]);
  const undone = nextOperation(
    office,
    random,
    4,
    [editing('agencies', agency, ['name', 'Exampleshire Police', 'Exampleshire Heddlu’r Dŵr'], named.operation.id)],
    { undoes: named.operation.id, seen: JSON.stringify({ [home.id]: 1 }), kind: 'undo' },
  );
  const empty = nextOperation(home, random, 5, [making('themesOfTheFuture', { id: theme, removed: null })]);
  const parts: readonly PayloadPart[] = [
    made,
    named,
    { kind: 'content', sha256, bytes: ATTACHED_FILE },
    attached,
    undone,
    empty,
    sealOf(board, office),
    sealOf(board, home),
  ];
  const order: BundleOrder = {
    board,
    device: office.id,
    continues: null,
    schema: [4, '0003_packs'],
    writtenAt: MADE_AT + 60_000,
    has: [
      [office.id, office.head.sequence],
      [home.id, home.head.sequence],
    ],
    to: [office, home].map(({ id, keys }) => ({ device: id, receiveKey: keys.receiveKey })),
    signSeed: office.keys.signSeed,
  };
  return { board, office, home, parts, order };
};

export const sealWhole = async (order: BundleOrder, parts: Iterable<PayloadPart>) => {
  const { header, pieces } = await sealBundle(order, parts, createTally());
  return { header, bytes: Buffer.concat(pieces) };
};
