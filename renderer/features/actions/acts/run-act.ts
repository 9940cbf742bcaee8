import type { SavedMany } from '../../../../db/contract/actions.ts';
import type { Saved } from '../../../../db/contract/common.ts';
import { save } from '../../../app/use-save.ts';
import { showToast } from '../../../ui/index.ts';
import { actWords, type Refused } from './act-words.ts';

export type ActOutcome =
  | { readonly ok: true; readonly changed: number; readonly refused: readonly Refused[] }
  | { readonly ok: false; readonly message: string };

type ActOptions = {
  /** A recorded decision: it stays on record, so no Undo is offered. */
  readonly staysOnRecord?: boolean;
};

/** One act on one or several actions: one operation, one message with its Undo. Who asked lists what was left alone. `done`: "Changed the target". */
export const runAct = async (
  run: () => Promise<SavedMany>,
  done: string,
  { staysOnRecord = false }: ActOptions = {},
): Promise<ActOutcome> => {
  let answer: SavedMany;
  try {
    answer = await run();
  } catch (error) {
    const refusal = await save(() => Promise.reject(error as Error), done);
    return { ok: false, message: refusal.ok ? '' : refusal.message };
  }
  const { operationId, changed, refused } = answer;
  const words = actWords(done, changed, refused);
  // How many it was is known only now, so what is saved already is handed on with its words.
  await save(() => Promise.resolve({ operationId: staysOnRecord ? null : operationId }), words);
  if (staysOnRecord && changed > 0) showToast({ message: words });
  return { ok: true, changed, refused };
};

/** The same for an act on one thing, of which nothing can be left alone. */
export const runSaved = (run: () => Promise<Saved>, done: string, options: ActOptions = {}): Promise<ActOutcome> =>
  runAct(async () => ({ ...(await run()), changed: 1, refused: [] }), done, options);
