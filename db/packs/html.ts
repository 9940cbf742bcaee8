import { isWide, PORTRAIT_COLUMNS_AT_MOST } from './column-widths.ts';
import { documentSubject, type Fact, packParts } from './cover.ts';
import { chartToHtml } from './html-chart.ts';
import { htmlStyles } from './html-styles.ts';
import {
  figureText,
  type Pack,
  type PackBlock,
  type PackCell,
  type PackColumn,
  type PackSection,
  type PackTable,
  type RagKey,
  type RagKeyLevel,
} from './model.ts';
import { printable } from './printable.ts';
import { keyHeading, levelText, needsKey, ragLevel, ragText, unbroken, withoutFullStop } from './rag.ts';
import { type CellWords, isDivided, isKeptOnOnePage } from './row-heights.ts';

/**
 * The pack as one self-contained page, and what the PDF is printed from. It holds no script, and its content policy allows none:
 * every text of the pack goes through `escaped`, and nothing else comes from the pack.
 */
export const packToHtml = (pack: Pack): string => {
  const { facts, coverBlocks, sections } = packParts(pack);
  const anchored = anchors(sections);
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
${coverBlocks.map((block) => blockToHtml(block, pack.ragKey, { id: 'cover-heading' })).join('\n')}
<nav aria-labelledby="contents">
<h2 id="contents">Contents</h2>
${contentsToHtml(anchored)}
</nav>
</header>
<main id="main">
${anchored.map((section) => sectionToHtml(section, pack.ragKey)).join('\n')}
</main>
<footer><p class="marking">${escaped(pack.marking)}</p></footer>
</body>
</html>
`;
};

/** A section with an id of its own in the page, and one for each of its subheadings. */
type Anchored = {
  readonly section: PackSection;
  readonly id: string;
  readonly subheadings: ReadonlyMap<PackBlock, string>;
};

const anchors = (sections: readonly PackSection[]): readonly Anchored[] => {
  const taken = new Set(['main', 'contents', 'cover-heading']);
  return sections.map((section) => {
    const plain = section.id.toLowerCase().replace(/[^a-z0-9]+/g, '-') || 'section';
    let id = plain;
    for (let number = 2; taken.has(id); number++) id = `${plain}-${number}`;
    taken.add(id);
    const subheadings = section.blocks.filter((block) => block.kind === 'subheading');
    return { section, id, subheadings: new Map(subheadings.map((block, index) => [block, `${id}.${index + 1}`])) };
  });
};

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

const sectionToHtml = ({ section, id, subheadings }: Anchored, key: RagKey): string => {
  const wide = section.blocks.some((block) => block.kind === 'table' && isWide(block));
  const blocks = section.blocks.flatMap((block) => [
    ...(block.kind === 'table' && needsKey(section, block) ? [keyLineToHtml(key)] : []),
    blockToHtml(block, key, { id: subheadings.get(block) ?? '' }),
  ]);
  return `<section${wide ? ' class="wide"' : ''} aria-labelledby="${id}">
<h2 id="${id}">${escaped(section.heading)}</h2>
${blocks.join('\n')}
</section>`;
};

const blockToHtml = (block: PackBlock, key: RagKey, anchor: { readonly id: string }): string => {
  switch (block.kind) {
    case 'paragraph':
    case 'nil':
      return `<p>${escaped(block.text)}</p>`;
    case 'subheading':
      return `<h3 id="${anchor.id}">${escaped(block.text)}</h3>`;
    case 'list':
      return list(block.items.map(escaped));
    case 'facts':
      return factsToHtml(block.facts);
    case 'figures':
      return figuresToHtml(block);
    case 'table':
      return block.rows.length === 0 ? `<p>${escaped(block.nil)}</p>` : tableToHtml(block, key);
    case 'rag-key':
      return keyToHtml(key);
    case 'chart':
      return chartToHtml(block.chart, escaped);
  }
};

const factsToHtml = (facts: readonly Fact[]): string =>
  `<dl>\n${facts.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join('\n')}\n</dl>`;

const figuresToHtml = ({ caption, figures }: Extract<PackBlock, { kind: 'figures' }>): string => {
  const noted = figures.some((figure) => figure.note !== null);
  return grid(caption, {
    headings: ['Figure', 'Result', ...(noted ? ['Note'] : [])],
    weights: noted ? [4, 2.4, 4.6] : [6, 3],
    rows: figures.map((figure) => ({
      words: [{ text: figure.label }, { text: figureText(figure) }, { text: figure.note ?? '' }],
      html: `${rowHeading(escaped(figure.label))}<td>${figureText(figure)}</td>${noted ? `<td>${escaped(figure.note ?? '')}</td>` : ''}`,
    })),
  });
};

const keyToHtml = (key: RagKey): string =>
  grid(keyHeading(key), {
    headings: ['Rating', 'What it means'],
    weights: [1, 4],
    rows: key.levels.map((level) => ({
      words: [{ text: levelText(level) }, { text: level.rule }],
      html: `<th scope="row" class="tone tone-${level.tone}">${escaped(unbroken(levelText(level)))}</th><td>${escaped(level.rule)}</td>`,
    })),
  });

/** The key in one paragraph, kept with the table that follows. */
const keyLineToHtml = (key: RagKey): string =>
  `<p class="key"><b>${escaped(keyHeading(key))}:</b> ${key.levels.map(keyLevelToHtml).join('; ')}.</p>`;

const keyLevelToHtml = (level: RagKeyLevel): string =>
  `<span class="tone tone-${level.tone}">${escaped(levelText(level))}</span> ${escaped(withoutFullStop(level.rule))}`;

const tableToHtml = (table: PackTable, key: RagKey): string =>
  grid(
    table.caption,
    {
      headings: table.columns.map((column) => column.heading),
      weights: table.columns.map(({ width }) => width),
      rows: table.rows.map((row) => ({
        words: row,
        html: row.map((cell, index) => cellToHtml(cell, index === 0, key)).join(''),
      })),
    },
    widths(table.columns),
  );

const widths = (columns: readonly PackColumn[]): string => {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  return columns.map((column) => `<col style="width:${((column.width / total) * 100).toFixed(1)}%">`).join('');
};

type HtmlGrid = {
  readonly headings: readonly string[];
  readonly weights: readonly number[];
  readonly rows: readonly { readonly words: readonly CellWords[]; readonly html: string }[];
};

/** The box scrolls sideways on a narrow screen, so it can be reached by keyboard and has a name. */
const grid = (caption: string, { headings, weights, rows }: HtmlGrid, columns = ''): string => {
  const rooms = roomsOnPaper(weights);
  const isShort = isKeptOnOnePage(
    rows.map(({ words }) => words),
    rooms,
  );
  return `<div class="table" role="group" tabindex="0" aria-label="${escaped(caption)}">
<table${isShort ? ' class="short"' : ''}><caption>${escaped(caption)}</caption>${columns === '' ? '' : `<colgroup>${columns}</colgroup>`}
<thead><tr>${headings.map((heading) => `<th scope="col">${escaped(heading)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(({ words, html }) => `<tr${isDivided(words, rooms) ? ' class="long"' : ''}>${html}</tr>`).join('\n')}
</tbody></table></div>`;
};

/** In ems of the 12 point type: the width of the page less its margins, shared out, less what a cell adds to its text. */
const roomsOnPaper = (weights: readonly number[]): readonly number[] => {
  const page = weights.length > PORTRAIT_COLUMNS_AT_MOST ? 63 : 42;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (weight / total) * page - 0.7);
};

const rowHeading = (html: string): string => `<th scope="row">${html}</th>`;

const cellToHtml = (cell: PackCell, first: boolean, key: RagKey): string => {
  const level = cell.kind === 'rag' ? ragLevel(key, cell.level) : undefined;
  const tag = first ? 'th scope="row"' : 'td';
  const end = first ? 'th' : 'td';
  return `<${tag}${classes(cell, level)}>${cellText(cell, level)}</${end}>`;
};

const classes = (cell: PackCell, level: RagKeyLevel | undefined): string => {
  if (level !== undefined) return ` class="tone tone-${level.tone}"`;
  if (SHORT_REFERENCE.test(cell.text)) return ' class="whole"';
  return LONG_WORD.test(cell.text) ? ' class="broken"' : '';
};

/** "EX-2019-03" is not divided at its hyphens. */
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
