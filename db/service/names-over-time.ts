import type { NamesOverTime } from '../contract/agencies.ts';
import { type Named, nameOn } from '../domain/names-over-time.ts';
import type { PartialDate } from '../domain/partial-date.ts';
import type { Reader } from './context.ts';

/** The tables that hold the names and successions of agencies, and of bodies. */
const TABLES = {
  agencies: {
    names: 'agencyNames',
    of: 'agencyId',
    successions: 'agencySuccessions',
    from: 'fromAgencyId',
    to: 'toAgencyId',
  },
  bodies: { names: 'bodyNames', of: 'bodyId', successions: 'bodySuccessions', from: 'fromBodyId', to: 'toBodyId' },
} as const;

export const namesOverTime = (reader: Reader, table: keyof typeof TABLES, id: string): NamesOverTime => {
  const { names, of, successions, from, to } = TABLES[table];
  const succession = (mine: string, others: string): NamesOverTime['successors'] =>
    reader
      .prepare<[string], NamesOverTime['successors'][number]>(
        `select s.id, o.id as otherId, o.name as other, s.onDate, s.note from ${successions} s join ${table} o on o.id = s.${others}
         where s.${mine} = ? and s.removed is null order by s.onDate is null, s.onDate, s.id`,
      )
      .all(id);
  return {
    names: reader
      .prepare<[string], NamesOverTime['names'][number]>(
        `select id, name, fromDate, untilDate from ${names} where ${of} = ? and removed is null
         order by fromDate is not null, fromDate, untilDate is null, untilDate, id`,
      )
      .all(id),
    predecessors: succession(to, from),
    successors: succession(from, to),
  };
};

/** What it was called on the date, when that was not its name of now. */
export const nameThenOf =
  (named: Named) =>
  (date: PartialDate | null): string | null => {
    const then = nameOn(named, date);
    return then === named.name ? null : then;
  };
