import type { PackModel } from '../../../db/contract/packs.ts';
import { MEETING_PURPOSE_LABELS } from '../../../db/domain/codes.ts';
import { formatDate } from '../../../db/domain/partial-date.ts';

export type PackSection = PackModel['sections'][number];
export type PackBlock = PackSection['blocks'][number];
export type PackTable = Extract<PackBlock, { kind: 'table' }>;
export type PackCell = PackTable['rows'][number][number];
export type RagKey = PackModel['ragKey'];
export type RagKeyLevel = RagKey['levels'][number];

type Fact = { readonly label: string; readonly value: string };

/** The facts that every cover gives, in the order of the documents. */
export const coverFacts = (pack: PackModel): readonly Fact[] => [
  { label: 'Board', value: pack.board },
  { label: 'Prepared for', value: pack.body },
  { label: 'Meeting date', value: pack.meetingDate === null ? 'No date set' : formatDate(pack.meetingDate) },
  { label: 'Purpose', value: MEETING_PURPOSE_LABELS[pack.purpose] },
  { label: 'Data as at', value: formatDate(pack.dataAsAt) },
  { label: 'Marking', value: pack.marking },
];

export const levelOf = ({ levels }: RagKey, code: string | null): RagKeyLevel | undefined =>
  levels.find((level) => level.code === code);

/** Ratings are never shown without their key: a table that shows some, in a section without a key of its own, gets one. */
export const needsKey = ({ blocks }: PackSection, block: PackBlock): boolean =>
  block.kind === 'table' &&
  block.rows.length > 0 &&
  block.columns.some(({ kind }) => kind === 'rag') &&
  !blocks.some(({ kind }) => kind === 'rag-key');

export type PackParts = {
  /** What stands on the cover below its facts; holds the key once, where the pack has ratings. */
  readonly coverBlocks: readonly PackBlock[];
  readonly sections: readonly PackSection[];
};

/** Every pack has a cover; a section with the id `cover` adds its blocks there. As the documents do. */
export const packParts = ({ ragKey, sections }: PackModel): PackParts => {
  const own = sections.filter(({ id }) => id === 'cover').flatMap(({ blocks }) => blocks);
  return {
    coverBlocks:
      ragKey.levels.length === 0 || own.some(({ kind }) => kind === 'rag-key') ? own : [...own, { kind: 'rag-key' }],
    sections: sections.filter(({ id }) => id !== 'cover'),
  };
};
