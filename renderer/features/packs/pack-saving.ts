import type { PackFormat } from '../../../db/contract/packs.ts';
import type { PackFile, WriteStep } from './pack-files.ts';

/** What became of one document. */
export type PackOutcome =
  | { readonly outcome: 'saved'; readonly name: string }
  /** The person changed their mind where to save; the document is still there. */
  | { readonly outcome: 'put-off'; readonly file: PackFile }
  /** The document is written, but the place refused it: it is kept, to be saved elsewhere. */
  | { readonly outcome: 'refused'; readonly file: PackFile; readonly message: string }
  | { readonly outcome: 'not-written'; readonly message: string }
  | { readonly outcome: 'stopped' };

export type PackSaving = {
  readonly underWay: (WriteStep & { readonly format: PackFormat }) | null;
  readonly outcomes: Partial<Readonly<Record<PackFormat, PackOutcome>>>;
};

export const nothingSaved: PackSaving = { underWay: null, outcomes: {} };

export const withOutcome = ({ outcomes }: PackSaving, format: PackFormat, outcome: PackOutcome): PackSaving => ({
  underWay: null,
  outcomes: { ...outcomes, [format]: outcome },
});

export const savedNames = (outcomes: PackSaving['outcomes']): readonly string[] =>
  Object.values(outcomes).flatMap((outcome) => (outcome.outcome === 'saved' ? [outcome.name] : []));
