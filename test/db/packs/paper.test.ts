import { describe, expect, test } from 'vitest';
import { DOCX_PAPER } from '../../../db/packs/docx-styles.ts';
import { HTML_PAPER } from '../../../db/packs/html-styles.ts';
import type { PackBlock, PackSection } from '../../../db/packs/model.ts';
import { sectionsOnPaper, type Orientation } from '../../../db/packs/paper.ts';
import { examplePack } from './example-pack.ts';

const table = (texts: readonly string[], rows: number): PackBlock => ({
  kind: 'table',
  id: 't',
  caption: 'T',
  nil: 'None.',
  columns: texts.map((_, index) => ({ key: `${index}`, heading: `H${index}`, kind: 'text', width: 1 })),
  rows: Array.from({ length: rows }, () => texts.map((text) => ({ kind: 'text', text }))),
});
const section = (...blocks: readonly PackBlock[]): PackSection => ({ id: 's', heading: 'S', blocks });
const ways = (...sections: readonly PackSection[]): readonly Orientation[] =>
  sectionsOnPaper(sections, examplePack.ragKey, HTML_PAPER).map(({ orientation }) => orientation);

const LONG = 'Agree one assessment pathway with the maternity services of both hospitals and tell every team';
const figures = section(table(['1', '2', '3', '4', '5', '6', '7', '8'], 12));
const words = section({ kind: 'paragraph', text: 'Nothing is waiting for sign-off.' });
const long = section(
  table(
    Array.from({ length: 9 }, () => `safeguarding ${LONG}`),
    20,
  ),
);
const essay = section({ kind: 'paragraph', text: LONG.repeat(120) });

describe('a section on paper', () => {
  test('stands upright with many columns that need little room, and on its side where its words take fewer pages so', () => {
    expect(ways(figures)).toEqual(['upright']);
    expect(ways(long)).toEqual(['wide']);
  });

  test('is on its side where upright its words would be broken', () => {
    expect(
      ways(
        section(
          table(
            Array.from({ length: 9 }, () => 'safeguarding'),
            3,
          ),
        ),
      ),
    ).toEqual(['wide']);
  });

  test('does not turn the page for a few lines between two that lie on their side', () => {
    expect(ways(long, words, long)).toEqual(['wide', 'wide', 'wide']);
    expect(ways(long, essay, essay)).toEqual(['wide', 'upright', 'upright']);
  });

  test('has each table as wide as its page', () => {
    for (const paper of [HTML_PAPER, DOCX_PAPER]) {
      for (const { orientation, tables } of sectionsOnPaper([figures, long], examplePack.ragKey, paper)) {
        for (const { widths } of tables.values()) {
          expect(widths.reduce((sum, width) => sum + width, 0)).toBe(Math.floor(paper[orientation].width));
        }
      }
    }
  });
});
