import { delaysOverTime, type PeriodLength } from '../domain/delays-over-time.ts';
import type { Reader } from './context.ts';
import { type Publications, readPublications } from './publication-readings.ts';

export type DelaysByPeriod = {
  readonly periods: string[];
  readonly byReason: { delayReasonId: string; reason: string; days: number[]; total: number }[];
  readonly inAll: { days: number[]; total: number };
  readonly atLeast: boolean;
};

/** Every spell that has a known start, ended ones too. */
export const readDelaysOverTime = (
  reader: Reader,
  today: string,
  by: PeriodLength,
  publications: Publications = readPublications(reader, today),
): DelaysByPeriod => {
  const names = new Map<string, string>();
  let atLeast = false;
  const spells = [...publications.values()].flatMap(({ reviewId, delays, reading }) =>
    delays.flatMap((delay, at) => {
      const read = reading.delays[at];
      if (read === undefined || read.span === null) return [];
      atLeast ||= read.atLeast;
      for (const { id, name } of delay.reasons) names.set(id, name);
      return [{ reviewId, reasonIds: delay.reasons.map(({ id }) => id), span: read.span }];
    }),
  );
  const { periods, byReason, inAll } = delaysOverTime(spells, by, today);
  return {
    periods: periods.map(({ label }) => label),
    byReason: byReason.map(({ reasonId, days, total }) => ({
      delayReasonId: reasonId,
      reason: names.get(reasonId) ?? '',
      days: [...days],
      total,
    })),
    inAll: { days: [...inAll.days], total: inAll.total },
    atLeast,
  };
};
