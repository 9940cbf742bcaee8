import type { OverviewData } from '../../contract/overview.ts';
import type { PackOptions } from '../../contract/packs.ts';
import type { WorkingCalendar } from '../../domain/working-days.ts';
import type { Reader } from '../../service/context.ts';
import type { BoardScheme } from '../../service/rag.ts';
import type { PackSection } from '../model.ts';
import type { SinceChanges } from '../since/model.ts';

/** What every section is written from: one board, one day, one set of options. */
export type PackSource = {
  readonly reader: Reader;
  /** The day that the figures are true for. */
  readonly dataAsAt: string;
  /** The board as it is now, where this one is of a past day; null for one of today, and for an issued pack that is made again. */
  readonly now: { readonly reader: Reader; readonly dataAsAt: string } | null;
  /** The first day of the period that "what changed" speaks of, and why it begins there. */
  readonly since: { readonly day: string; readonly words: string };
  /** What the overview of that day says; read when first asked for, once a pack. */
  readonly overview: () => OverviewData;
  /** What changed in that period, by the change log; by the dates of records where it does not reach back. Read when first asked for, once a pack. */
  readonly changes: () => SinceChanges;
  readonly calendar: WorkingCalendar;
  readonly scheme: BoardScheme;
  readonly board: { readonly name: string; readonly nation: string };
  readonly options: PackOptions;
};

export type SectionWriter = (source: PackSource) => PackSection;
