/** The error of a required field that is still empty once the form was tried. */
export const missing = (tried: boolean, value: string | null, words: string): string | undefined =>
  tried && (value ?? '').trim() === '' ? words : undefined;
