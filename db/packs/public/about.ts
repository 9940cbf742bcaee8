import { formatDate } from '../../domain/partial-date.ts';
import { SMALL_BELOW, SMALL_NUMBERS_RULE, WITHHELD_MARK } from '../../domain/small-numbers.ts';
import type { PackBlock } from '../model.ts';
import type { PackSource, SectionWriter } from '../sections/source.ts';

/** The cover: what a reader has to know before the first figure. The rule for small numbers is printed, always. */
export const cover: SectionWriter = ({ board, dataAsAt, options }) => ({
  id: 'cover',
  heading: options.title,
  blocks: [
    {
      kind: 'paragraph',
      text: `This is what ${board.name} publishes about its reviews, as at ${formatDate(dataAsAt)}. It identifies nobody. Reviews that are not published are counted, and nothing else is said of them. Recommendations and actions are told in the words that were released for publication.`,
    },
    { kind: 'paragraph', text: SMALL_NUMBERS_RULE },
  ],
});

/** The blocks of a section of counts, and below them the rule, or where it stands: where a count is withheld, or no cover says it. */
export const withSmallNumbers = (
  { options }: Pick<PackSource, 'options'>,
  blocks: readonly PackBlock[],
): readonly PackBlock[] => {
  if (!options.sections.includes('cover')) return [...blocks, { kind: 'paragraph', text: SMALL_NUMBERS_RULE }];
  return blocks.some(holdsWithheld) ? [...blocks, { kind: 'paragraph', text: RULE_ABOVE }] : blocks;
};

const RULE_ABOVE = `“${WITHHELD_MARK}” stands for a count from 1 to ${SMALL_BELOW - 1}, or for one that would give such a count away. The rule is on the first page.`;

const holdsWithheld = (block: PackBlock): boolean =>
  block.kind === 'table' &&
  block.rows.some((row) => row.some((cell) => cell.kind === 'number' && cell.text === WITHHELD_MARK));
