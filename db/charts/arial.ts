/**
 * How wide text is in Arial, in ems, by the typeface's own widths (thousandths of an em, from the space to "~"): for widths of
 * columns, heights of rows and numbers of pages, where a few letters that are not in the table may be a little out.
 */
export const arialWidth = (text: string, bold = false): number => {
  const widths = bold ? BOLD : REGULAR;
  let total = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    total += widths[code - FIRST] ?? otherWidth(code, widths);
  }
  return total / 1000;
};

const FIRST = 0x20;

const REGULAR = widthsOf(
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 ' +
    '1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 ' +
    '333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584',
);

const BOLD = widthsOf(
  '278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 ' +
    '975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 ' +
    '333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584',
);

function widthsOf(list: string): readonly number[] {
  return list.split(' ').map(Number);
}

const NO_BREAK_SPACE = 0xa0;
const SYMBOLS = 0x2100;

/** A letter with an accent is as wide as its letter; a dash or quotation mark is about a figure wide, a symbol nearly an em. */
const otherWidth = (code: number, widths: readonly number[]): number => {
  if (code === NO_BREAK_SPACE) return widths[0] ?? 0;
  if (code < FIRST) return 0;
  const letter = String.fromCharCode(code).normalize('NFD').charCodeAt(0);
  return widths[letter - FIRST] ?? (code < SYMBOLS ? 556 : 900);
};
