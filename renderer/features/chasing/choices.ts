import type { AcceptedUpdate, Proposal } from '../../../db/contract/chasing.ts';

/** What the manager makes of one proposal. */
export type Choice = {
  readonly isChosen: boolean;
  readonly text: string;
  readonly movesTarget: boolean;
  readonly targetReason: string;
};
export type Choices = Readonly<Record<string, Choice>>;

/** Everything is taken but what was accepted from this sheet before in other words; no target moves unless it is said. */
export const choiceOf = ({ text, earlier, targetReason }: Proposal): Choice => ({
  isChosen: earlier === null,
  text,
  movesTarget: false,
  targetReason,
});

export const choicesOf = (proposals: readonly Proposal[]): Choices =>
  Object.fromEntries(proposals.map((proposal) => [proposal.actionId, choiceOf(proposal)]));

/** What stands in the way of accepting a chosen proposal, or null. */
export const missingIn = ({ isChosen, text, movesTarget, targetReason }: Choice): string | null => {
  if (!isChosen) return null;
  if (text.trim() === '') return 'Say what the update is, or leave the row out.';
  return movesTarget && targetReason.trim() === '' ? 'Say why the target is moved.' : null;
};

export const toAccept = (proposals: readonly Proposal[], choices: Choices): AcceptedUpdate[] =>
  proposals.flatMap((proposal) => {
    const { isChosen, text, movesTarget, targetReason } = choices[proposal.actionId] ?? choiceOf(proposal);
    if (!isChosen) return [];
    const { actionId, before, state, rag, evidence, target } = proposal;
    return [
      {
        actionId,
        text,
        fromState: before.state,
        state,
        rag,
        evidence,
        target: target === null ? null : { ...target, reason: targetReason, moves: movesTarget },
      },
    ];
  });

/** Takes or leaves out all proposals; what was written stays. */
export const withAll = (proposals: readonly Proposal[], choices: Choices, isChosen: boolean): Choices =>
  Object.fromEntries(
    proposals.map((proposal) => [
      proposal.actionId,
      { ...(choices[proposal.actionId] ?? choiceOf(proposal)), isChosen },
    ]),
  );
