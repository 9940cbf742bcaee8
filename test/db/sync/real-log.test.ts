/** The log of a board as this program writes it is what a bundle may hold: nothing that people do is refused elsewhere. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../../../db/store/attachments.ts';
import { hashedChangesOf, type Operation } from '../../../db/store/change-log.ts';
import { openBundle } from '../../../db/sync/bundle.ts';
import { readBundleHeader } from '../../../db/sync/bundle-header.ts';
import { bytesToSource } from '../../../db/sync/byte-source.ts';
import { readContainer } from '../../../db/sync/container.ts';
import { gather } from '../../../db/sync/packing.ts';
import type { PayloadPart, ReadPart } from '../../../db/sync/payload.ts';
import { openSharedBoard, type TestBoard } from '../../support/board.ts';
import { addRowToEveryTable } from '../../support/every-table.ts';
import { createLaptop, everyKindOfLine, sealWhole } from '../../support/sync-bundles.ts';

let board: TestBoard & { close(): void };
beforeAll(async () => {
  board = await openSharedBoard('sample');
}, 60_000);
afterAll(() => board.close());

const logOf = function* ({ store: { db } }: TestBoard): Generator<PayloadPart> {
  const carried = new Set<string>();
  for (const operation of db
    .prepare<[], Operation>('select * from operations order by clock, deviceId, sequence')
    .all()) {
    const changes = [...hashedChangesOf(db, operation.number)];
    for (const { tableName, field, new: made } of changes) {
      if (tableName !== 'attachments' || field !== '') continue;
      const { sha256 } = JSON.parse(String(made)) as { readonly sha256: string };
      const bytes = readContent(db, sha256);
      if (bytes !== null && !carried.has(sha256)) yield { kind: 'content', sha256, bytes };
      carried.add(sha256);
    }
    yield { kind: 'operation', operation: { ...operation, seen: null }, hash: operation.hash, changes };
  }
};

const hashOf = (part: PayloadPart | ReadPart): string =>
  part.kind === 'operation' ? part.hash : part.kind === 'content' ? part.sha256 : part.seal.hash;

describe('the log of a board', () => {
  it('goes through a bundle with the hashes that it has', async () => {
    board.store.operation({ kind: 'import' }, (write) => {
      addRowToEveryTable(board.store.db, write, undefined, ['boards', 'attachments']);
    });
    const parts = [...logOf(board)];
    const { keys } = await createLaptop(1);
    const { order } = await everyKindOfLine();
    const device = parts.find((part) => part.kind === 'operation')?.operation.deviceId ?? '';
    const last = parts.findLast((part) => part.kind === 'operation')?.operation.sequence ?? 0;
    const own = {
      ...order,
      device,
      has: [[device, last] as [string, number]],
      to: [{ device, receiveKey: keys.receiveKey }],
    };
    const { header, bytes } = await sealWhole({ ...own, signSeed: keys.signSeed }, parts);
    expect(header.ranges).toHaveLength(1);

    const source = bytesToSource(bytes);
    const container = await readContainer(source, 'bundle');
    const opening = { receiveIdentity: keys.receiveIdentity, now: () => 0 };
    const read = (await gather(openBundle(source, container, readBundleHeader(container.header), opening))).flat();
    expect(read.map(hashOf)).toEqual(parts.map(hashOf));
    expect(read.length).toBeGreaterThan(100);
  });
});
