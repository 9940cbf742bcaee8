import { type FileChild, HeadingLevel, Paragraph, TableOfContents, TextRun } from 'docx';
import { documentSubject, type Fact, packParts } from './cover.ts';
import { chartToDocx } from './docx-chart.ts';
import { docxFile, type DocxFile } from './docx-file.ts';
import { pageFooter, pageHeader, pageProperties } from './docx-page.ts';
import { BULLETS, DOCX_PAPER, documentStyles, toneStyle } from './docx-styles.ts';
import { tableToDocx } from './docx-table.ts';
import { textRuns } from './docx-text.ts';
import type { Pack, PackBlock } from './model.ts';
import { type Orientation, type PaperSection, type PaperTables, sectionsOnPaper, tablesUpright } from './paper.ts';
import { printable } from './printable.ts';
import { keyHeading, levelText, needsKey, withoutFullStop } from './rag.ts';
import type { Turn } from './turns.ts';

/**
 * The pack as a Word document a person can go on editing: real styles, contents with page numbers, tables with repeating
 * header rows and no merged cells, British English, the marking and "page n of m" on every page. Equal packs give equal bytes.
 */
export const packToDocx = (pack: Pack, turn?: Turn): Promise<Uint8Array> =>
  docxFile(
    {
      options: {
        ...documentStyles,
        title: printable(pack.title),
        subject: printable(documentSubject(pack)),
        creator: printable(pack.board),
        lastModifiedBy: printable(pack.board),
        keywords: printable(pack.marking),
        description: '',
      },
      sections: docxSections(pack),
      date: pack.dataAsAt,
      hasContents: true,
    },
    turn,
  );

/** One Word section for each run of pack sections that stand the same way on the page; the cover is upright. */
const docxSections = (pack: Pack): DocxFile['sections'] => {
  const { facts, coverBlocks, sections } = packParts(pack);
  const runs: { orientation: Orientation; children: FileChild[] }[] = [
    { orientation: 'upright', children: coverToDocx(pack, facts, coverBlocks) },
  ];
  for (const [index, section] of sectionsOnPaper(sections, pack.ragKey, DOCX_PAPER).entries()) {
    const last = runs.at(-1);
    const continues = last !== undefined && last.orientation === section.orientation;
    const children = sectionToDocx(section, pack, continues && index === 0);
    if (continues) last.children.push(...children);
    else runs.push({ orientation: section.orientation, children });
  }
  return runs.map((run, index) => ({
    properties: pageProperties(run.orientation),
    // Later sections carry on the header and footer of the first.
    ...(index === 0
      ? { headers: { default: pageHeader(pack.marking) }, footers: { default: pageFooter(pack.marking) } }
      : {}),
    children: run.children,
  }));
};

const coverToDocx = (pack: Pack, facts: readonly Fact[], blocks: readonly PackBlock[]): FileChild[] => {
  const tables = tablesUpright(blocks, pack.ragKey, DOCX_PAPER);
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(pack.title) }),
    ...factsToDocx(facts),
    ...blocks.flatMap((block, index) => blockToDocx(block, pack, tables, blocks[index + 1])),
    new Paragraph({ style: 'TOCHeading', text: 'Contents' }),
    new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2', beginDirty: false }),
  ];
};

const sectionToDocx = ({ section, tables }: PaperSection, pack: Pack, newPage: boolean): FileChild[] => [
  new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: newPage, children: textRuns(section.heading) }),
  ...section.blocks.flatMap((block, index) => [
    ...(block.kind === 'table' && needsKey(section, block) ? [ragKeyLine(pack)] : []),
    ...blockToDocx(block, pack, tables, section.blocks[index + 1]),
  ]),
];

const blockToDocx = (block: PackBlock, pack: Pack, tables: PaperTables, next: PackBlock | undefined): FileChild[] => {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ keepNext: next !== undefined && tables.has(next), children: textRuns(block.text) })];
    case 'nil':
      return [new Paragraph({ children: textRuns(block.text) })];
    case 'subheading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: textRuns(block.text) })];
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            style: 'ListParagraph',
            numbering: { reference: BULLETS, level: 0 },
            children: textRuns(item),
          }),
      );
    case 'facts':
      return factsToDocx(block.facts);
    case 'figures':
    case 'table':
    case 'rag-key':
      return captionedTable(block, pack, tables);
    case 'chart':
      return [caption(block.chart.title), chartToDocx(block.chart, pack)];
  }
};

const factsToDocx = (facts: readonly Fact[]): FileChild[] =>
  facts.map(
    ({ label, value }) =>
      new Paragraph({
        style: 'Fact',
        children: [new TextRun({ text: printable(label), style: 'Strong' }), new TextRun('\t'), ...textRuns(value)],
      }),
  );

const captionedTable = (
  block: Extract<PackBlock, { kind: 'figures' | 'table' | 'rag-key' }>,
  pack: Pack,
  tables: PaperTables,
): FileChild[] => {
  const table = tables.get(block);
  if (table === undefined) return block.kind === 'table' ? [new Paragraph({ children: textRuns(block.nil) })] : [];
  return [
    caption(block.kind === 'rag-key' ? keyHeading(pack.ragKey) : block.caption),
    tableToDocx(table),
    afterTable(),
  ];
};

/** The key in one paragraph, kept on the page where its table begins. */
const ragKeyLine = (pack: Pack): Paragraph =>
  new Paragraph({
    style: 'KeyLine',
    children: [
      new TextRun({ text: `${printable(keyHeading(pack.ragKey))}: `, style: 'Strong' }),
      ...pack.ragKey.levels.flatMap((level, index) => [
        new TextRun({
          text: `\u00a0${printable(levelText(level).replaceAll(' ', '\u00a0'))}\u00a0`,
          style: toneStyle(level.tone),
        }),
        new TextRun(
          ` ${printable(withoutFullStop(level.rule))}${index === pack.ragKey.levels.length - 1 ? '.' : '; '}`,
        ),
      ]),
    ],
  });

const caption = (text: string): Paragraph => new Paragraph({ style: 'Caption', children: textRuns(text) });

/** Keeps two tables from running into one, and the next words off the table's edge. */
const afterTable = (): Paragraph => new Paragraph({ style: 'AfterTable' });
