import type { PackCell, PackSection, PackTable, RagKey, RagKeyLevel, RagTone } from './model.ts';

export type ToneColours = { readonly background: string; readonly text: string };

/**
 * Paper colours of a tone, as RRGGBB: a tint that survives a black-and-white printer, under near-black text. Every pair has
 * a contrast of 7:1 or more (WCAG 2.2 AA asks 4.5:1), and the symbol and word stand beside it, so colour never says anything alone.
 */
export const PAPER_TONES: Readonly<Record<RagTone, ToneColours>> = {
  green: { background: 'CDE9D3', text: '0B3D1E' },
  amber: { background: 'FFE3A6', text: '4A3000' },
  red: { background: 'F8CCC7', text: '5C0B0B' },
  blue: { background: 'D3E3F8', text: '0B2E5C' },
  grey: { background: 'E4E6E9', text: '2B2F36' },
};

/** The same meanings on a dark screen. */
export const SCREEN_DARK_TONES: Readonly<Record<RagTone, ToneColours>> = {
  green: { background: '12351F', text: 'BFE8CB' },
  amber: { background: '3F2E06', text: 'FFE0A0' },
  red: { background: '4A1513', text: 'FFCFC9' },
  blue: { background: '12294A', text: 'CFE1FA' },
  grey: { background: '30343A', text: 'E1E4E8' },
};

type RagCell = Extract<PackCell, { kind: 'rag' }>;

export const ragLevel = (key: RagKey, code: string | null): RagKeyLevel | undefined =>
  code === null ? undefined : key.levels.find((level) => level.code === code);

/** "▲ Overdue": the symbol and the words, or "Not rated". */
export const ragText = (cell: RagCell, level: RagKeyLevel | undefined): string =>
  level === undefined ? cell.text || 'Not rated' : `${level.symbol} ${cell.text || level.label}`;

/** The same for media that break lines: a short rating stays on one line, a long one keeps its symbol with its first word. */
export const unbroken = (text: string): string =>
  text.length <= 14 ? text.replaceAll(' ', '\u00a0') : text.replace(' ', '\u00a0');

export const levelText = (level: RagKeyLevel): string => `${level.symbol} ${level.label}`;

/** A table that shows colours needs the key with it, unless its section prints the key. */
export const needsKey = (section: PackSection, table: PackTable): boolean =>
  table.rows.length > 0 &&
  table.columns.some((column) => column.kind === 'rag') &&
  !section.blocks.some((block) => block.kind === 'rag-key');

export const keyHeading = (key: RagKey): string => `Key to the ratings (${key.scheme})`;

/** A rule as part of a list of rules. */
export const withoutFullStop = (rule: string): string => rule.replace(/\.$/, '');
