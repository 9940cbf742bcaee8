import { useEffect, useRef, useState } from 'react';
import type { SyncReport } from '../../../db/contract/sync.ts';
import { client } from '../../client.ts';
import type { ChosenPlace, ExchangeFile } from './exchange-files.ts';
import { type Answers, type Question, questionOf } from './questions.ts';
import type { WorkStep } from './StepProgress.tsx';

export type TakingIn =
  | { readonly at: 'idle' }
  | { readonly at: 'looking' | 'taking'; readonly name: string; readonly step: WorkStep }
  | {
      readonly at: 'question';
      readonly source: Source;
      readonly question: Question;
      readonly resume: 'looking' | 'taking';
    }
  | { readonly at: 'preview'; readonly source: Source; readonly report: SyncReport }
  | { readonly at: 'taken'; readonly name: string; readonly report: SyncReport }
  /** By the person; bundles that were taken in before stay, each whole. */
  | { readonly at: 'stopped' }
  | { readonly at: 'failed'; readonly error: unknown };

export type Source = ChosenPlace & { readonly answers: Answers };

type Options = {
  /** True where what would come is looked at first. A laptop that joins has nothing to compare with. */
  readonly hasPreview: boolean;
  readonly answers?: Answers;
  readonly onTaken?: (report: SyncReport) => void;
};

/** A file or folder is handed in, looked at, and taken in when the person says so. Leaving the page stops between two bundles. */
export const useTakingIn = ({ hasPreview, answers = {}, onTaken }: Options) => {
  const [state, setState] = useState<TakingIn>({ at: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const work = async (source: Source, doing: 'looking' | 'taking'): Promise<void> => {
    const { signal } = (running.current = new AbortController());
    const { placeId, name } = source;
    setState({ at: doing, name, step: { doing: BEGINNING[doing], done: 0, of: 0 } });
    try {
      const report = await read(source, placeId, doing, signal, (step) => setState({ at: doing, name, step }));
      setState(doing === 'looking' ? { at: 'preview', source, report } : { at: 'taken', name, report });
      if (doing === 'taking') onTaken?.(report);
    } catch (error) {
      if (signal.aborted) return setState(doing === 'taking' ? { at: 'stopped' } : { at: 'idle' });
      const question = questionOf(error);
      setState(question === null ? { at: 'failed', error } : { at: 'question', source, question, resume: doing });
    }
  };

  /** `choose` asks the person; null when they changed their mind. */
  const begin = async (choose: () => Promise<ChosenPlace | null>): Promise<void> => {
    // The buttons stay as they are while it runs, so that the focus stays on them.
    if (state.at === 'looking' || state.at === 'taking') return;
    try {
      const chosen = await choose();
      if (chosen !== null) await work({ ...chosen, answers }, hasPreview ? 'looking' : 'taking');
    } catch (error) {
      setState({ at: 'failed', error });
    }
  };

  return {
    state,
    begin,
    takeIn: (source: Source) => work(source, 'taking'),
    answer: ({ answers: before, ...place }: Source, { answer }: Question, resume: 'looking' | 'taking') =>
      work({ ...place, answers: { ...before, [answer]: true } }, resume),
    putAway: () => setState({ at: 'idle' }),
    cancel: () => running.current?.abort(),
  };
};

export const handIn = async (file: ExchangeFile | null): Promise<ChosenPlace | null> => {
  if (file === null) return null;
  const { placeId } = await client.sync.openFile(file);
  return { placeId, name: file.fileName };
};

const BEGINNING = { looking: 'Looking at what would come', taking: 'Taking in' } as const;

const read = async (
  { answers }: Source,
  placeId: string,
  doing: 'looking' | 'taking',
  signal: AbortSignal,
  onStep: (step: WorkStep) => void,
): Promise<SyncReport> => {
  const call = doing === 'looking' ? client.sync.preview : client.sync.importFrom;
  for await (const { report, ...step } of await call({ placeId, ...answers }, { signal })) {
    signal.throwIfAborted();
    onStep(step);
    if (report !== null) return report;
  }
  throw new Error('the exchange ended without a report');
};
