import type { ChartTone } from './model.ts';

/** As RRGGBB. `strong` bears the meaning (edges, lines, solid fills), `tint` lies below a pattern. */
export type ToneInks = { readonly strong: string; readonly tint: string };

/**
 * On paper. Every strong ink has 4.5:1 or more against white paper and against its tint (WCAG 2.2 AA asks 3:1 of pictures);
 * patterns, symbols and names say the same for those who do not see the colour.
 */
export const PAPER_INKS: Readonly<Record<ChartTone, ToneInks>> = {
  accent: { strong: '0B6663', tint: 'E3F1EF' },
  green: { strong: '1B5F35', tint: 'E6F4EA' },
  amber: { strong: '8A5300', tint: 'FDF1DA' },
  red: { strong: 'A8231C', tint: 'FDEBE9' },
  blue: { strong: '1C4C8C', tint: 'E8F0FB' },
  grey: { strong: '56625F', tint: 'EFF2F1' },
};

/** The same on a dark screen. */
export const DARK_INKS: Readonly<Record<ChartTone, ToneInks>> = {
  accent: { strong: '58C3BB', tint: '12312F' },
  green: { strong: '86D6A0', tint: '143020' },
  amber: { strong: 'F3C06A', tint: '35270D' },
  red: { strong: 'FFA69E', tint: '3B1A18' },
  blue: { strong: '9CC3F7', tint: '172940' },
  grey: { strong: 'B5C0BE', tint: '242B2A' },
};

/** Words and lines of the picture. */
export const PAPER_WORDS = { text: '1B2328', axis: '5B686E', grid: 'D5DBDE', today: '1B2328' } as const;
export const DARK_WORDS = { text: 'E8ECEE', axis: '9AA7AC', grid: '38434A', today: 'E8ECEE' } as const;
