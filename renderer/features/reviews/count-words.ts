/** "38 of 412 reviews"; "412 reviews" when all are shown; nothing before it is known. */
export const countWords = (total: number | null, of: number | null): string => {
  if (total === null || of === null) return '';
  const all = `${of.toLocaleString('en-GB')} ${of === 1 ? 'review' : 'reviews'}`;
  return total === of ? all : `${total.toLocaleString('en-GB')} of ${all}`;
};
