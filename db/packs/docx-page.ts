import {
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { MARGINS, PAGE } from './docx-styles.ts';
import type { Orientation } from './paper.ts';
import { printable } from './printable.ts';

export const pageProperties = (orientation: Orientation): ISectionOptions['properties'] => ({
  type: SectionType.NEXT_PAGE,
  page: {
    size: {
      width: PAGE.short,
      height: PAGE.long,
      orientation: orientation === 'wide' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: MARGINS.top,
      bottom: MARGINS.bottom,
      left: MARGINS[orientation],
      right: MARGINS[orientation],
      header: MARGINS.header,
      footer: MARGINS.footer,
    },
  },
});

export const pageHeader = (marking: string): Header =>
  new Header({ children: [new Paragraph({ style: 'Marking', text: printable(marking) })] });

export const pageFooter = (marking: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Marking',
        children: [
          new TextRun({
            children: [`${printable(marking)} · page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
