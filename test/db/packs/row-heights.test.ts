import { describe, expect, test } from 'vitest';
import { packToDocx } from '../../../db/packs/docx.ts';
import { packToHtml } from '../../../db/packs/html.ts';
import type { Pack } from '../../../db/packs/model.ts';
import { isDivided, isKeptOnOnePage, isKeptWithNext, linesOf } from '../../../db/packs/row-heights.ts';
import { examplePack } from './example-pack.ts';
import { countOf, unzipped } from './unzipped.ts';

const LONG = 'All agencies met and told each other what had been done since. '.repeat(20);

describe('the rows of a table on paper', () => {
  test('are as tall as their tallest cell, where a text takes lines by the room that its column has', () => {
    expect(linesOf([{ text: '' }], [10])).toBe(1);
    expect(linesOf([{ text: 'one\ntwo\nthree' }, { text: 'one' }], [10, 10])).toBe(3);
    expect(linesOf([{ text: LONG }], [10])).toBeGreaterThan(linesOf([{ text: LONG }], [20]));
  });

  test('are divided between pages only where they are long', () => {
    expect(isDivided([{ text: 'Short' }, { text: '1\n2\n3' }], [5, 20])).toBe(false);
    expect(isDivided([{ text: 'Short' }, { text: LONG }], [5, 20])).toBe(true);
    expect(isDivided([{ text: 'Short' }, { text: LONG }], [5, 400])).toBe(false);
  });

  test('stay together in a small table, unless a few of them are long enough to leave a page empty', () => {
    const short = Array.from({ length: 6 }, () => [{ text: 'Police' }, { text: '3' }]);
    expect(isKeptOnOnePage(short, [20, 20])).toBe(true);
    expect(
      isKeptOnOnePage(
        short.map((row) => [...row, ...row, ...row]),
        [9, 9, 9, 9, 9, 9],
      ),
    ).toBe(true);
    expect(isKeptOnOnePage([...short, ...short], [20, 20])).toBe(false);
    expect(isKeptOnOnePage([...short.slice(0, 5), [{ text: LONG }, { text: '3' }]], [20, 20])).toBe(false);
  });
});

describe('a table with a long row', () => {
  const pack: Pack = {
    ...examplePack,
    sections: [
      {
        id: 'meetings',
        heading: 'Meetings',
        blocks: [
          {
            kind: 'table',
            id: 'meetings',
            caption: 'Meetings',
            columns: ['Date', 'Outcome'].map((heading) => ({ key: heading, heading, kind: 'text' as const, width: 1 })),
            rows: ['Nothing to decide', LONG].map((outcome) => [
              { kind: 'text' as const, text: '8 May 2020' },
              { kind: 'text' as const, text: outcome },
            ]),
            nil: 'None.',
          },
        ],
      },
    ],
  };

  test('lets that row alone go on over the page, in Word and on paper', async () => {
    const table = (unzipped(await packToDocx(pack))['word/document.xml'] ?? '').match(/<w:tbl>.*?<\/w:tbl>/g)?.at(-1);
    expect(countOf(table ?? '', /<w:tr>/g)).toBe(3);
    expect(countOf(table ?? '', /<w:cantSplit\/>/g)).toBe(2);
    expect(table?.split('<w:tr>').at(-1)).not.toContain('<w:keepNext/>');
    const html = packToHtml(pack).split('<caption>Meetings')[1] ?? '';
    expect(countOf(html, /<tr class="long">/g)).toBe(1);
    expect(packToHtml(pack)).toMatch(/tr\.long \{ break-inside: auto; \}/);
  });

  test('never has its headings, nor its headings with one row, alone at the foot of a page, nor its last row at the head of one', () => {
    const styles = packToHtml(pack);
    expect(styles).toContain('thead { display: table-header-group; break-after: avoid; }');
    expect(styles).toContain(
      'tbody tr:first-child, tbody tr:nth-child(2), tbody tr:last-child { break-before: avoid; }',
    );
    const kept = (rows: number, onOnePage: boolean) =>
      Array.from({ length: rows }, (_, row) => isKeptWithNext(row, rows, { onOnePage }));
    expect(kept(5, false)).toEqual([true, false, false, true, false]);
    expect(kept(5, true)).toEqual([true, true, true, true, false]);
    expect(kept(1, false)).toEqual([false]);
  });
});
