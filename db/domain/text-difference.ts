/**
 * What differs between two versions of a long text, word by word, for showing both beside each other. Never used to weave two
 * versions into one: what a person wrote stays as it was written.
 *
 * Memory grows with the length of the texts only, and the work is bounded: texts in which more differs than can be found in
 * time are compared paragraph by paragraph, a changed paragraph standing as removed and added whole; and where even the
 * paragraphs are too many, all between the common beginning and the common end does.
 */
export type TextPart = {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
};

/** The parts in reading order, what was removed before what was added; joined without `added` they are the old text, without `removed` the new one. */
export const textDifference = (old: string, next: string): readonly TextPart[] => {
  const [oldWords, nextWords] = [old.match(WORDS) ?? [], next.match(WORDS) ?? []];
  return (
    differenceOf(oldWords, nextWords) ??
    differenceOf(old.match(PARAGRAPHS) ?? [], next.match(PARAGRAPHS) ?? []) ??
    differenceOfWholes(oldWords, nextWords)
  );
};

/** Words with their accents and apostrophes, runs of white space, single signs: together every character of a text. */
const WORDS = /[\p{L}\p{N}\p{M}'’]+|\s+|[^\p{L}\p{N}\p{M}'’\s]/gu;
/** Each with its line end. */
const PARAGRAPHS = /[^\n]*\n|[^\n]+/g;

/** Steps of the comparison: a few tens of milliseconds. */
const MOST_STEPS = 4_000_000;

/** Null when there is too much to do. */
const differenceOf = (old: readonly string[], next: readonly string[]): readonly TextPart[] | null => {
  const kept = keptOf(...numberedTogether(old, next));
  return kept === null ? null : partsOf(old, next, kept);
};

/** The same number for the same text on either side. */
const numberedTogether = (old: readonly string[], next: readonly string[]): readonly [Int32Array, Int32Array] => {
  const numbers = new Map<string, number>();
  const numbered = (texts: readonly string[]): Int32Array =>
    Int32Array.from(texts, (text) => {
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return number;
    });
  return [numbered(old), numbered(next)];
};

const differenceOfWholes = (old: readonly string[], next: readonly string[]): readonly TextPart[] => {
  const [oldNumbers, nextNumbers] = numberedTogether(old, next);
  const kept: Kept = { old: new Uint8Array(old.length), next: new Uint8Array(next.length) };
  const whole = { oldFrom: 0, oldTo: old.length, nextFrom: 0, nextTo: next.length };
  withoutCommonEnds(oldNumbers, nextNumbers, whole, kept);
  return partsOf(old, next, kept);
};

/** 1 for what is common to both, in the same order on either side. */
type Kept = { readonly old: Uint8Array; readonly next: Uint8Array };

const partsOf = (old: readonly string[], next: readonly string[], kept: Kept): readonly TextPart[] => {
  const parts: TextPart[] = [];
  const take = (kind: TextPart['kind'], texts: readonly string[], from: number, to: number): void => {
    if (to > from) parts.push({ kind, text: texts.slice(from, to).join('') });
  };
  const runEnd = (side: Uint8Array, from: number, kind: number): number => {
    let at = from;
    while (at < side.length && side[at] === kind) at += 1;
    return at;
  };
  let [oldAt, nextAt] = [0, 0];
  while (oldAt < old.length || nextAt < next.length) {
    const [oldChanged, nextChanged] = [runEnd(kept.old, oldAt, 0), runEnd(kept.next, nextAt, 0)];
    take('removed', old, oldAt, oldChanged);
    take('added', next, nextAt, nextChanged);
    // The run that both have in common ends where either side has something of its own.
    let length = 0;
    while (kept.old[oldChanged + length] === 1 && kept.next[nextChanged + length] === 1) length += 1;
    take('same', old, oldChanged, oldChanged + length);
    [oldAt, nextAt] = [oldChanged + length, nextChanged + length];
  }
  return parts;
};

/** No way leads there in so many changes. */
const NOWHERE = -(2 ** 30);

/**
 * A longest common subsequence after E. W. Myers, "An O(ND) difference algorithm and its variations" (1986), in linear space: a
 * point in the middle of a shortest edit is found from both ends, then either side of it is compared alone. Null after too many
 * steps.
 */
const keptOf = (old: Int32Array, next: Int32Array): Kept | null => {
  const kept: Kept = { old: new Uint8Array(old.length), next: new Uint8Array(next.length) };
  const size = old.length + next.length + 3;
  const [forward, backward] = [new Int32Array(size), new Int32Array(size)];
  let steps = 0;

  const compare = (box: Box): boolean => {
    const { oldFrom, oldTo, nextFrom, nextTo } = withoutCommonEnds(old, next, box, kept);
    if (oldFrom === oldTo || nextFrom === nextTo) return true;
    const middle = middleOf({ oldFrom, oldTo, nextFrom, nextTo });
    if (middle === null) return false;
    const [x, y] = middle;
    return compare({ oldFrom, oldTo: x, nextFrom, nextTo: y }) && compare({ oldFrom: x, oldTo, nextFrom: y, nextTo });
  };

  /** Neither side is empty, and they begin and end differently: so at least two changes, of which either half has one. */
  const middleOf = ({ oldFrom, oldTo, nextFrom, nextTo }: Box): readonly [number, number] | null => {
    const [width, height] = [oldTo - oldFrom, nextTo - nextFrom];
    const delta = width - height;
    const isOdd = (delta & 1) !== 0;
    /** Where diagonal 0 stands; they run from -height to width, and the backward ones are mirrored: k there is delta - k here. */
    const zero = height + 1;
    for (const reach of [forward, backward]) {
      reach.fill(NOWHERE, 0, width + height + 3);
      reach[zero + 1] = 0;
    }
    steps += width + height;
    for (let changes = 0; steps <= MOST_STEPS; changes++) {
      const lowest = changes <= height ? -changes : -height + ((changes - height) & 1);
      const highest = changes <= width ? changes : width - ((changes - width) & 1);
      for (let k = lowest; k <= highest; k += 2) {
        let x = stepOn(forward, zero + k, k, width, height);
        const begun = x;
        while (x >= 0 && x < width && x - k < height && old[oldFrom + x] === next[nextFrom + x - k]) x += 1;
        steps += x - begun + 1;
        forward[zero + k] = x;
        if (isOdd && x + (backward[zero + delta - k] ?? NOWHERE) >= width) return [oldFrom + x, nextFrom + x - k];
      }
      for (let k = lowest; k <= highest; k += 2) {
        let x = stepOn(backward, zero + k, k, width, height);
        const begun = x;
        while (x >= 0 && x < width && x - k < height && old[oldTo - 1 - x] === next[nextTo - 1 - x + k]) x += 1;
        steps += x - begun + 1;
        backward[zero + k] = x;
        if (!isOdd && x + (forward[zero + delta - k] ?? NOWHERE) >= width) return [oldTo - x, nextTo - x + k];
      }
    }
    return null;
  };

  return compare({ oldFrom: 0, oldTo: old.length, nextFrom: 0, nextTo: next.length }) ? kept : null;
};

/** A stretch of the old text and one of the new. */
type Box = { readonly oldFrom: number; readonly oldTo: number; readonly nextFrom: number; readonly nextTo: number };

const withoutCommonEnds = (old: Int32Array, next: Int32Array, box: Box, kept: Kept): Box => {
  let { oldFrom, oldTo, nextFrom, nextTo } = box;
  while (oldFrom < oldTo && nextFrom < nextTo && old[oldFrom] === next[nextFrom]) {
    kept.old[oldFrom++] = 1;
    kept.next[nextFrom++] = 1;
  }
  while (oldFrom < oldTo && nextFrom < nextTo && old[oldTo - 1] === next[nextTo - 1]) {
    kept.old[--oldTo] = 1;
    kept.next[--nextTo] = 1;
  }
  return { oldFrom, oldTo, nextFrom, nextTo };
};

/** One more change: a sign of the old text left out, or one of the new taken in, whichever leads further within the box. */
const stepOn = (reach: Int32Array, at: number, k: number, width: number, height: number): number => {
  const left = (reach[at - 1] ?? NOWHERE) + 1;
  const taken = reach[at + 1] ?? NOWHERE;
  return Math.max(left <= width ? left : NOWHERE, taken - k <= height ? taken : NOWHERE);
};
