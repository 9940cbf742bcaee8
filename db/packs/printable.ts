/**
 * Text as XML 1.0 can carry it. Control characters and halves of surrogate pairs make Word refuse a whole document, so they
 * are left out; every kind of line end becomes a line feed.
 */
export const printable = (text: string): string => {
  if (CLEAN.test(text)) return text;
  return text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '').toWellFormed();
};

const CLEAN = /^[\t\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd]*$/;
const UNPRINTABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g;
