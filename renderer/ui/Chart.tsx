import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { drawChart, PAPER } from '../../db/charts/draw.ts';
import type { Area, Shape } from '../../db/charts/drawing.ts';
import { figure } from '../../db/charts/label-text.ts';
import type { Chart as ChartModel } from '../../db/charts/model.ts';
import { baseLine, coursePath, dotPath, markerPath, strokePath } from '../../db/charts/paths.ts';
import { type ChartTable, chartTable } from '../../db/charts/table.ts';
import { type SimpleColumn, SimpleTable } from './SimpleTable.tsx';

export type ChartProps = {
  readonly chart: ChartModel;
  /** False where a table beside the picture has the same figures. */
  readonly hasTable?: boolean;
  /** False where a heading says it already. */
  readonly hasTitle?: boolean;
};

/** Letters on screen are smaller than on paper; the drawing is otherwise the one of the documents, as wide as there is room. */
const letterSize = 14;
const narrowest = 320;

export function Chart({ chart, hasTable = true, hasTitle = true }: ChartProps) {
  const room = useRef<HTMLElement>(null);
  const [width, setWidth] = useState<number>(PAPER.width);
  useLayoutEffect(() => {
    const element = room.current;
    if (element === null) return undefined;
    const fit = () => setWidth(Math.min(Math.max(Math.floor(element.clientWidth), narrowest), PAPER.width));
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    fit();
    return () => observer.disconnect();
  }, []);
  const drawing = useMemo(() => drawChart(chart, { width, size: letterSize }), [chart, width]);
  return (
    <figure className="ui-chart" ref={room}>
      {hasTitle && <figcaption>{chart.title}</figcaption>}
      <svg
        role="img"
        aria-label={`${chart.title}. ${chart.alt}`}
        width={drawing.width}
        height={drawing.height}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      >
        {drawing.shapes.map((shape, position) => (
          <ShapeView key={position} shape={shape} />
        ))}
      </svg>
      {hasTable && (
        <details>
          <summary>Show as a table</summary>
          <FiguresTable caption={chart.title} table={chartTable(chart)} />
        </details>
      )}
    </figure>
  );
}

function ShapeView({ shape }: { readonly shape: Shape }) {
  switch (shape.kind) {
    case 'area':
      return <AreaView area={shape} />;
    case 'line':
      return (
        <line className={`line-${shape.use}`} x1={shape.from.x} y1={shape.from.y} x2={shape.to.x} y2={shape.to.y} />
      );
    case 'course':
      return <path className={`stroke-${shape.tone} ui-chart-course`} d={coursePath(shape)} />;
    case 'marker':
      return <path className={`fill-${shape.tone}`} d={markerPath(shape.at)} />;
    case 'words':
      return (
        <text
          className={shape.bold ? 'ui-chart-strong' : undefined}
          x={shape.at.x}
          y={baseLine(shape)}
          fontSize={shape.size}
          textAnchor={shape.anchor}
        >
          {shape.text}
        </text>
      );
  }
}

function AreaView({ area }: { readonly area: Area }) {
  const { x, y, width, height, tone, pattern } = area;
  if (pattern === 'solid') return <rect className={`fill-${tone}`} x={x} y={y} width={width} height={height} />;
  const strokes = strokePath(area);
  const dots = dotPath(area);
  return (
    <>
      <rect className={`tint-${tone}`} x={x} y={y} width={width} height={height} />
      {strokes !== '' && <path className={`stroke-${tone} ui-chart-pattern`} d={strokes} />}
      {dots !== '' && <path className={`fill-${tone}`} d={dots} />}
      <rect className={`stroke-${tone}`} x={x} y={y} width={width} height={height} />
    </>
  );
}

type FiguresRow = { readonly number: number; readonly cells: ChartTable['rows'][number] };

function FiguresTable({ caption, table }: { readonly caption: string; readonly table: ChartTable }) {
  const rows = table.rows.map((cells, number): FiguresRow => ({ number, cells }));
  const columns = table.headings.map(
    (heading, at): SimpleColumn<FiguresRow> => ({
      key: String(at),
      heading,
      isRowHeading: at === 0,
      align: table.rows.some((row) => typeof row[at] === 'number') ? 'end' : 'start',
      render: ({ cells }) => cellWords(cells[at]),
    }),
  );
  return (
    <SimpleTable
      caption={caption}
      hideCaption
      columns={columns}
      rows={rows}
      rowKey={({ number }) => String(number)}
      whenEmpty="There is nothing to show."
    />
  );
}

const cellWords = (cell: string | number | null | undefined): string => {
  if (cell === null || cell === undefined) return 'not known';
  return typeof cell === 'number' ? figure(cell) : cell;
};
