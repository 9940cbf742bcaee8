import { describe, expect, test } from 'vitest';
import { packToHtml } from '../../../db/packs/html.ts';
import { examplePack } from './example-pack.ts';
import { countOf } from './unzipped.ts';

const html = packToHtml(examplePack);

describe('a web page pack', () => {
  test('holds no script, loads nothing and has a policy that forbids both', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|javascript:|url\(|@import/i);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &quot;quotes&quot;');
  });

  test('no text of a pack can leave its place, wherever it stands', () => {
    const evil = `</style></title><script>x</script>"' onload=x \\a`;
    const page = packToHtml({
      ...examplePack,
      title: evil,
      board: evil,
      body: evil,
      marking: evil,
      ragKey: { ...examplePack.ragKey, scheme: evil },
      sections: [
        {
          id: evil,
          heading: evil,
          blocks: [
            { kind: 'subheading', text: evil },
            { kind: 'facts', facts: [{ label: evil, value: evil }] },
            { kind: 'figures', caption: evil, figures: [{ label: evil, value: 1, outOf: 2, note: evil }] },
            { kind: 'rag-key' },
            {
              kind: 'table',
              id: evil,
              caption: evil,
              columns: [{ key: evil, heading: evil, kind: 'date', width: 1 }],
              rows: [[{ kind: 'date', sort: evil, text: evil }]],
              nil: evil,
            },
          ],
        },
      ],
    });
    expect(page).not.toMatch(/<script/i);
    expect(countOf(page, /<\/style>/g)).toBe(1);
    expect(countOf(page, /<\/title>/g)).toBe(1);
    const tags = page.replace(/<style>.*?<\/style>/s, '').match(/<[^>]*>/g) ?? [];
    for (const tag of tags) expect(tag.replace(/"[^"]*"/g, '')).not.toMatch(/['"]|onload/);
  });

  test('is in British English with one h1, an h2 for each section, an h3 for each subheading, and a skip link', () => {
    expect(html).toContain('<html lang="en-GB">');
    expect(countOf(html, /<h1>/g)).toBe(1);
    expect(countOf(html, /<section[^>]*>\s*<h2/g)).toBe(5);
    expect(countOf(html, /<h3/g)).toBe(3);
    expect(html).toContain('<a class="skip" href="#main">');
  });

  test('every link of the contents leads somewhere, and no id is given twice', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  test('gives every table a caption, column headings and row headings with their scope', () => {
    const tables = html.match(/<table.*?<\/table>/gs) ?? [];
    expect(tables).toHaveLength(7);
    for (const table of tables) {
      expect(table).toContain('<caption>');
      expect(table).toMatch(/<thead>.*scope="col"/s);
      const rows = table.split('<tbody>')[1] ?? '';
      expect(countOf(rows, /<tr[ >]/g)).toBe(countOf(rows, /scope="row"/g));
    }
    expect(html).not.toMatch(/colspan|rowspan/);
  });

  test('prints the marking above and "page n of m" below on A4, wide tables on their side', () => {
    expect(html).toMatch(/@top-center \{ content: "OFFICIAL-SENSITIVE";/);
    expect(html).toMatch(
      /@bottom-center \{ content: "OFFICIAL-SENSITIVE \\b7 {2}page " counter\(page\) " of " counter\(pages\)/,
    );
    expect(html).toContain('size: A4 landscape');
    expect(countOf(html, /<section class="wide"/g)).toBe(2);
    expect(html).toMatch(/table \{ table-layout: fixed; width: 100%; \}/);
  });

  test('shows a rating as symbol and words on its colour, with the key beside it', () => {
    expect(html).toContain('<td class="tone tone-red">▲\u00a0Overdue</td>');
    expect(html).toContain('<td>Not rated</td>');
    expect(countOf(html, /Key to the ratings \(Schedule\)(<\/caption>|:)/g)).toBe(3);
  });

  test('prints a nil return as a plain sentence and an exact date as a date', () => {
    expect(html).toContain('<p>No report leaves the website this year.</p>');
    expect(html).toContain('<time datetime="2020-05-08">8 May 2020</time>');
  });
});
