import { AlignmentType, type IContext, type IXmlableObject, Paragraph, TextRun } from 'docx';
import { type IShapeGroupChildOptions, type IShapeGroupOptions, type ShapeFill, ShapeGroupRun } from 'docx/shapes';
import { drawChart } from '../charts/draw.ts';
import {
  type Area,
  type Course,
  type Drawing,
  type Line,
  MARKER_RADIUS,
  type Pattern,
  type Point,
  type Shape,
  type Words,
} from '../charts/drawing.ts';
import { textWidth } from '../charts/label-text.ts';
import type { Chart } from '../charts/model.ts';
import { PAPER_INKS, PAPER_WORDS } from '../charts/palette.ts';
import { LINE_WIDTHS } from '../charts/svg.ts';
import { FONT } from './docx-styles.ts';
import type { Pack } from './model.ts';
import { printable } from './printable.ts';

/**
 * The picture as one group of Word's own shapes: sharp at any size, and every bar and word can be edited. Word wants each shape of
 * a document to have a number of its own; they are counted from the picture's place in the pack, so equal packs give equal bytes.
 */
export const chartToDocx = (chart: Chart, pack: Pack): Paragraph => {
  const drawing = drawChart(chart);
  const first = (placeInPack(chart, pack) + 1) * SHAPES_OF_A_PICTURE;
  const parts = [frame(drawing), ...drawing.shapes.flatMap((shape) => shapeToDocx(shape, drawing))];
  return new Paragraph({
    spacing: { before: 60, after: 160, line: 240, lineRule: 'auto' },
    children: [
      new NumberedShapes(first + 1, {
        transformation: { width: drawing.width, height: drawing.height },
        altText: {
          id: String(first),
          name: printable(chart.title),
          title: printable(chart.title),
          description: printable(chart.alt),
        },
        children: parts,
      }),
    ],
  });
};

/** The library counts shapes over all documents that a process has written; here each is numbered within its own document. */
class NumberedShapes extends ShapeGroupRun {
  readonly #first: number;

  constructor(first: number, options: IShapeGroupOptions) {
    super(options);
    this.#first = first;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const written = super.prepForXml(context);
    let next = this.#first;
    const renumber = (node: unknown): void => {
      if (Array.isArray(node)) node.forEach(renumber);
      else if (typeof node === 'object' && node !== null) {
        for (const [name, value] of Object.entries(node)) {
          if (name === 'wps:cNvPr') setNumber(value, next++);
          else renumber(value);
        }
      }
    };
    renumber(written);
    return written;
  }
}

/** An element's attributes stand in it as `_attr`, or in the first of its parts. */
const setNumber = (element: unknown, id: number): void => {
  const part = (Array.isArray(element) ? element : [element]).find((one) => one?._attr !== undefined);
  part._attr = { id, name: `Part ${id}` };
};

const SHAPES_OF_A_PICTURE = 10_000;

const placeInPack = (chart: Chart, pack: Pack): number =>
  pack.sections
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : [])))
    .indexOf(chart);

type Part = Extract<IShapeGroupChildOptions, { readonly type: 'rectangle' | 'line' | 'inverseLine' | 'ellipse' }>;

/** Nothing to see: it makes the group as large as the drawing. */
const frame = ({ width, height }: Drawing): Part => ({
  type: 'rectangle',
  transformation: { offset: { left: 0, top: 0 }, width, height },
  line: 'none',
});

const shapeToDocx = (shape: Shape, drawing: Drawing): readonly Part[] => {
  switch (shape.kind) {
    case 'area':
      return [areaToDocx(shape)];
    case 'line':
      return [lineToDocx(shape)];
    case 'course':
      return courseToDocx(shape);
    case 'marker':
      return [
        {
          type: 'ellipse',
          transformation: {
            offset: { left: shape.at.x - MARKER_RADIUS, top: shape.at.y - MARKER_RADIUS },
            width: MARKER_RADIUS * 2,
            height: MARKER_RADIUS * 2,
          },
          fill: PAPER_INKS[shape.tone].strong,
          line: 'none',
        },
      ];
    case 'words':
      return [wordsToDocx(shape, drawing)];
  }
};

const POINTS_A_UNIT = 0.75;

const areaToDocx = ({ x, y, width, height, tone, pattern }: Area): Part => ({
  type: 'rectangle',
  transformation: { offset: { left: x, top: y }, width, height },
  fill: fillOf(tone, pattern),
  line: pattern === 'solid' ? 'none' : { color: PAPER_INKS[tone].strong, width: 1.2 * POINTS_A_UNIT },
});

const fillOf = (tone: Area['tone'], pattern: Pattern): ShapeFill => {
  const { strong, tint } = PAPER_INKS[tone];
  if (pattern === 'solid') return strong;
  if (pattern === 'open') return tint;
  return { type: 'pattern', pattern: PATTERN_NAMES[pattern], color: strong, backgroundColor: tint };
};

const PATTERN_NAMES = {
  rising: 'wideUpwardDiagonal',
  falling: 'wideDownwardDiagonal',
  level: 'darkHorizontal',
  crossed: 'diagonalCross',
  dots: 'percent25',
} as const;

const lineToDocx = ({ from, to, use }: Line): Part =>
  stroke(from, to, {
    color: PAPER_WORDS[use],
    width: LINE_WIDTHS[use] * POINTS_A_UNIT,
    ...(use === 'today' ? { dash: 'dash' as const } : {}),
  });

const courseToDocx = ({ points, tone }: Course): readonly Part[] =>
  points
    .slice(1)
    .map((to, index) =>
      stroke(points[index] ?? to, to, { color: PAPER_INKS[tone].strong, width: 2 * POINTS_A_UNIT, cap: 'round' }),
    );

/** A box's diagonal, from left to right: falling, or rising where the end stands higher. */
const stroke = (from: Point, to: Point, line: NonNullable<Part['line']>): Part => ({
  type: to.y < from.y ? 'inverseLine' : 'line',
  transformation: {
    offset: { left: Math.min(from.x, to.x), top: Math.min(from.y, to.y) },
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  },
  line,
});

/** A box with no edges, inside the drawing, and as wide as there is room for: another typeface than Arial may need it. */
const wordsToDocx = ({ at, text, anchor, size, bold }: Words, drawing: Drawing): Part => {
  const [before, after] = [at.x, drawing.width - at.x];
  const room = { start: after, middle: 2 * Math.min(before, after), end: before }[anchor];
  const width = Math.min(Math.ceil(textWidth(text, size, bold)) + size, room);
  const top = Math.max(0, at.y - size * 0.75);
  return {
    type: 'rectangle',
    transformation: {
      offset: { left: at.x - SHARE_BEFORE[anchor] * width, top },
      width,
      height: Math.min(size * 1.5, drawing.height - top),
    },
    line: 'none',
    textOptions: { margins: { top: 0, right: 0, bottom: 0, left: 0 }, wrap: false, verticalAlignment: 'center' },
    children: [
      new Paragraph({
        alignment: ALIGNMENTS[anchor],
        spacing: { before: 0, after: 0, line: 240, lineRule: 'auto' },
        children: [
          new TextRun({
            text: printable(text),
            font: FONT,
            size: size * POINTS_A_UNIT * 2,
            bold,
            color: PAPER_WORDS.text,
          }),
        ],
      }),
    ],
  };
};

const SHARE_BEFORE = { start: 0, middle: 0.5, end: 1 } as const;
const ALIGNMENTS = { start: AlignmentType.LEFT, middle: AlignmentType.CENTER, end: AlignmentType.RIGHT } as const;
