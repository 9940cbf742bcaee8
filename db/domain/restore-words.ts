/** What people are told before a backup takes the place of a board. */
type Laptop = { readonly isThisOne: boolean; readonly removed: unknown };

/** What a restore cannot take back; null where this laptop alone has the board. */
export const comesBackWords = (laptops: readonly Laptop[]): string | null =>
  laptops.some(({ isThisOne, removed }) => !isThisOne && removed === null)
    ? 'Other laptops of this board keep what they have: what they took of those changes comes back with the next exchange.'
    : null;
