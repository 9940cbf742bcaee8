import { rowsBetween } from './grid-movement.ts';

/** Finds the key of a row that is loaded; undefined for one that is not. */
export type KeyAt = (index: number) => string | undefined;

export const toggled = (selected: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
};

/**
 * The selection after the range grew or shrank from its anchor: what was selected before the range began, and the range.
 * Rows that are not loaded have no key yet and are left out.
 */
export const withRange = (
  before: ReadonlySet<string>,
  anchor: number,
  to: number,
  keyAt: KeyAt,
): ReadonlySet<string> => {
  const next = new Set(before);
  for (const index of rowsBetween(anchor, to)) {
    const key = keyAt(index);
    if (key !== undefined) next.add(key);
  }
  return next;
};

export const allLoaded = (rowCount: number, keyAt: KeyAt): ReadonlySet<string> =>
  withRange(new Set(), 0, rowCount - 1, keyAt);

export const howManySelected = (selected: number, rowCount: number): 'none' | 'some' | 'all' => {
  if (selected === 0) return 'none';
  return selected >= rowCount ? 'all' : 'some';
};
