/** Sequences of a laptop's changes that are known to exist and are not here. */
export type GapInWords = {
  /** The laptop's name; null while it is not a member here. */
  readonly laptop: string | null;
  readonly first: number;
  readonly last: number;
  /** Nobody's file holds it; or one does, which was not written for this laptop. */
  readonly why: 'missing' | 'not-for-us';
  /** What is here and waits for it. */
  readonly behind: { readonly first: number; readonly last: number } | null;
};

/** "Changes 18 to 21 of Laptop B are missing; 22 to 30 are kept until they come." */
export const gapWords = ({ laptop, first, last, why, behind }: GapInWords): string => {
  const isOne = first === last;
  const of = laptop ?? 'a laptop that is not known here yet';
  const changes = isOne ? `Change ${first} of ${of}` : `Changes ${first} to ${last} of ${of}`;
  const lacking =
    why === 'missing'
      ? `${isOne ? 'is' : 'are'} missing`
      : `${isOne ? 'was' : 'were'} not written for this laptop; any laptop that holds ${isOne ? 'it' : 'them'} will write ${isOne ? 'it' : 'them'} again`;
  if (behind === null) return `${changes} ${lacking}.`;
  const kept = behind.first === behind.last ? `${behind.first} is` : `${behind.first} to ${behind.last} are`;
  return `${changes} ${lacking}; ${kept} kept until ${isOne ? 'it comes' : 'they come'}.`;
};
