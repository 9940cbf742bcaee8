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

/** As text, to be kept on the board while the sheet is looked through: only what the manager made of it. */
export const choicesToText = (proposals: readonly Proposal[], choices: Choices): string => {
  const own = proposals.flatMap((proposal) => {
    const choice = choices[proposal.actionId];
    const isOwn = choice !== undefined && JSON.stringify(choice) !== JSON.stringify(choiceOf(proposal));
    return isOwn ? [[proposal.actionId, choice] as const] : [];
  });
  return own.length === 0 ? '' : JSON.stringify(Object.fromEntries(own));
};

/** What was kept, over what the sheet itself proposes. Text that is no such thing changes nothing. */
export const choicesFromText = (proposals: readonly Proposal[], text: string): Choices => {
  const kept = readKept(text);
  return Object.fromEntries(
    proposals.map((proposal) => {
      const own = kept[proposal.actionId];
      return [proposal.actionId, isChoice(own) ? own : choiceOf(proposal)];
    }),
  );
};

const readKept = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const kept: unknown = JSON.parse(text);
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

const isChoice = (kept: unknown): kept is Choice => {
  const { isChosen, text, movesTarget, targetReason } = (kept ?? {}) as Partial<Record<keyof Choice, unknown>>;
  return (
    typeof isChosen === 'boolean' &&
    typeof text === 'string' &&
    typeof movesTarget === 'boolean' &&
    typeof targetReason === 'string'
  );
};

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
