import type { Chart } from '../charts/model.ts';
import type { PackAudience } from '../domain/codes.ts';

/**
 * The pack model: what a status pack says, once, before it takes any form. Every writer (DOCX, XLSX, HTML, JSON) and the
 * preview on screen render these blocks and nothing else, so no two formats can disagree. Plain data, in the order it is read.
 */
export type Pack = {
  readonly title: string;
  /** The body the pack is for, e.g. "Executive group". */
  readonly body: string;
  readonly board: string;
  /** Civil date YYYY-MM-DD, or null when no meeting is set. */
  readonly meetingDate: string | null;
  /** A public pack identifies nobody: see db/packs/public/. */
  readonly audience: PackAudience;
  readonly purpose: 'information' | 'discussion' | 'decision';
  /** E.g. "OFFICIAL-SENSITIVE"; printed on every page and sheet. */
  readonly marking: string;
  /** Civil date YYYY-MM-DD the figures are true for: the only date that documents carry. */
  readonly dataAsAt: string;
  readonly ragKey: RagKey;
  readonly sections: readonly PackSection[];
};

export type RagKey = {
  readonly scheme: string;
  readonly levels: readonly RagKeyLevel[];
};

export type RagKeyLevel = {
  readonly code: string;
  readonly label: string;
  readonly symbol: string;
  /** One of the named tones; writers map a tone to a colour that passes 4.5:1 in their medium. */
  readonly tone: RagTone;
  readonly rule: string;
};

export type RagTone = 'green' | 'amber' | 'red' | 'blue' | 'grey';

export type PackSection = {
  /** Stable, e.g. "live-reviews"; also the XLSX sheet's and the HTML anchor's name. */
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly PackBlock[];
};

export type PackBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Label and value pairs, e.g. the cover's facts. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'figures'; readonly caption: string; readonly figures: readonly PackFigure[] }
  | PackTable
  /** A picture with its text alternative; what it shows is also said by a table, which follows from it. */
  | { readonly kind: 'chart'; readonly chart: Chart }
  /** A nil return: printed, never omitted. */
  | { readonly kind: 'nil'; readonly text: string }
  | { readonly kind: 'rag-key' };

export type PackFigure = {
  readonly label: string;
  readonly value: number;
  /** Given when the figure is a share: printed as "12 of 40 (30%)". */
  readonly outOf: number | null;
  readonly note: string | null;
};

export type PackTable = {
  readonly kind: 'table';
  /** Stable within the pack, e.g. "live-reviews". */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly PackColumn[];
  readonly rows: readonly (readonly PackCell[])[];
  /** Said instead of the table when there are no rows. */
  readonly nil: string;
};

export type PackColumn = {
  readonly key: string;
  readonly heading: string;
  readonly kind: 'text' | 'date' | 'number' | 'rag';
  /** Relative width, for programs that draw the JSON's tables; what is printed here goes by the words. */
  readonly width: number;
};

/**
 * text: as printed. date: `sort` is the civil date (YYYY, YYYY-MM or YYYY-MM-DD) or null, `text` as printed.
 * number: `value` or null for "not known". rag: a level's code, or null for "not rated".
 */
export type PackCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly sort: string | null; readonly text: string }
  | { readonly kind: 'number'; readonly value: number | null; readonly text: string }
  | { readonly kind: 'rag'; readonly level: string | null; readonly text: string };

/** "12 of 40 (30%)", "no actions to count" for a denominator of nought, or the bare figure. Percentages are whole, halves up. */
export const figureText = (figure: PackFigure): string => {
  if (figure.outOf === null) return String(figure.value);
  if (figure.outOf === 0) return '0 of 0';
  return `${figure.value} of ${figure.outOf} (${Math.round((figure.value / figure.outOf) * 100)}%)`;
};
