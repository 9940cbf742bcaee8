import { mkdirSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { BoardStanding, DeviceRange } from '../../../db/sync/evidence.ts';
import {
  type BundleOutcome,
  createFolderExchange,
  type FolderExchange,
  type SealedFile,
} from '../../../db/sync/folder-exchange.ts';
import type { FolderBundle, HeaderReading, PlainHeader } from '../../../db/sync/folder-look.ts';
import { reachWith } from '../../../db/sync/intervals.ts';

export const BOARD = '01957a6e-0000-7000-8000-00000000b0a2';
export const [A, B, C] = ['a1', 'b1', 'c1'].map((end) => `01957a6e-0000-7000-8000-0000000000${end}`) as [
  string,
  string,
  string,
];

/** A laptop whose board is a count of operations by device, and whose bundles are their headers as JSON. */
export type Laptop = {
  readonly device: string;
  readonly held: Map<string, number>;
  /** Everyone, this one too. */
  members: readonly string[];
  /** What becomes of a bundle instead of being taken in. */
  refuse: (bundle: FolderBundle) => BundleOutcome | null;
  beforeWriting: (file: string) => void;
  readonly exchange: FolderExchange;
  readonly work: (operations: number) => void;
};

export const createLaptop = (
  root: string,
  device: string,
  { now, wasThere = false }: { readonly now: () => number; readonly wasThere?: boolean },
): Laptop => {
  mkdirSync(root, { recursive: true });
  const kept: DeviceRange[] = [];
  const held = new Map<string, number>();
  const standing = (): BoardStanding => ({
    thisDevice: device,
    members: laptop.members.map((member) => ({ device: member, isInGoodStanding: true, end: null })),
    held,
    hashAt: (of, sequence) => (sequence <= (held.get(of) ?? 0) ? hashOf(of, sequence) : null),
    kept,
    sealsOf: (of) => [held.get(of) ?? 0],
    exchanges: [],
  });
  const takeIn = async (bundle: FolderBundle): Promise<BundleOutcome> => {
    const header = JSON.parse(readFileSync(bundle.file, 'utf8')) as PlainHeader;
    const refusal = laptop.refuse(bundle);
    if (refusal !== null) return refusal;
    for (const [of, first, last] of header.ranges) kept.push({ device: of, first, last });
    for (const { device: of } of kept) {
      held.set(
        of,
        reachWith(
          held.get(of) ?? 0,
          kept.filter((run) => run.device === of),
        ),
      );
    }
    kept.splice(0, kept.length, ...kept.filter((run) => run.last > (held.get(run.device) ?? 0)));
    return { kind: 'taken-in' };
  };
  const seal = async function* (ranges: readonly DeviceRange[]): AsyncGenerator<SealedFile> {
    const [own = null] = ranges.filter((range) => range.device === device);
    const header: PlainHeader = {
      board: BOARD,
      device,
      continues: null,
      clock: String(now()).padStart(16, '0'),
      to: laptop.members.toSorted(),
      ranges: ranges.map(({ device: of, first, last }) => [of, first, last, hashOf(of, first - 1), hashOf(of, last)]),
      has: [...held],
    };
    yield { own, pieces: [Buffer.from(JSON.stringify(header))] };
  };
  const readHeader = async (file: string): Promise<HeaderReading> => {
    const text = await readFile(file, 'utf8');
    if (!text.endsWith('}')) return { kind: 'refused', why: 'it was cut short. Copy it again, or ask for it again' };
    const header = JSON.parse(text) as PlainHeader;
    return { kind: 'header', header, isSigned: laptop.members.includes(header.device) };
  };
  const writeNewFile = (file: string, pieces: readonly Uint8Array[]): Promise<void> => {
    laptop.beforeWriting(file);
    return writeFile(file, Buffer.concat(pieces), { flag: 'wx' });
  };
  const laptop: Laptop = {
    device,
    held,
    members: [A, B, C],
    refuse: () => null,
    beforeWriting: () => undefined,
    exchange: createFolderExchange({
      root,
      board: BOARD,
      wasThere,
      now,
      standing,
      readHeader,
      takeIn,
      seal,
      writeNewFile,
    }),
    work: (operations) => held.set(device, (held.get(device) ?? 0) + operations),
  };
  return laptop;
};

const hashOf = (device: string, sequence: number): string =>
  sequence === 0 ? '0'.repeat(64) : `chain of ${device} at ${sequence}`;
