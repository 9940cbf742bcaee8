import { beforeAll, describe, expect, test } from 'vitest';
import { packToDocx } from '../../../db/packs/docx.ts';
import type { Pack, PackBlock } from '../../../db/packs/model.ts';
import { examplePack } from './example-pack.ts';
import { countOf, unzipped } from './unzipped.ts';

let parts: Readonly<Record<string, string>>;
let body: string;
let words: string;

beforeAll(async () => {
  parts = unzipped(await packToDocx(examplePack));
  body = parts['word/document.xml'] ?? '';
  words = body.replace(/<w:(?:p|br)[ />]/g, '\n$&').replace(/<[^>]+>/g, '');
});

describe('a Word pack', () => {
  test('has real heading styles: one title, a Heading 1 for each section, a Heading 2 for each subheading', () => {
    expect(countOf(body, /<w:pStyle w:val="Title"\/>/g)).toBe(1);
    expect(countOf(body, /<w:pStyle w:val="Heading1"\/>/g)).toBe(5);
    expect(countOf(body, /<w:pStyle w:val="Heading2"\/>/g)).toBe(3);
  });

  test('opens with contents that are already filled in, with page numbers', () => {
    const contents = [...body.matchAll(/<w:hyperlink w:history="1" w:anchor="_Toc\d+">.*?<\/w:hyperlink>/g)].map(
      ([link]) => link.replace(/<w:instrText.*?<\/w:instrText>/g, '').replace(/<[^>]+>/g, ''),
    );
    expect(contents[0]).toMatch(/^Where we are2$/);
    expect(contents).toHaveLength(8);
    expect(contents.every((entry) => /\d$/.test(entry))).toBe(true);
    expect(body).toContain('TOC \\h \\o');
    expect(body).not.toContain('w:dirty="true"');
  });

  test('counts for its contents the padding of the rows of headings, of which there may be many', async () => {
    const small = Array.from(
      { length: 60 },
      (_, index): PackBlock => ({
        kind: 'figures',
        caption: `Figures ${index}`,
        figures: Array.from({ length: 6 }, () => ({ label: 'Reviews', value: index, outOf: null, note: null })),
      }),
    );
    const pack: Pack = {
      ...examplePack,
      sections: [
        { id: 'figures', heading: 'Figures', blocks: small },
        { id: 'after', heading: 'What comes after', blocks: [{ kind: 'nil', text: 'Nothing.' }] },
      ],
    };
    const document = unzipped(await packToDocx(pack))['word/document.xml'] ?? '';
    const [last = ''] = document.match(/What comes after.*?<\/w:hyperlink>/) ?? [];
    // Three tables a page; were the padding left out, there would seem to be room for four on some.
    expect(last.replace(/<w:instrText.*?<\/w:instrText>/g, '').replace(/<[^>]+>/g, '')).toBe('What comes after21');
  });

  test('is in British English, in Arial of 12 points or more, aligned to the left', () => {
    const styles = parts['word/styles.xml'] ?? '';
    expect(styles).toContain('<w:lang w:val="en-GB"/>');
    expect(styles).toContain('w:ascii="Arial"');
    const sizes = [...`${styles}${body}`.matchAll(/<w:sz w:val="(\d+)"\/>/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
    expect(`${styles}${body}`).not.toMatch(/<w:jc w:val="(both|right|end)"/);
  });

  test('says what it is in its properties, dated by its data', () => {
    const core = parts['docProps/core.xml'] ?? '';
    expect(core).toContain('<dc:title>Case reviews: status pack</dc:title>');
    expect(core).toContain('data as at 5 June 2020</dc:subject>');
    expect(core.match(/2020-06-05T00:00:00Z/g)).toHaveLength(2);
  });

  test('carries the marking and "page n of m" on every page', () => {
    const header = parts['word/header1.xml'] ?? '';
    const footer = parts['word/footer1.xml'] ?? '';
    expect(header).toContain('OFFICIAL-SENSITIVE');
    expect(footer.replace(/<w:instrText[^>]*>(\w+)<\/w:instrText>/g, '[$1]').replace(/<[^>]+>/g, '')).toContain(
      'OFFICIAL-SENSITIVE · page [PAGE] of [NUMPAGES]',
    );
    expect(parts['word/styles.xml']).toMatch(/w:styleId="Marking".*?<w:jc w:val="center"\/>.*?<w:b\/>/);
    expect(body).not.toContain('<w:titlePg');
    expect(countOf(body, /<w:headerReference /g)).toBe(1);
  });

  test('repeats the heading row of every table, keeps all rows but the one that is long whole, and merges no cells', () => {
    const tables = body.match(/<w:tbl>.*?<\/w:tbl>/g) ?? [];
    expect(tables).toHaveLength(7);
    for (const table of tables) {
      expect(countOf(table, /<w:tblHeader\/>/g)).toBe(1);
      expect(table).toMatch(/<w:tr><w:trPr><w:cantSplit\/><w:tblHeader\/>/);
    }
    expect(countOf(body, /<w:tr>/g) - countOf(body, /<w:cantSplit\/>/g)).toBe(1);
    expect(body).not.toMatch(/w:gridSpan|w:vMerge|w:hMerge/);
  });

  test('has the look of tables in one style that can be changed in Word, and none of it in the tables', () => {
    const [style] =
      parts['word/styles.xml']?.match(/<w:style w:type="table"[^>]*w:styleId="PackTable".*?<\/w:style>/) ?? [];
    expect(style).toContain('<w:name w:val="Pack Table"/>');
    expect(style).toContain('<w:insideH w:val="single"');
    expect(style).toMatch(/<w:tblStylePr w:type="firstRow">.*?<w:shd /);
    expect(countOf(body, /<w:tblStyle w:val="PackTable"\/>/g)).toBe(7);
    expect(body).not.toMatch(/<w:tblBorders>|<w:tcBorders>|<w:tblCellMar>/);
    expect(body).not.toMatch(/<w:tblHeader\/>.{0,400}<w:shd /);
  });

  test('captions every table', () => {
    expect(countOf(body, /<w:pStyle w:val="Caption"\/>/g)).toBe(7);
  });

  test('turns the page on its side for a table that needs it only', () => {
    const sections = body.match(/<w:sectPr.*?<\/w:sectPr>/g) ?? [];
    expect(sections.map((section) => section.includes('w:orient="landscape"'))).toEqual([false, true, false]);
    expect(sections[1]).toContain('w:w="16838" w:h="11906"');
  });

  test('shows a rating as symbol and words on its colour, with the key beside it', () => {
    expect(words).toContain('▲\u00a0Overdue');
    expect(words).toContain('◆\u00a0Target moved once');
    expect(words).toContain('○\u00a0No\u00a0update');
    expect(words).toContain('Not rated');
    expect(countOf(words, /Key to the ratings \(Schedule\)/g)).toBe(3);
    expect(body).toContain('w:fill="F8CCC7"');
  });

  test('prints a nil return as a plain sentence', () => {
    expect(words).toContain('No report leaves the website this year.');
    expect(words).toContain('Nothing is waiting for sign-off at this meeting.');
    expect(words).not.toContain('Leaving the website this year');
  });

  test('gives shares with numerator and denominator', () => {
    expect(words).toContain('12 of 40 (30%)');
    expect(words).toContain('0 of 0');
  });

  test('keeps odd text as text and leaves out what XML cannot carry', () => {
    expect(body).toContain('&lt;script&gt;alert(');
    expect(words).toContain('Ŵyl Ŷd, tŷ gwyn 👨‍👩‍👧 control characters _x0041_');
  });
});
