/** A code for something that the board adds, unlike any shipped or present one: "Table-top review" is "own-table-top-review". */
export const nameToOwnCode = (name: string, taken: readonly string[]): string => {
  const words = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const code = `own-${words || 'entry'}`;
  if (!taken.includes(code)) return code;
  let number = 2;
  while (taken.includes(`${code}-${number}`)) number += 1;
  return `${code}-${number}`;
};
