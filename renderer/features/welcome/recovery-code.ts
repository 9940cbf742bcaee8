/** The groups of a recovery code as printed: "ABCD-EFGH-…". */
export const recoveryCodeGroups = (code: string): readonly string[] => code.split('-');

export const lastGroupLength = (code: string): number => lastGroup(code).length;

/** Letters of either case, with or without the spaces and dashes around them. */
export const isLastGroup = (typed: string, code: string): boolean =>
  typed.replace(/[\s-]/g, '').toUpperCase() === lastGroup(code).toUpperCase();

const lastGroup = (code: string): string => recoveryCodeGroups(code).at(-1) ?? '';
