/** The civil day of an instant on this laptop, YYYY-MM-DD. */
export const dayOf = (instant: number): string => {
  const at = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};

/** "Action 1.2 and 3 others". */
export const recordAndOthers = (record: string, others: number): string =>
  others === 0 ? record : `${record} and ${others} ${others === 1 ? 'other' : 'others'}`;
