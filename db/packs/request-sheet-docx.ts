import { type FileChild, HeadingLevel, Paragraph } from 'docx';
import { ANSWER_HEADINGS, type AnswerColumn, REFERENCE_HEADING } from '../domain/chasing.ts';
import { docxFile } from './docx-file.ts';
import { pageFooter, pageHeader, pageProperties } from './docx-page.ts';
import { BULLETS, documentStyles, TEXT_WIDTH } from './docx-styles.ts';
import { tableToDocx } from './docx-table.ts';
import { textRuns } from './docx-text.ts';
import { printable } from './printable.ts';
import {
  answerColumns,
  type AskedRow,
  type RequestSheet,
  SHEET_TITLE,
  sheetFacts,
  sheetIdentity,
  sheetInstructions,
  sheetSubject,
} from './request-sheet.ts';

/** The request as a Word document: how to fill it in, then one row of a table an action. */
export const requestSheetToDocx = (sheet: RequestSheet): Promise<Uint8Array> =>
  docxFile({
    options: {
      ...documentStyles,
      title: printable(`${SHEET_TITLE}: ${sheet.agency.name}`),
      subject: printable(sheetSubject(sheet)),
      creator: printable(sheet.board.name),
      lastModifiedBy: printable(sheet.board.name),
      keywords: printable(sheet.marking),
      description: '',
    },
    sections: [
      {
        properties: pageProperties('wide'),
        headers: { default: pageHeader(sheet.marking) },
        footers: { default: pageFooter(sheet.marking) },
        children: [...openingWords(sheet), ...actionsTable(sheet), ...identityTable(sheet)],
      },
    ],
    date: sheet.askedOn,
    hasContents: false,
  });

const openingWords = (sheet: RequestSheet): FileChild[] => [
  new Paragraph({
    heading: HeadingLevel.TITLE,
    children: textRuns(`${SHEET_TITLE}: ${sheet.agency.name}`),
  }),
  tableOfFacts(['About this request', 'Details'], sheetFacts(sheet)),
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: textRuns('How to fill this in') }),
  ...sheetInstructions(sheet, 'Fill in the empty cells of the table below.').map(
    (sentence) =>
      new Paragraph({
        style: 'ListParagraph',
        numbering: { reference: BULLETS, level: 0 },
        children: textRuns(sentence),
      }),
  ),
];

const ANSWER_WIDTHS: Readonly<Record<AnswerColumn, number>> = {
  update: 46,
  state: 27,
  rag: 25,
  evidence: 28,
  newTarget: 27,
  newTargetReason: 26,
};

const actionsTable = (sheet: RequestSheet): FileChild[] => {
  const answers = answerColumns(sheet);
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: true,
      children: textRuns(`Open actions of ${sheet.agency.name}`),
    }),
    tableToDocx({
      widths: shared([28, 60, ...answers.map((answer) => ANSWER_WIDTHS[answer])]),
      headings: [
        REFERENCE_HEADING,
        'Action as the board holds it',
        ...answers.map((answer) => ANSWER_HEADINGS[answer]),
      ],
      rows: sheet.rows.map((row) => [
        { text: row.reference },
        { text: actionInWords(row) },
        ...answers.map(() => ({ text: '' })),
      ]),
    }),
  ];
};

const actionInWords = ({ origin, number, action, target, state, lastUpdate }: AskedRow): string =>
  [
    [origin, number].filter((part) => part !== '').join(', action '),
    action,
    `Target: ${target}`,
    `State: ${state}`,
    `Last update: ${lastUpdate}`,
  ].join('\n');

const identityTable = (sheet: RequestSheet): FileChild[] => [
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: textRuns('For the board’s office') }),
  tableOfFacts(['What', 'Value'], sheetIdentity(sheet)),
];

const tableOfFacts = (
  headings: readonly string[],
  facts: readonly { readonly label: string; readonly value: string }[],
): FileChild =>
  tableToDocx({
    widths: shared([3, 7]),
    headings,
    rows: facts.map(({ label, value }) => [{ text: label }, { text: value }]),
  });

/** The width of a wide page, shared out by weight. */
const shared = (weights: readonly number[]): readonly number[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.floor((weight / total) * TEXT_WIDTH.wide));
};
