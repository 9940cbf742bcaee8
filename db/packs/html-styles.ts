import { SVG_DARK_RULES } from '../charts/svg.ts';
import type { RagTone } from './model.ts';
import type { Paper } from './paper.ts';
import { PAPER_TONES, SCREEN_DARK_TONES, type ToneColours } from './rag.ts';

/** What the rules for print below leave within the margins, and the space they give tables. */
export const HTML_PAPER: Paper = {
  upright: { width: twips(210 - 2 * 16), height: twips(297 - 22 - 20) },
  wide: { width: twips(297 - 2 * 15), height: twips(210 - 22 - 20) },
  em: 240,
  cell: 240 * 0.7 + 15,
  line: 240 * 1.2,
  row: 240 * 0.3 + 15,
};

function twips(millimetres: number): number {
  return Math.floor((millimetres / 25.4) * 1440);
}

/** The sheet's margin boxes print the marking and "page n of m" on every page. */
export const htmlStyles = (marking: string): string => `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b2328; --accent: #0f4c52; --rule: #aeb8be; --fill: #e3ecec; --link: #0b5c8a; }
* { box-sizing: border-box; }
html { font: 12pt/1.45 Arial, Helvetica, "Liberation Sans", sans-serif; text-align: left; color: var(--ink); background: var(--paper); -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 0 1.5rem 4rem; max-width: 78rem; overflow-wrap: break-word; }
.skip { position: absolute; left: 1rem; top: -6rem; padding: .5rem 1rem; background: var(--ink); color: var(--paper); }
.skip:focus { top: 1rem; }
.marking { margin: 0; max-width: none; padding: .75rem 0; text-align: center; font-weight: bold; }
h1, h2, h3 { color: var(--accent); line-height: 1.2; text-align: left; }
h1 { font-size: 26pt; margin: 1rem 0 1.25rem; }
h2 { font-size: 18pt; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--accent); }
h3 { font-size: 14pt; margin: 1.75rem 0 .5rem; }
nav h2, header h2 { border: 0; padding: 0; margin-top: 1.75rem; }
p, ul, ol { margin: 0 0 .75rem; max-width: 46rem; white-space: pre-line; }
ul, ol { white-space: normal; }
li { margin-bottom: .25rem; }
li ul { margin: .25rem 0 .5rem; }
nav ul { list-style: none; padding: 0; }
nav li ul { padding-left: 1.5rem; }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
dl { display: grid; grid-template-columns: 9rem 1fr; gap: .25rem 2rem; margin: 0 0 1rem; }
dt { font-weight: bold; }
dd { margin: 0; white-space: pre-line; }
.table { overflow-x: auto; margin: 0 0 1.25rem; }
table { border-collapse: collapse; min-width: 100%; }
caption { font-weight: bold; line-height: 1.2; text-align: left; padding: .75rem 0 .4rem; }
th, td { border: 1px solid var(--rule); padding: .3rem .5rem; text-align: left; vertical-align: top; white-space: pre-line; overflow-wrap: normal; }
thead th { background: var(--fill); font-weight: bold; }
tbody th { font-weight: normal; }
.whole { white-space: nowrap; }
td.broken, th.broken { overflow-wrap: anywhere; }
.picture { margin: 1rem 0 1.25rem; }
.caption { font-weight: bold; line-height: 1.2; margin-bottom: .5rem; }
.drawing { overflow-x: auto; }
.chart { display: block; }
.tone { font-weight: bold; }
.key .tone { white-space: nowrap; padding: .05rem .4rem; }
${toneRules(PAPER_TONES)}
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #14191c; --ink: #e8ecee; --accent: #8fd0d4; --rule: #4b575e; --fill: #223034; --link: #8cc8f0; }
  ${toneRules(SCREEN_DARK_TONES)}
  ${SVG_DARK_RULES}
}
@media screen and (max-width: 40rem) { body { padding: 0 1rem 3rem; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }
@page {
  size: A4;
  margin: 22mm 16mm 20mm;
  @top-center { content: ${cssText(marking)}; font: bold 12pt Arial, Helvetica, "Liberation Sans", sans-serif; color: #1b2328; }
  @bottom-center { content: ${cssText(`${marking} · page `)} counter(page) " of " counter(pages); font: bold 12pt Arial, Helvetica, "Liberation Sans", sans-serif; color: #1b2328; }
}
@page wide { size: A4 landscape; margin: 22mm 15mm 20mm; }
@media print {
  :root { color-scheme: light; }
  html { background: none; line-height: 1.22; }
  body { max-width: none; padding: 0; margin: 0; }
  .skip, .marking, body > footer { display: none; }
  header.cover { break-after: page; }
  header.cover dl { row-gap: .1rem; }
  section.wide { page: wide; }
  h2 { border: 0; padding: 0; margin: 1.25rem 0 .5rem; }
  caption { padding-top: .4rem; }
  main > section:first-child > h2 { margin-top: 0; padding-top: 0; }
  h3 { margin: 1rem 0 .4rem; }
  nav { break-inside: avoid; }
  nav > ul { columns: 2; }
  nav.long > ul { columns: 3; }
  nav li { break-inside: auto; padding-left: 1em; text-indent: -1em; }
  nav li ul { padding-left: .5em; }
  nav li, nav li ul { margin: 0; }
  h1, h2, h3, caption, .caption { break-after: avoid; }
  p, ul, ol { max-width: none; margin-bottom: .5rem; orphans: 3; widows: 3; }
  li { margin-bottom: .1rem; }
  .table { overflow: visible; padding-right: 1px; margin-bottom: 1rem; }
  .picture { break-inside: avoid; }
  .drawing { overflow: visible; }
  .key { break-after: avoid; break-inside: avoid; }
  thead { display: table-header-group; break-after: avoid; }
  tbody tr:first-child, tbody tr:nth-child(2), tbody tr:last-child { break-before: avoid; }
  tr, li, p { break-inside: avoid; }
  tr.long { break-inside: auto; }
  tr.long > * { orphans: 3; widows: 3; }
  table { table-layout: fixed; width: 100%; }
  table.short { break-inside: avoid; }
  th, td { padding: .15rem .35rem; line-height: 1.2; overflow-wrap: break-word; }
  p:has(+ .table), p:has(+ .key) { break-after: avoid; }
  .tone, .chart, thead th { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}
`;

const toneRules = (tones: Readonly<Record<RagTone, ToneColours>>): string =>
  Object.entries(tones)
    .map(([tone, { background, text }]) => `.tone-${tone} { background: #${background}; color: #${text}; }`)
    .join('\n');

/** A CSS string. Everything but plain letters is written as an escape, so that no marking can end the string or the style element. */
const cssText = (text: string): string =>
  `"${text.replace(/[^A-Za-z0-9 .,_-]/gu, (character) => `\\${(character.codePointAt(0) ?? 32).toString(16)} `)}"`;
