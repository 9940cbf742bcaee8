/** What came, or would come, of other laptops: collected bundle by bundle, told once. */
import type { SyncReport } from '../contract/sync.ts';
import { tablesWords } from '../domain/field-words.ts';
import { gapWords } from '../domain/gap-words.ts';
import { fileWords } from '../domain/sync-folder-words.ts';
import { clockBehindWords } from '../domain/sync-report-words.ts';
import { clockToInstant } from '../store/change-log.ts';
import type { WrittenRow } from '../store/merge/merge.ts';
import type { Store } from '../store/store.ts';
import type { BundleHeader } from '../sync/bundle-header.ts';
import type { TookIn } from '../sync/incoming.ts';
import type { LeftFile } from '../sync/left-files.ts';
import type { Gap } from '../sync/plan-taking-in.ts';
import type { Removal } from '../sync/removals.ts';
import { nameConflicts } from './conflict-reading.ts';
import { recordInFull } from './history-words.ts';

export const MOST_CONFLICTS_NAMED = 50;
const MOST_REMOVALS_NAMED = 200;

export type NamedConflicts = Pick<SyncReport, 'conflicts' | 'conflictsTotal'>;

export type Left = {
  readonly gaps: readonly Gap[];
  readonly left: readonly LeftFile[];
  /** Of a preview, read while it was taken in; else what waits now. */
  readonly named?: NamedConflicts;
  readonly isPreview?: boolean;
};

export type ReportInTheMaking = {
  readonly note: (took: TookIn, headers: readonly BundleHeader[]) => void;
  /** Bundles so far. */
  readonly bundles: () => number;
  readonly finish: (store: Store, left: Left) => SyncReport;
};

export const beginReport = (): ReportInTheMaking => {
  const rows = new Map<string, WrittenRow>();
  const laptops = new Set<string>();
  const conflicts = new Set<string>();
  const yearsBehind = new Map<string, number>();
  const removals: Removal[] = [];
  let asks: string | null = null;
  let [bundles, operations, waiting] = [0, 0, 0];
  return {
    note: (took, headers) => {
      bundles += headers.length;
      operations += took.operations;
      waiting = took.waiting;
      asks ??= took.asks?.words ?? null;
      removals.push(...took.removals);
      for (const name of took.laptops) laptops.add(name);
      for (const id of took.merged.conflicts) conflicts.add(id);
      // What an earlier bundle made is new, whatever a later one changed of it.
      for (const row of took.merged.rows) if (rows.get(row.rowId)?.isMade !== true) rows.set(row.rowId, row);
      for (const header of headers) noteClock(yearsBehind, header);
    },
    bundles: () => bundles,
    finish: (store, { gaps, left, named, isPreview = false }) => ({
      at: store.now,
      laptops: [...laptops].toSorted((a, b) => a.localeCompare(b, 'en-GB')),
      operations,
      areas: areasOf([...rows.values()]),
      // What went is in the history, to be put back from there.
      removals: isPreview ? removalsByArea(store, removals) : [],
      asks,
      ...(named ?? nameConflicts(store, conflicts, MOST_CONFLICTS_NAMED)),
      waiting,
      gaps: gapsInWords(store, gaps),
      left: filesInWords(store, left),
      remarks: [...yearsBehind].map(([device, years]) =>
        clockBehindWords(laptopNameOf(store, device) ?? 'Another laptop', years),
      ),
    }),
  };
};

/** The most first. */
const removalsByArea = (store: Store, removals: readonly Removal[]): SyncReport['removals'] =>
  [...Map.groupBy(removals, ({ tableName }) => tableName)]
    .map(([table, ofTable]) => ({
      label: tablesWords(table),
      total: ofTable.length,
      records: ofTable.slice(0, MOST_REMOVALS_NAMED).map(({ rowId, actor, deviceId, clock }) => ({
        rowId,
        record: recordInFull(store, table, rowId),
        actor,
        laptop: laptopNameOf(store, deviceId) ?? 'Another laptop',
        at: clockToInstant(clock),
      })),
    }))
    .toSorted((a, b) => b.total - a.total || a.label.localeCompare(b.label, 'en-GB'));

export const laptopNameOf = (store: Store, device: string): string | undefined => {
  const name = store.prepare<[string], string>('select name from devices where id = ?').pluck().get(device);
  return name === undefined || name === '' ? undefined : name;
};

export const gapsInWords = (store: Store, gaps: readonly Gap[]): string[] =>
  gaps.map((gap) => gapWords({ ...gap, laptop: laptopNameOf(store, gap.device) ?? null }));

export const filesInWords = (store: Store, left: readonly LeftFile[]): SyncReport['left'] =>
  left.map(({ name, why }) => ({ name, file: fileWords(name, (device) => laptopNameOf(store, device)), why }));

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** A bundle is written after the changes that it holds, so a writer's clock that says otherwise is behind. */
const noteClock = (yearsBehind: Map<string, number>, { device, writtenAt, clock }: BundleHeader): void => {
  const years = Math.floor((clockToInstant(clock) - writtenAt) / YEAR);
  if (years > (yearsBehind.get(device) ?? 0)) yearsBehind.set(device, years);
};

/** By the words of their tables, the most first. */
const areasOf = (rows: readonly WrittenRow[]): SyncReport['areas'] =>
  [...Map.groupBy(rows, ({ tableName }) => tablesWords(tableName))]
    .map(([label, ofArea]) => {
      const made = ofArea.filter(({ isMade }) => isMade).length;
      return { label, made, changed: ofArea.length - made };
    })
    .toSorted((a, b) => b.made + b.changed - (a.made + a.changed) || a.label.localeCompare(b.label, 'en-GB'));
