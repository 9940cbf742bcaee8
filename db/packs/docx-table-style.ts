import { CELL_PADDING, HEADER_FILL, RULE } from './docx-styles.ts';

export const TABLE_STYLE = 'PackTable';

const line = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${RULE}"/>`;

const padding = (['top', 'left', 'bottom', 'right'] as const)
  .map((side) => `<w:${side} w:w="${CELL_PADDING[side]}" w:type="dxa"/>`)
  .join('');

/** The look of every table, under one name in Word: lines, padding, and the colour of the row of headings. */
export const TABLE_STYLE_XML =
  `<w:style w:type="table" w:customStyle="1" w:styleId="${TABLE_STYLE}"><w:name w:val="Pack Table"/><w:basedOn w:val="TableNormal"/>` +
  '<w:uiPriority w:val="59"/><w:qFormat/>' +
  `<w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('')}</w:tblBorders>` +
  `<w:tblCellMar>${padding}</w:tblCellMar></w:tblPr>` +
  `<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${HEADER_FILL}"/></w:tcPr></w:tblStylePr></w:style>`;
