/** What an agency or a body was called when: a record dated in the past shows the name of then. */
import { earliestDay, latestDay, type PartialDate } from './partial-date.ts';

/** One of its names, with the days it bore it; an end that is not known is open. */
export type DatedName = {
  readonly name: string;
  readonly fromDate: PartialDate | null;
  readonly untilDate: PartialDate | null;
};

/** Who bears a name now, with the names it is recorded under. */
export type Named = { readonly name: string; readonly names: readonly DatedName[] };

const begin = (date: PartialDate | null): string => (date === null ? '' : earliestDay(date));
const end = (date: PartialDate | null): string => (date === null ? '9999-12-31' : latestDay(date));

/** Of two names that one day falls in, the one taken up later is the newer; of two with one beginning, the one that ended first was left. */
const isNewer = (one: DatedName, other: DatedName): boolean =>
  begin(one.fromDate) === begin(other.fromDate)
    ? end(one.untilDate) > end(other.untilDate)
    : begin(one.fromDate) > begin(other.fromDate);

/**
 * The name borne on the date. An imprecise date is taken at its last day, as a paper of "2013" was most likely read after a
 * change in that year. Where no recorded name covers it, and where there is no date, it is the name of now.
 */
export const nameOn = ({ name, names }: Named, date: PartialDate | null): string => {
  if (date === null || date === '') return name;
  const day = latestDay(date);
  const then = names
    .filter((dated) => begin(dated.fromDate) <= day && day <= end(dated.untilDate))
    .reduce<DatedName | null>((newest, dated) => (newest === null || isNewer(dated, newest) ? dated : newest), null);
  return then?.name ?? name;
};

/** "Southern PCT (now Example Health Trust)"; the name alone when it is the same. */
export const nameThenAndNow = (named: Named, date: PartialDate | null): string => {
  const then = nameOn(named, date);
  return then === named.name ? then : `${then} (now ${named.name})`;
};
