import type { RegisteredPack } from '../../db/contract/pack-register.ts';
import { formatDate } from '../../db/domain/partial-date.ts';
import { figureText, type PackBlock } from '../../db/packs/model.ts';
import { comparePacks } from '../../db/service/pack-compare.ts';
import type { Command } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';
import { packNamed } from './registered-pack.ts';

export const packCompare: Command = {
  summary: 'Says what changed between two packs of the register',
  usage: 'pack-compare FOLDER PACK PACK',
  options: {},
  takes: [3, 3],
  run: async ({ positionals: [folder, one = '', other = ''] }) =>
    withBoard(folderOf(folder), ({ store }) => {
      const compared = comparePacks(store, packNamed(store, one).id, packNamed(store, other).id);
      const { before, after, figures, blocks } = compared;
      const words = [
        `From pack ${packWords(before)} to pack ${packWords(after)}`,
        '',
        ...figures.map(
          (figure) => `${figure.symbol} ${figure.label}: ${figure.before ?? '–'} → ${figure.after} (${figure.words})`,
        ),
        ...blocks.flatMap(blockWords),
      ];
      return { words: words.join('\n'), json: compared };
    }),
};

const packWords = ({ number, title, dataAsAt }: RegisteredPack): string =>
  `${number} “${title}” (data as at ${formatDate(dataAsAt)})`;

const blockWords = (block: PackBlock): readonly string[] => {
  switch (block.kind) {
    case 'subheading':
      return ['', block.text];
    case 'paragraph':
    case 'nil':
      return [block.text];
    case 'list':
      return block.items.map((item) => `- ${item}`);
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${value}`);
    case 'figures':
      return ['', block.caption, ...block.figures.map((figure) => `${figure.label}: ${figureText(figure)}`)];
    case 'table':
      return block.rows.length === 0
        ? [block.nil]
        : ['', block.caption, ...block.rows.map((row) => rowWords(block, row))];
    case 'chart':
      return [block.chart.alt];
    case 'rag-key':
      return [];
  }
};

type Table = Extract<PackBlock, { readonly kind: 'table' }>;

/** "Review: LCSPR 2025/02; From: Open; To: Complete". */
const rowWords = ({ columns }: Table, row: Table['rows'][number]): string =>
  `- ${row
    .flatMap((cell, at) => (cell.text === '' ? [] : [`${columns[at]?.heading ?? ''}: ${cell.text}`]))
    .join('; ')}`;
