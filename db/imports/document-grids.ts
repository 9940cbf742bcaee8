import { strFromU8 } from 'fflate';
import { MOST_ROWS } from '../domain/chasing.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';
import { refuseFile } from './refused-file.ts';

const DOCUMENT = 'word/document.xml';

export const isDocumentPart = (name: string): boolean => name === DOCUMENT;

/** Markup that matters for the words of a table, or a run of text between two tags. */
const TOKEN =
  /<(\/?)w:(tbl|tr|tc|p|t|tab|br|cr|del|moveFrom|gridSpan|vMerge|fldSimple|fldChar)\b([^>]*?)(\/?)>|([^<]+)|<[^>]*>/g;

type OpenCell = { text: string; trouble: GridCell['trouble']; paragraphs: number };

/**
 * The tables of a Word document. What was struck out in tracked changes is left out, what was put in is read. Cells that span
 * others and cells with fields are marked. A table inside a table belongs to no row and is left out.
 */
export const documentToGrids = (parts: ReadonlyMap<string, Uint8Array>): readonly Grid[] => {
  const part = parts.get(DOCUMENT);
  if (part === undefined) return refuseFile('it is not a Word document that can be read');
  const xml = strFromU8(part);
  if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) refuseFile('it holds declarations that no document has');
  const grids: { rows: GridRow[] }[] = [];
  let [depth, struckOut, inText] = [0, 0, false];
  let cells: GridCell[] = [];
  let cell: OpenCell | null = null;
  for (const [, slash, tag, attributes, selfClosing, words] of xml.matchAll(TOKEN)) {
    if (words !== undefined) {
      if (inText && struckOut === 0 && depth === 1 && cell !== null) cell.text += unescaped(words);
      continue;
    }
    const [opens, closes] = [slash === '', slash === '/' || selfClosing === '/'];
    switch (tag) {
      case 'tbl':
        if (opens && depth++ === 0) grids.push({ rows: [] });
        if (closes) depth = Math.max(0, depth - 1);
        break;
      case 'tr':
        if (depth !== 1) break;
        if (opens) cells = [];
        if (closes) addRow(grids, cells);
        break;
      case 'tc':
        if (depth !== 1) break;
        if (opens) cell = { text: '', trouble: null, paragraphs: 0 };
        if (closes && cell !== null) {
          cells.push({ text: cell.text, trouble: cell.trouble });
          cell = null;
        }
        break;
      case 'p':
        if (opens && cell !== null && depth === 1 && cell.paragraphs++ > 0) cell.text += '\n';
        break;
      case 't':
        inText = opens && !closes;
        break;
      case 'tab':
      case 'br':
      case 'cr':
        if (opens && cell !== null && depth === 1 && struckOut === 0) cell.text += tag === 'tab' ? ' ' : '\n';
        break;
      case 'del':
      case 'moveFrom':
        if (opens && !closes) struckOut += 1;
        else if (!opens) struckOut = Math.max(0, struckOut - 1);
        break;
      case 'gridSpan':
        if (cell !== null && !/w:val="1"/.test(attributes ?? '')) cell.trouble = 'merged';
        break;
      case 'vMerge':
        if (cell !== null) cell.trouble = 'merged';
        break;
      case 'fldSimple':
      case 'fldChar':
        if (opens && cell !== null) cell.trouble = 'formula';
        break;
      default:
    }
  }
  return grids;
};

const addRow = (grids: readonly { readonly rows: GridRow[] }[], cells: readonly GridCell[]): void => {
  const rows = grids.at(-1)?.rows;
  if (rows === undefined) return;
  rows.push({ at: `row ${rows.length + 1} of table ${grids.length}`, cells });
  if (rows.length > MOST_ROWS + 1) {
    refuseFile(
      `it has more than ${MOST_ROWS.toLocaleString('en-GB')} rows; a request sheet has one row for each action`,
    );
  }
};

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w{2,4});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff && code > 0 ? String.fromCodePoint(code).toWellFormed() : '';
  });
