import { formatDate } from '../domain/date-words.ts';
import type { Pack, PackBlock, PackSection } from './model.ts';

export type Fact = { readonly label: string; readonly value: string };

const PURPOSES: Readonly<Record<Pack['purpose'], string>> = {
  information: 'For information',
  discussion: 'For discussion',
  decision: 'For decision',
};

/** A section with this id has no heading of its own: its blocks stand on the cover, below the facts. */
export const COVER_SECTION = 'cover';

export type PackParts = {
  readonly facts: readonly Fact[];
  /** Holds the RAG key, once, where the pack has one. */
  readonly coverBlocks: readonly PackBlock[];
  /** The sections after the cover, in order. */
  readonly sections: readonly PackSection[];
};

export const packParts = (pack: Pack): PackParts => {
  const own = pack.sections.filter((section) => section.id === COVER_SECTION).flatMap((section) => section.blocks);
  const hasKey = own.some((block) => block.kind === 'rag-key');
  return {
    facts: coverFacts(pack),
    coverBlocks: hasKey || pack.ragKey.levels.length === 0 ? own : [...own, { kind: 'rag-key' }],
    sections: pack.sections.filter((section) => section.id !== COVER_SECTION),
  };
};

const coverFacts = (pack: Pack): readonly Fact[] => [
  { label: 'Board', value: pack.board },
  ...(pack.body === pack.board ? [] : [{ label: 'Prepared for', value: pack.body }]),
  ...meetingFact(pack),
  { label: 'Purpose', value: PURPOSES[pack.purpose] },
  { label: 'Data as at', value: formatDate(pack.dataAsAt) },
  { label: 'Marking', value: pack.marking },
];

/** The public is told of a meeting only when there is one. */
const meetingFact = ({ meetingDate, audience }: Pack): readonly Fact[] => {
  if (meetingDate === null && audience === 'public') return [];
  return [{ label: 'Meeting date', value: meetingDate === null ? 'No date set' : formatDate(meetingDate) }];
};

/** What documents say of themselves in their properties. */
export const documentSubject = (pack: Pack): string =>
  `${pack.board}: status pack for ${pack.body}, data as at ${formatDate(pack.dataAsAt)}`;
