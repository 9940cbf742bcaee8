import { useState } from 'react';
import type { AcceptedUpdate } from '../../../db/contract/chasing.ts';
import { useBoard } from '../../app/use-board.ts';
import { client } from '../../client.ts';
import { type ActOutcome, runAct } from '../actions/acts/run-act.ts';
import { useDateField } from '../actions/acts/use-date-field.ts';
import { choiceOf, missingIn, toAccept } from './choices.ts';
import type { Returned, SheetInHand } from './use-returned-sheet.ts';

type PartlyDone = Extract<ActOutcome, { ok: true }>;

export type Accepting = {
  /** What would be accepted now. */
  readonly rows: readonly AcceptedUpdate[];
  readonly received: ReturnType<typeof useDateField>;
  readonly isReady: boolean;
  readonly isBusy: boolean;
  /** Accepting was tried while something was missing. */
  readonly tried: boolean;
  readonly problem: string | null;
  /** Set while some of what was accepted last was left alone. */
  readonly result: PartlyDone | null;
  readonly accept: () => Promise<void>;
};

/** Accepts what is chosen as one operation, then reads the sheet again, so that what is left to do is seen. */
export const useAccepting = (
  { choices, readAgain }: Returned,
  { request, agencyId, agency, proposals }: SheetInHand['sheet'],
): Accepting => {
  const { today } = useBoard();
  const received = useDateField({ exactness: 'day', isRequired: true, initial: today });
  const [tried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [result, setResult] = useState<PartlyDone | null>(null);
  const rows = toAccept(proposals, choices);
  const isWhole = proposals.every((proposal) => missingIn(choices[proposal.actionId] ?? choiceOf(proposal)) === null);
  const isReady = received.wrong === null && isWhole;

  const accept = async (): Promise<void> => {
    setTried(!isReady);
    setProblem(null);
    if (!isReady) return;
    setBusy(true);
    const outcome = await runAct(
      () => client.chasing.accept({ request, agencyId, receivedOn: received.value.date, rows }),
      `Accepted ${updatesWords(rows.length)} from ${agency}`,
    );
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.message);
    setResult(outcome.refused.length === 0 ? null : outcome);
    await readAgain();
  };

  return { rows, received, isReady, isBusy, tried, problem, result, accept };
};

export const updatesWords = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'update' : 'updates'}`;
