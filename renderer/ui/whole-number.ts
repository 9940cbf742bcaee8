export type NumberLimits = { readonly min?: number; readonly max?: number };

export type NumberReading = { readonly value: number | null } | { readonly error: string };

/** Reads a whole number as typed: "1,250" and "1 250" are 1250, nothing is null. Says which numbers are allowed when it is not one. */
export const readWholeNumber = (typed: string, { min, max }: NumberLimits = {}): NumberReading => {
  const figures = typed
    .trim()
    .replace(/(?<=\d)[\s,](?=\d{3}(?!\d))/g, '')
    .replace(/^[−–]/, '-');
  if (figures === '') return { value: null };
  if (!/^-?\d{1,15}$/.test(figures)) return { error: `Type a whole number${limitsInWords(min, max)}, in figures.` };
  const value = Number(figures);
  const outside = (min !== undefined && value < min) || (max !== undefined && value > max);
  return outside ? { error: `Type a whole number${limitsInWords(min, max)}.` } : { value };
};

const limitsInWords = (min: number | undefined, max: number | undefined): string => {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return `, ${min} or more`;
  return max !== undefined ? `, ${max} or less` : '';
};
