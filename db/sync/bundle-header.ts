/** The header of a bundle: in the clear, what a laptop must know before it decrypts anything. `README.md`, §2. */
import { z } from 'zod';
import { FIRST_HASH } from '../store/change-log.ts';
import { clock, id, instant, sequence, sha256 } from './header-shapes.ts';
import { readHeader } from './header.ts';
import {
  FORMAT_VERSION,
  LARGEST_PAYLOAD,
  LONGEST_NAME,
  MOST_CHANGES,
  MOST_CONTENTS,
  MOST_DEVICES,
  MOST_OPERATIONS,
  MOST_RECIPIENTS,
} from './limits.ts';
import { areRising, byText, isText } from './shapes.ts';

export const BUNDLE_FORMAT = 'case-review-tracker-sync';

/** Device, first and last sequence, the chain hash before the first and at the last. */
const range = z.tuple([id, sequence, sequence, sha256, sha256]);
export type Range = z.infer<typeof range>;

const shape = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  version: z.literal(FORMAT_VERSION),
  board: id,
  device: id,
  continues: id.nullable(),
  schema: z.tuple([z.int().min(1).max(9_999), z.string().min(1).max(LONGEST_NAME).refine(isText, 'it is not text')]),
  writtenAt: instant,
  clock,
  to: z.array(id).min(1).max(MOST_RECIPIENTS),
  ranges: z.array(range).min(1).max(MOST_DEVICES),
  has: z
    .array(z.tuple([id, sequence]))
    .min(1)
    .max(MOST_DEVICES),
  operations: z.int().min(1).max(MOST_OPERATIONS),
  changes: z.int().min(0).max(MOST_CHANGES),
  contents: z.int().min(0).max(MOST_CONTENTS),
  unpacked: z.int().min(1).max(LARGEST_PAYLOAD),
});

export type BundleHeader = z.infer<typeof shape>;

/** What makes sense of its parts taken together; null when all does. */
const oddityOf = ({ device, continues, to, ranges, has, operations }: BundleHeader): string | null => {
  if (continues === device) return 'continues: a device does not continue itself';
  if (!areRising(to)) return 'to: it is not in order';
  if (!to.includes(device)) return 'to: the writer cannot read it';
  if (!areRising(has.map(([holder]) => holder))) return 'has: it is not in order';
  for (const [at, [, first, last, before, head]] of ranges.entries()) {
    if (first > last) return `ranges.${at}: it ends before it begins`;
    if ((first === 1) !== (before === FIRST_HASH)) return `ranges.${at}: it begins at the wrong hash`;
    if (head === FIRST_HASH) return `ranges.${at}: it ends at no hash`;
  }
  const isFollowing = ranges.every((one, at) => at === 0 || isBefore(ranges[at - 1] ?? one, one, device));
  if (!isFollowing) return 'ranges: they are not in order, or meet';
  const held = ranges.reduce((sum, [, first, last]) => sum + last - first + 1, 0);
  return held === operations ? null : 'operations: there are not as many in the ranges';
};

/** The writer's own first, then by device id; two of one device rise and do not meet. */
const isBefore = (one: Range, other: Range, writer: string): boolean => {
  if (one[0] === other[0]) return one[2] < other[1];
  if (one[0] === writer || other[0] === writer) return one[0] === writer;
  return byText(one[0], other[0]) < 0;
};

const headerSchema = shape.superRefine((header, context) => {
  const oddity = oddityOf(header);
  if (oddity !== null) context.addIssue({ code: 'custom', message: oddity });
});

/** The one text of a header. Throws when no reader would take it. */
export const bundleHeaderText = (header: BundleHeader): string => textOf(headerSchema.parse(header));

const textOf = (h: BundleHeader): string =>
  JSON.stringify({
    format: h.format,
    version: h.version,
    board: h.board,
    device: h.device,
    continues: h.continues,
    schema: h.schema,
    writtenAt: h.writtenAt,
    clock: h.clock,
    to: h.to,
    ranges: h.ranges,
    has: h.has,
    operations: h.operations,
    changes: h.changes,
    contents: h.contents,
    unpacked: h.unpacked,
  });

/** Check 6. */
export const readBundleHeader = (bytes: Uint8Array): BundleHeader => readHeader(bytes, headerSchema, textOf);
