import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../db/charts/draw.ts';
import { DARK_INKS, PAPER_INKS } from '../../../db/charts/palette.ts';
import { packToDocx } from '../../../db/packs/docx.ts';
import { packToHtml } from '../../../db/packs/html.ts';
import { packToJson } from '../../../db/packs/json.ts';
import type { Pack } from '../../../db/packs/model.ts';
import { packToXlsx } from '../../../db/packs/xlsx.ts';
import { examplePack } from '../packs/example-pack.ts';
import { countOf, unzipped } from '../packs/unzipped.ts';
import { wordsIn } from './drawing-problems.ts';
import { byAgency, byStage, EXAMPLES } from './example-charts.ts';

const packOf = (charts: typeof EXAMPLES): Pack => ({
  ...examplePack,
  sections: charts.map((chart) => ({ id: chart.id, heading: chart.title, blocks: [{ kind: 'chart', chart }] })),
});

const HOSTILE = `<script>alert("1")</script> & ' ]]> \u0000 \ud800`;
const hostile = packOf([
  { ...byAgency, title: HOSTILE, alt: HOSTILE, bars: [{ label: HOSTILE, values: [1, 2, 3, 4, 5] }] },
]);

const svgsIn = (html: string): readonly string[] => html.match(/<svg[\s\S]*?<\/svg>/g) ?? [];

/** Elements close in the order in which they were opened, and no bare "&" or "<" stands in a text. */
const isWellFormed = (xml: string): boolean => {
  const open: string[] = [];
  const parts = xml.split(/(<[^<>]*>)/);
  for (const part of parts) {
    if (!part.startsWith('<')) {
      if (/<|&(?!#?\w+;)/.test(part)) return false;
      continue;
    }
    const tag = /^<(\/?)([\w:]+)(?:\s+[\w:.-]+="[^"<]*")*\s*(\/?)>$|^<\?xml/.exec(part);
    if (tag === null) return false;
    const [, closes, name = '', alone] = tag;
    if (closes === '/') {
      if (open.pop() !== name) return false;
    } else if (alone !== '/' && name !== '') open.push(name);
  }
  return open.length === 0;
};

describe('a chart in HTML and PDF', () => {
  it('is a picture with its words as text alternative, and nothing that runs or is fetched', () => {
    const html = packToHtml(packOf(EXAMPLES));
    const svgs = svgsIn(html);
    expect(svgs.length).toBe(EXAMPLES.length);
    for (const [at, svg] of svgs.entries()) {
      const chart = EXAMPLES[at];
      expect(isWellFormed(svg)).toBe(true);
      expect(svg).toContain(`role="img" aria-label="${chart?.title}. ${chart?.alt}"`);
      expect(svg).not.toMatch(/<script|<style|style=|href|url\(|<foreignObject|<image| id=/);
    }
  });

  it('escapes every text', () => {
    const [svg = ''] = svgsIn(packToHtml(hostile));
    expect(isWellFormed(svg)).toBe(true);
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toContain('<script>');
  });
});

describe('a chart in Word', () => {
  it('is one group of shapes with a text alternative, each shape with a number of its own', async () => {
    const body = unzipped(await packToDocx(packOf(EXAMPLES)))['word/document.xml'] ?? '';
    expect(countOf(body, /<wpg:wgp>/g)).toBe(EXAMPLES.length);
    for (const { title, alt } of EXAMPLES)
      expect(body).toMatch(new RegExp(`<wp:docPr [^>]*name="${title}" descr="${alt}`));
    const ids = [...body.matchAll(/<(?:wps:cNvPr|wp:docPr) id="(\d+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(100);
    expect(new Set(ids).size).toBe(ids.length);
    for (const prefix of ['wpg', 'wps', 'wp', 'mc', 'w']) expect(body).toContain(`xmlns:${prefix}="`);
  });

  it('holds the words of the picture as text, and has none of its boxes outside the group', async () => {
    const body = unzipped(await packToDocx(packOf([byAgency])))['word/document.xml'] ?? '';
    for (const words of wordsIn(drawChart(byAgency))) expect(body).toContain(`>${words}</w:t>`);
    expect(body).toMatch(/<a:chOff x="0" y="0"\/><a:chExt cx="6248400"/);
  });

  it('has the same bytes each time', async () => {
    const first = await packToDocx(packOf(EXAMPLES));
    expect(Buffer.from(await packToDocx(packOf(EXAMPLES))).equals(Buffer.from(first))).toBe(true);
  });

  it('survives any text', async () => {
    const body = unzipped(await packToDocx(hostile))['word/document.xml'] ?? '';
    expect(body).toContain('&lt;script&gt;');
  });
});

describe('a chart in other formats', () => {
  it('is said in words in a workbook', async () => {
    const parts = Object.values(unzipped(await packToXlsx(packOf([byStage])))).join('');
    expect(parts).toContain(byStage.title);
    expect(parts).toContain(byStage.alt);
  });

  it('is its plain figures in JSON', () => {
    const { sections } = JSON.parse(packToJson(packOf(EXAMPLES))) as { sections: { blocks: { chart: unknown }[] }[] };
    expect(sections.map(({ blocks }) => blocks[0]?.chart)).toEqual(EXAMPLES);
  });
});

describe('the inks of charts', () => {
  const luminance = (hex: string): number => {
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
      const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  it.each([
    ['paper', PAPER_INKS, 'FFFFFF'],
    ['a dark screen', DARK_INKS, '14191C'],
  ] as const)('stand out from %s and from their tints', (_, inks, ground) => {
    for (const { strong, tint } of Object.values(inks)) {
      expect(contrast(strong, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(strong, tint)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
