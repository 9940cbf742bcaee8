import type { SavedDocument } from '../../../db/contract/pack-register.ts';
import type { PackFormat } from '../../../db/contract/packs.ts';
import type { PackFile, WriteStep } from './pack-files.ts';

/** What became of one document. */
export type PackOutcome =
  | { readonly outcome: 'saved'; readonly document: SavedDocument }
  /** The person changed their mind where to save; the document is still there. */
  | { readonly outcome: 'put-off'; readonly file: PackFile }
  /** The document is written, but the place refused it: it is kept, to be saved elsewhere. */
  | { readonly outcome: 'refused'; readonly file: PackFile; readonly message: string }
  | { readonly outcome: 'not-written'; readonly message: string }
  | { readonly outcome: 'stopped' };

/** What became of the pack in the register; it is recorded there once for all its documents. */
export type RegisterOutcome =
  /** Documents are kept that are not saved yet. */
  | { readonly outcome: 'waiting' }
  | { readonly outcome: 'recording' }
  | { readonly outcome: 'recorded'; readonly packId: string; readonly number: number }
  | { readonly outcome: 'not-recorded'; readonly message: string };

export type PackSaving = {
  readonly underWay: (WriteStep & { readonly format: PackFormat }) | null;
  readonly outcomes: Partial<Readonly<Record<PackFormat, PackOutcome>>>;
  /** Null while nothing is saved. */
  readonly register: RegisterOutcome | null;
};

export const nothingSaved: PackSaving = { underWay: null, outcomes: {}, register: null };

export const withOutcome = (saving: PackSaving, format: PackFormat, outcome: PackOutcome): PackSaving => ({
  ...saving,
  underWay: null,
  outcomes: { ...saving.outcomes, [format]: outcome },
});

export const savedDocuments = (outcomes: PackSaving['outcomes']): readonly SavedDocument[] =>
  Object.values(outcomes).flatMap((outcome) => (outcome.outcome === 'saved' ? [outcome.document] : []));

/** A document is written that has no place yet. */
export const keepsSome = (outcomes: PackSaving['outcomes']): boolean =>
  Object.values(outcomes).some(({ outcome }) => outcome === 'put-off' || outcome === 'refused');

/** What of the run is not in the register and has nobody else to record it: what is left to do when another takes its place. */
export const unrecordedDocuments = ({ outcomes, register }: PackSaving): readonly SavedDocument[] =>
  register?.outcome === 'recording' || register?.outcome === 'recorded' ? [] : savedDocuments(outcomes);

/** What the register is due once all that was asked for is written. As long as the page is there, it waits for kept documents. */
export const dueToRegister = (saving: PackSaving, hasLeft: boolean): 'nothing' | 'wait' | 'record' => {
  if (unrecordedDocuments(saving).length === 0) return 'nothing';
  return keepsSome(saving.outcomes) && !hasLeft ? 'wait' : 'record';
};
