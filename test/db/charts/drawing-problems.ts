import { arialWidth } from '../../../db/charts/arial.ts';
import type { Drawing, Shape, Words } from '../../../db/charts/drawing.ts';

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const boxOf = ({ at, text, anchor, size, bold }: Words): Box => {
  const width = arialWidth(text, bold) * size;
  const left = at.x - { start: 0, middle: width / 2, end: width }[anchor];
  return { left, right: left + width, top: at.y - size * 0.4, bottom: at.y + size * 0.4 };
};

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;

export const wordsIn = ({ shapes }: Drawing): readonly string[] =>
  shapes.flatMap((shape) => (shape.kind === 'words' ? [shape.text] : []));

/** What would look wrong: words that run into one another or out of the picture, shapes outside it, lengths that are none. */
export const problemsIn = (drawing: Drawing): readonly string[] => {
  const words = drawing.shapes.filter((shape): shape is Words => shape.kind === 'words');
  const boxes = words.map(boxOf);
  const overlaps = words.flatMap((one, at) =>
    words.slice(at + 1).flatMap((other, further) => {
      const [a, b] = [boxes[at], boxes[at + 1 + further]];
      return a !== undefined && b !== undefined && meet(a, b) ? [`“${one.text}” runs into “${other.text}”`] : [];
    }),
  );
  const outside = words.flatMap((one, at) => {
    const box = boxes[at];
    const inside =
      box !== undefined &&
      box.left >= -1 &&
      box.right <= drawing.width + 1 &&
      box.top >= -1 &&
      box.bottom <= drawing.height + 1;
    return inside ? [] : [`“${one.text}” is outside the picture`];
  });
  return [...overlaps, ...outside, ...drawing.shapes.flatMap((shape) => shapeProblems(shape, drawing))];
};

const shapeProblems = (shape: Shape, { width, height }: Drawing): readonly string[] => {
  const points =
    shape.kind === 'area'
      ? [
          { x: shape.x, y: shape.y },
          { x: shape.x + shape.width, y: shape.y + shape.height },
        ]
      : shape.kind === 'line'
        ? [shape.from, shape.to]
        : shape.kind === 'course'
          ? shape.points
          : [shape.at];
  const isIn = ({ x, y }: { readonly x: number; readonly y: number }): boolean =>
    x >= -1 && x <= width + 1 && y >= -1 && y <= height + 1;
  return points.every(isIn) ? [] : [`a shape (${shape.kind}) is outside the picture`];
};
