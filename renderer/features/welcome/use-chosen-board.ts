import { useState } from 'react';
import type { ChosenBoard } from '../../../db/contract/shell.ts';

/** Opens a board through the shell, and goes on when it is open. The shell words its own refusals. */
export const useChosenBoard = () => {
  const [busy, setBusy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const choose = async (name: string, open: () => Promise<ChosenBoard>, goOn: () => Promise<void>): Promise<void> => {
    setBusy(name);
    setRefusal(null);
    try {
      const chosen = await open();
      if (chosen.outcome === 'opened') await goOn();
      else setRefusal(chosen.outcome === 'refused' ? chosen.message : null);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : 'The board could not be opened. Nothing was changed.');
    }
    setBusy(null);
  };
  return { choose, busy, refusal };
};
