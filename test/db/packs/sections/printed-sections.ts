/** A pack of chosen sections from a real board, read as a person would: rows by the keys of their columns. */
import type { PackOptionsGiven, PackSectionId } from '../../../../db/contract/packs.ts';
import type { Pack, PackBlock, PackTable } from '../../../../db/packs/model.ts';
import { packOf } from '../../../../db/service/packs.ts';
import type { TestBoard } from '../../../support/board.ts';

export const printSections = (
  { store }: Pick<TestBoard, 'store'>,
  sections: readonly PackSectionId[],
  more: Partial<PackOptionsGiven> = {},
): Pack =>
  packOf(store, {
    title: 'Status pack',
    body: 'Executive group',
    meetingDate: null,
    purpose: 'information',
    marking: 'OFFICIAL',
    sections: [...sections],
    ...more,
  });

export const tablesOf = (pack: Pack): readonly PackTable[] =>
  pack.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));

export const rowsOf = (pack: Pack, tableId: string): readonly Readonly<Record<string, string>>[] => {
  const found = tablesOf(pack).find(({ id }) => id === tableId);
  if (found === undefined) throw new Error(`the pack has no table ${tableId}`);
  return found.rows.map((row) => Object.fromEntries(row.map((cell, at) => [found.columns[at]?.key, cell.text])));
};

/** The figures of the pack by their labels, each as value and whole. */
export const figuresOf = (pack: Pack): Readonly<Record<string, readonly [number, number | null]>> =>
  Object.fromEntries(
    pack.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block: PackBlock) => (block.kind === 'figures' ? block.figures : []))
      .map(({ label, value, outOf }) => [label, [value, outOf]]),
  );

export const nilsOf = (pack: Pack): readonly string[] =>
  pack.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) =>
      block.kind === 'nil' ? [block.text] : block.kind === 'table' && block.rows.length === 0 ? [block.nil] : [],
    );
