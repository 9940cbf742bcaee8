import type { Chart } from '../charts/model.ts';
import { figureText, type Pack, type PackBlock, type PackCell, type PackColumn, type RagKeyLevel } from './model.ts';

export const PACK_FORMAT = 'case-review-tracker-pack';
export const PACK_FORMAT_VERSION = 1;

/**
 * The pack for other programs; README.md describes the format. Every property is named here, in the order it is written, so
 * that equal packs give equal bytes whatever order their objects were made in.
 */
export const packToJson = (pack: Pack): string =>
  `${JSON.stringify(
    {
      format: PACK_FORMAT,
      version: PACK_FORMAT_VERSION,
      title: pack.title,
      board: pack.board,
      body: pack.body,
      meetingDate: pack.meetingDate,
      audience: pack.audience,
      purpose: pack.purpose,
      marking: pack.marking,
      dataAsAt: pack.dataAsAt,
      ragKey: { scheme: pack.ragKey.scheme, levels: pack.ragKey.levels.map(levelToJson) },
      sections: pack.sections.map(({ id, heading, blocks }) => ({ id, heading, blocks: blocks.map(blockToJson) })),
    },
    null,
    1,
  )}\n`;

const levelToJson = ({ code, label, symbol, tone, rule }: RagKeyLevel) => ({ code, label, symbol, tone, rule });

const blockToJson = (block: PackBlock) => {
  switch (block.kind) {
    case 'paragraph':
    case 'subheading':
    case 'nil':
      return { kind: block.kind, text: block.text };
    case 'list':
      return { kind: block.kind, items: block.items };
    case 'facts':
      return { kind: block.kind, facts: block.facts.map(({ label, value }) => ({ label, value })) };
    case 'figures':
      return {
        kind: block.kind,
        caption: block.caption,
        figures: block.figures.map((figure) => ({
          label: figure.label,
          value: figure.value,
          outOf: figure.outOf,
          text: figureText(figure),
          note: figure.note,
        })),
      };
    case 'table':
      return {
        kind: block.kind,
        id: block.id,
        caption: block.caption,
        columns: block.columns.map(columnToJson),
        rows: block.rows.map((row) => row.map(cellToJson)),
        nil: block.nil,
      };
    case 'rag-key':
      return { kind: block.kind };
    case 'chart':
      return { kind: block.kind, chart: chartToJson(block.chart) };
  }
};

const chartToJson = (chart: Chart) => {
  const { kind, id, title, alt } = chart;
  const series = chart.series.map(({ code, label, tone, symbol }) => ({ code, label, tone, symbol }));
  switch (chart.kind) {
    case 'bars': {
      const bars = chart.bars.map(({ label, values }) => ({ label, values }));
      return { kind, id, title, alt, categoryHeading: chart.categoryHeading, unit: chart.unit, series, bars };
    }
    case 'columns': {
      const columns = chart.columns.map(({ label, value }) => ({ label, value }));
      return { kind, id, title, alt, categoryHeading: chart.categoryHeading, unit: chart.unit, series, columns };
    }
    case 'lines': {
      const points = chart.points.map(({ label, values }) => ({ label, values }));
      return { kind, id, title, alt, categoryHeading: chart.categoryHeading, unit: chart.unit, series, points };
    }
    case 'timeline': {
      const { laneHeading, from, until, today } = chart;
      const markKinds = chart.markKinds.map(({ symbol, label }) => ({ symbol, label }));
      const lanes = chart.lanes.map(({ label, spells, marks }) => ({
        label,
        spells: spells.map((spell) => ({
          series: spell.series,
          from: spell.from,
          until: spell.until,
          words: spell.words,
        })),
        marks: marks.map(({ on, symbol, words }) => ({ on, symbol, words })),
      }));
      return { kind, id, title, alt, laneHeading, from, until, today, series, markKinds, lanes };
    }
  }
};

const columnToJson = ({ key, heading, kind, width }: PackColumn) => ({ key, heading, kind, width });

const cellToJson = (cell: PackCell) => {
  switch (cell.kind) {
    case 'text':
      return { kind: cell.kind, text: cell.text };
    case 'date':
      return { kind: cell.kind, sort: cell.sort, text: cell.text };
    case 'number':
      return { kind: cell.kind, value: cell.value, text: cell.text };
    case 'rag':
      return { kind: cell.kind, level: cell.level, text: cell.text };
  }
};
