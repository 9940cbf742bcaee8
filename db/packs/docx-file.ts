import { Document, type FileChild, type IPropertiesOptions, type ISectionOptions, Packer } from 'docx';
import { strFromU8, strToU8 } from 'fflate';
import { pageNumbersAsInWord } from './docx-pages.ts';
import { rowsToXml } from './docx-rows.ts';
import { gridOf } from './docx-table.ts';
import { TABLE_STYLE_XML } from './docx-table-style.ts';
import type { PaperTable } from './paper.ts';
import { stableOfficeParts, stableZipInTurns } from './stable-zip.ts';
import { ROWS_A_TURN, type Turn } from './turns.ts';

export type DocxFile = {
  readonly options: Omit<IPropertiesOptions, 'sections'>;
  readonly sections: readonly (Omit<ISectionOptions, 'children'> & { readonly children: readonly FileChild[] })[];
  /** Civil date the document says it was made and changed on. */
  readonly date: string;
  /** Whether it has contents, whose page numbers are then worked out. */
  readonly hasContents: boolean;
};

/**
 * The library writes the document: styles but those of tables, which it does not know, words, headings of tables, page set-up. It keeps some 150 kB for each row of a table and
 * cannot be stopped on the way, so each table's rows are left to us: one empty row stands for them until they are put in its place.
 */
export const docxFile = async (
  { options, sections, date, hasContents }: DocxFile,
  turn?: Turn,
): Promise<Uint8Array> => {
  const grids = sections.flatMap(({ children }) => children.flatMap((child) => gridOf(child) ?? []));
  const rows = grids.reduce((sum, grid) => sum + grid.rows.length, 0);
  const document = new Document({
    ...options,
    sections,
    ...(hasContents && rows <= ROWS_LAID_OUT ? { pageNumbers: pageNumbersAsInWord(grids) } : {}),
  });
  const parts = stableOfficeParts(new Uint8Array(await Packer.toBuffer(document)), date);
  await turn?.(0, rows);
  const body = strFromU8(parts[BODY] ?? new Uint8Array());
  const styles = strFromU8(parts[STYLES] ?? new Uint8Array());
  const entries = {
    ...parts,
    [STYLES]: strToU8(styles.replace('</w:styles>', `${TABLE_STYLE_XML}</w:styles>`)),
    [BODY]: await withRows(body, grids, rows, turn),
  };
  return stableZipInTurns(entries, async () => turn?.(rows, rows));
};

const BODY = 'word/document.xml';
const STYLES = 'word/styles.xml';

/** A longer document has its contents without numbers, until Word is asked to update them: laying it out would take seconds. */
const ROWS_LAID_OUT = 4000;

const withRows = async (
  xml: string,
  grids: readonly PaperTable[],
  of: number,
  turn: Turn | undefined,
): Promise<readonly Uint8Array[]> => {
  const tables = xml.split('</w:tbl>');
  if (tables.length !== grids.length + 1) throw new Error('the document does not hold the tables it was given');
  const pieces: Uint8Array[] = [];
  let done = 0;
  for (const [index, table] of tables.entries()) {
    const grid = grids[index];
    if (grid === undefined) {
      pieces.push(strToU8(table));
      continue;
    }
    pieces.push(strToU8(grid.rows.length === 0 ? table : table.slice(0, table.lastIndexOf('<w:tr>'))));
    for (let first = 0; first < grid.rows.length; first += ROWS_A_TURN) {
      const slice = grid.rows.slice(first, first + ROWS_A_TURN);
      pieces.push(strToU8(rowsToXml(grid, slice, first)));
      done += slice.length;
      // oxlint-disable-next-line no-await-in-loop -- one slice after another, with room for others in between
      if (slice.length === ROWS_A_TURN) await turn?.(done, of);
    }
    pieces.push(strToU8('</w:tbl>'));
  }
  return pieces;
};
