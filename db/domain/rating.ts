/**
 * The three values of a rating, kept apart: what the dates say, what the agency says, what the board has confirmed.
 * The agency's own value is never shown as the board's: it stands in words beside the one that is shown.
 */
export type Rating<Level extends string = string> = {
  readonly computed: Level | null;
  readonly asserted: Level | null;
  readonly confirmed: Level | null;
};

export type ShownRating<Level extends string = string> = {
  readonly level: Level | null;
  readonly shown: 'confirmed' | 'computed' | 'none';
  /** The values that are there do not all agree. */
  readonly differs: boolean;
  readonly words: string;
};

/** Shows the confirmed value, else the computed one. `labelOf` gives a level's label in its scheme. */
export const effectiveRating = <Level extends string>(
  { computed, asserted, confirmed }: Rating<Level>,
  labelOf: (level: Level) => string,
): ShownRating<Level> => {
  const level = confirmed ?? computed;
  const values = [computed, asserted, confirmed].filter((value) => value !== null);
  const differs = new Set(values).size > 1;
  const parts: string[] = [];
  if (confirmed !== null) parts.push(`${labelOf(confirmed)}, confirmed by the board`);
  if (computed !== null && computed !== confirmed) parts.push(`${labelOf(computed)} by its dates`);
  if (asserted !== null && asserted !== level) parts.push(`${labelOf(asserted)} in the agency’s view, not confirmed`);
  return { level, shown: shownAs(confirmed, computed), differs, words: parts.join('; ') || 'Not rated' };
};

const shownAs = (confirmed: string | null, computed: string | null): ShownRating['shown'] => {
  if (confirmed !== null) return 'confirmed';
  return computed === null ? 'none' : 'computed';
};
