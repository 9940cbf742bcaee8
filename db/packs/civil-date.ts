/** The first instant (UTC) of a whole civil date: what a document's properties carry instead of the machine's clock. */
export const civilDateToInstant = (date: string): Date => new Date(`${date}T00:00:00.000Z`);

const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 30 December 1899, as spreadsheets count; null when the date is not whole or before 1 March 1900. */
export const civilDateToSerial = (date: string): number | null => {
  const [, year, month, day] = CIVIL_DATE.exec(date) ?? [];
  if (year === undefined) return null;
  const serial = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
  return serial >= 61 ? serial : null;
};
