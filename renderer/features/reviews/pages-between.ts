export const pageSize = 100;

/** The numbers of the pages that hold the rows from first to last. */
export const pagesBetween = (first: number, last: number): readonly number[] => {
  const from = Math.floor(first / pageSize);
  return Array.from({ length: Math.floor(last / pageSize) - from + 1 }, (_, step) => from + step);
};

export const offsetOf = (page: number): number => page * pageSize;
