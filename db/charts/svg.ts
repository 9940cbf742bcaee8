import type { Drawing, Shape } from './drawing.ts';
import type { ChartTone } from './model.ts';
import { DARK_INKS, DARK_WORDS, PAPER_INKS, PAPER_WORDS, type ToneInks } from './palette.ts';
import { baseLine, coursePath, dotPath, markerPath, round, strokePath } from './paths.ts';

type Named = { readonly title: string; readonly alt: string };

/**
 * The drawing as SVG to stand in a page or by itself: no script, no style, no reference to anything. Colours are attributes, so
 * that it needs no rules; a page may change them by the class names (`SVG_DARK_RULES`). `escaped` is what the page escapes its texts by.
 */
export const drawingToSvg = (
  { width, height, shapes }: Drawing,
  { title, alt }: Named,
  escaped: (text: string) => string,
): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-label="${escaped(`${title}. ${alt}`)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Arial, Helvetica, &quot;Liberation Sans&quot;, sans-serif">
<title>${escaped(title)}</title>
<desc>${escaped(alt)}</desc>
${shapes.map((shape) => shapeToSvg(shape, escaped)).join('\n')}
</svg>`;

const shapeToSvg = (shape: Shape, escaped: (text: string) => string): string => {
  switch (shape.kind) {
    case 'area': {
      const { strong, tint } = PAPER_INKS[shape.tone];
      const solid = shape.pattern === 'solid';
      const fill = solid ? fillOf(shape.tone, strong) : `class="tint-${shape.tone}" fill="#${tint}"`;
      const strokes = strokePath(shape);
      const dots = dotPath(shape);
      return [
        `<rect x="${round(shape.x)}" y="${round(shape.y)}" width="${round(shape.width)}" height="${round(shape.height)}" ${fill}/>`,
        strokes === '' ? '' : `<path d="${strokes}" ${strokeOf(shape.tone, 1.6)}/>`,
        dots === '' ? '' : `<path d="${dots}" ${fillOf(shape.tone, strong)}/>`,
        solid
          ? ''
          : `<rect x="${round(shape.x)}" y="${round(shape.y)}" width="${round(shape.width)}" height="${round(shape.height)}" ${strokeOf(shape.tone, 1.2)}/>`,
      ].join('');
    }
    case 'line': {
      const { from, to, use } = shape;
      const dashes = use === 'today' ? ' stroke-dasharray="5 3"' : '';
      return `<line class="line-${use}" x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}" stroke="#${PAPER_WORDS[use]}" stroke-width="${LINE_WIDTHS[use]}"${dashes}/>`;
    }
    case 'course':
      return `<path d="${coursePath(shape)}" ${strokeOf(shape.tone, 2)}/>`;
    case 'marker':
      return `<path d="${markerPath(shape.at)}" ${fillOf(shape.tone, PAPER_INKS[shape.tone].strong)}/>`;
    case 'words':
      return `<text class="words" x="${round(shape.at.x)}" y="${baseLine(shape)}" font-size="${shape.size}"${shape.bold ? ' font-weight="bold"' : ''}${shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`} fill="#${PAPER_WORDS.text}">${escaped(shape.text)}</text>`;
  }
};

export const LINE_WIDTHS = { axis: 1.2, grid: 1, today: 1.6 } as const;

const fillOf = (tone: ChartTone, colour: string): string => `class="fill-${tone}" fill="#${colour}"`;

const strokeOf = (tone: ChartTone, width: number): string =>
  `class="stroke-${tone}" fill="none" stroke="#${PAPER_INKS[tone].strong}" stroke-width="${width}"`;

/** The rules by which a page shows its pictures on a dark screen. */
export const SVG_DARK_RULES = [
  ...(Object.entries(DARK_INKS) as [ChartTone, ToneInks][]).flatMap(([tone, { strong, tint }]) => [
    `.chart .fill-${tone} { fill: #${strong}; }`,
    `.chart .tint-${tone} { fill: #${tint}; }`,
    `.chart .stroke-${tone} { stroke: #${strong}; }`,
  ]),
  `.chart .words { fill: #${DARK_WORDS.text}; }`,
  ...(['axis', 'grid', 'today'] as const).map((use) => `.chart .line-${use} { stroke: #${DARK_WORDS[use]}; }`),
].join('\n');
