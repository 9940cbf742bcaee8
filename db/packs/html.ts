import { arialWidth } from '../charts/arial.ts';
import { documentSubject, type Fact, packParts } from './cover.ts';
import { chartToHtml } from './html-chart.ts';
import { HTML_PAPER, htmlStyles } from './html-styles.ts';
import { type Pack, type PackBlock, type PackCell, type PackTable, type RagKey, type RagKeyLevel } from './model.ts';
import {
  type PaperSection,
  type PaperTable,
  type PaperTables,
  roomsOf,
  sectionsOnPaper,
  tablesUpright,
} from './paper.ts';
import { printable } from './printable.ts';
import { keyHeading, levelText, needsKey, ragLevel, ragText, unbroken, withoutFullStop } from './rag.ts';
import { isDivided, isKeptOnOnePage } from './row-heights.ts';

/**
 * The pack as one self-contained page, and what the PDF is printed from. It holds no script, and its content policy allows none:
 * every text of the pack goes through `escaped`, and nothing else comes from the pack.
 */
export const packToHtml = (pack: Pack): string => {
  const { facts, coverBlocks, sections } = packParts(pack);
  const key = pack.ragKey;
  const onCover = tablesUpright(coverBlocks, key, HTML_PAPER);
  const anchored = anchors(sectionsOnPaper(sections, key, HTML_PAPER));
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="author" content="${escaped(pack.board)}">
<meta name="description" content="${escaped(documentSubject(pack))}">
<meta name="keywords" content="${escaped(pack.marking)}">
<title>${escaped(pack.title)}</title>
<style>${htmlStyles(printable(pack.marking))}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the pack</a>
<header class="cover">
<p class="marking">${escaped(pack.marking)}</p>
<h1>${escaped(pack.title)}</h1>
${factsToHtml(facts)}
${coverBlocks.map((block) => blockToHtml(block, { key, tables: onCover, anchor: 'cover-heading' })).join('\n')}
<nav${isLong(anchored) ? ' class="long"' : ''} aria-labelledby="contents">
<h2 id="contents">Contents</h2>
${contentsToHtml(anchored)}
</nav>
</header>
<main id="main">
${anchored.map((section) => sectionToHtml(section, key)).join('\n')}
</main>
<footer><p class="marking">${escaped(pack.marking)}</p></footer>
</body>
</html>
`;
};

/** A section with an id of its own in the page, and one for each of its subheadings. */
type Anchored = PaperSection & {
  readonly id: string;
  readonly subheadings: ReadonlyMap<PackBlock, string>;
};

const anchors = (sections: readonly PaperSection[]): readonly Anchored[] => {
  const taken = new Set(['main', 'contents', 'cover-heading']);
  return sections.map((onPaper) => {
    const { section } = onPaper;
    const plain = section.id.toLowerCase().replace(/[^a-z0-9]+/g, '-') || 'section';
    let id = plain;
    for (let number = 2; taken.has(id); number++) id = `${plain}-${number}`;
    taken.add(id);
    const subheadings = section.blocks.filter((block) => block.kind === 'subheading');
    return { ...onPaper, id, subheadings: new Map(subheadings.map((block, index) => [block, `${id}.${index + 1}`])) };
  });
};

/** Long contents are printed in three columns instead of two, so that they have room on the cover. */
const isLong = (sections: readonly Anchored[]): boolean =>
  sections.reduce((lines, { subheadings }) => lines + 1 + subheadings.size, 0) > 30;

const contentsToHtml = (sections: readonly Anchored[]): string =>
  list(
    sections.map(({ section, id, subheadings }) => {
      const inner = [...subheadings].map(([block, anchor]) =>
        block.kind === 'subheading' ? link(anchor, block.text) : '',
      );
      return `${link(id, section.heading)}${inner.length === 0 ? '' : list(inner)}`;
    }),
  );

const link = (anchor: string, text: string): string => `<a href="#${anchor}">${escaped(text)}</a>`;

const list = (items: readonly string[]): string => `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;

const sectionToHtml = ({ section, orientation, tables, id, subheadings }: Anchored, key: RagKey): string => {
  const blocks = section.blocks.flatMap((block) => [
    ...(block.kind === 'table' && needsKey(section, block) ? [keyLineToHtml(key)] : []),
    blockToHtml(block, { key, tables, anchor: subheadings.get(block) ?? '' }),
  ]);
  return `<section${orientation === 'wide' ? ' class="wide"' : ''} aria-labelledby="${id}">
<h2 id="${id}">${escaped(section.heading)}</h2>
${blocks.join('\n')}
</section>`;
};

type Around = { readonly key: RagKey; readonly tables: PaperTables; readonly anchor: string };

const blockToHtml = (block: PackBlock, { key, tables, anchor }: Around): string => {
  const table = tables.get(block);
  switch (block.kind) {
    case 'paragraph':
    case 'nil':
      return `<p>${escaped(block.text)}</p>`;
    case 'subheading':
      return `<h3 id="${anchor}">${escaped(block.text)}</h3>`;
    case 'list':
      return list(block.items.map(escaped));
    case 'facts':
      return factsToHtml(block.facts);
    case 'figures':
      return table === undefined ? '' : gridToHtml(block.caption, table, table.rows.map(figureToHtml));
    case 'table':
      return table === undefined ? `<p>${escaped(block.nil)}</p>` : tableToHtml(block, table, key);
    case 'rag-key':
      return table === undefined ? '' : gridToHtml(keyHeading(key), table, table.rows.map(keyRowToHtml));
    case 'chart':
      return chartToHtml(block.chart, escaped);
  }
};

const factsToHtml = (facts: readonly Fact[]): string =>
  `<dl>\n${facts.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join('\n')}\n</dl>`;

type GridRow = PaperTable['rows'][number];

const figureToHtml = ([label, ...others]: GridRow): string =>
  `${rowHeading(label)}${others.map(({ text }) => `<td>${escaped(text)}</td>`).join('')}`;

const keyRowToHtml = ([rating, rule]: GridRow): string =>
  `<th scope="row" class="tone tone-${rating?.tone ?? ''}">${escaped(rating?.text ?? '')}</th><td>${escaped(rule?.text ?? '')}</td>`;

/** The key in one paragraph, kept with the table that follows. */
const keyLineToHtml = (key: RagKey): string =>
  `<p class="key"><b>${escaped(keyHeading(key))}:</b> ${key.levels.map(keyLevelToHtml).join('; ')}.</p>`;

const keyLevelToHtml = (level: RagKeyLevel): string =>
  `<span class="tone tone-${level.tone}">${escaped(levelText(level))}</span> ${escaped(withoutFullStop(level.rule))}`;

const tableToHtml = ({ caption, rows }: PackTable, table: PaperTable, key: RagKey): string => {
  const rooms = roomsOf(table, HTML_PAPER);
  return gridToHtml(
    caption,
    table,
    rows.map((row) => row.map((cell, column) => cellToHtml(cell, { key, column, room: rooms[column] ?? 0 })).join('')),
  );
};

/** The box scrolls sideways on a narrow screen, so it can be reached by keyboard and has a name. */
const gridToHtml = (caption: string, table: PaperTable, rows: readonly string[]): string => {
  const rooms = roomsOf(table, HTML_PAPER);
  const isShort = isKeptOnOnePage(table.rows, rooms);
  return `<div class="table" role="group" tabindex="0" aria-label="${escaped(caption)}">
<table${isShort ? ' class="short"' : ''}><caption>${escaped(caption)}</caption><colgroup>${columns(table)}</colgroup>
<thead><tr>${table.headings.map((heading) => `<th scope="col">${escaped(heading)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((html, index) => `<tr${isDivided(table.rows[index] ?? [], rooms) ? ' class="long"' : ''}>${html}</tr>`).join('\n')}
</tbody></table></div>`;
};

const columns = ({ widths }: PaperTable): string => {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => `<col style="width:${((width / total) * 100).toFixed(2)}%">`).join('');
};

const rowHeading = (cell: GridRow[number] | undefined): string => `<th scope="row">${escaped(cell?.text ?? '')}</th>`;

type CellPlace = { readonly key: RagKey; readonly column: number; readonly room: number };

const cellToHtml = (cell: PackCell, { key, column, room }: CellPlace): string => {
  const level = cell.kind === 'rag' ? ragLevel(key, cell.level) : undefined;
  const tag = column === 0 ? 'th scope="row"' : 'td';
  const end = column === 0 ? 'th' : 'td';
  return `<${tag}${classes(cell, level, room)}>${cellText(cell, level)}</${end}>`;
};

const classes = (cell: PackCell, level: RagKeyLevel | undefined, room: number): string => {
  if (level !== undefined) return ` class="tone tone-${level.tone}"`;
  if (SHORT_REFERENCE.test(cell.text) && arialWidth(cell.text) <= room) return ' class="whole"';
  return LONG_WORD.test(cell.text) ? ' class="broken"' : '';
};

/** "EX-2019-03" is not divided at its hyphens where it has the room. */
const SHORT_REFERENCE = /^(?=.*-)\S{2,16}$/;

/** Web addresses and the like are, so that they do not push the other columns aside. */
const LONG_WORD = /\S{25}/;

const cellText = (cell: PackCell, level: RagKeyLevel | undefined): string => {
  if (cell.kind === 'rag') return escaped(level === undefined ? ragText(cell, level) : unbroken(ragText(cell, level)));
  if (cell.kind === 'date' && cell.sort !== null && cell.text !== '') {
    return `<time datetime="${escaped(cell.sort)}">${escaped(cell.text)}</time>`;
  }
  return escaped(cell.text);
};

const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
