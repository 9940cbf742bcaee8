import { useEffect, useRef, useState } from 'react';
import { client } from '../../client.ts';
import { type ExchangeFile, type KeptFile, saveSyncFile } from './exchange-files.ts';
import type { WorkStep } from './StepProgress.tsx';

export type Writing =
  | { readonly at: 'idle' }
  | { readonly at: 'writing'; readonly step: WorkStep }
  /** Nobody lacks anything. */
  | { readonly at: 'nothing' }
  | { readonly at: 'written'; readonly written: WrittenFile; readonly kept: KeptFile | null }
  | { readonly at: 'failed'; readonly error: unknown };

export type WrittenFile = { readonly file: ExchangeFile; readonly operations: number; readonly bytes: number };

const starting: WorkStep = { doing: 'Writing the file', done: 0, of: 0 };

/** Writes one file for the others and asks where it is to go; a file without a place is kept until it has one. */
export const useWritingFile = () => {
  const [writing, setWriting] = useState<Writing>({ at: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const keep = async (written: WrittenFile): Promise<void> => {
    setWriting({ at: 'written', written, kept: null });
    setWriting({ at: 'written', written, kept: await saveSyncFile(written.file) });
  };
  const write = async (all: boolean): Promise<void> => {
    const { signal } = (running.current = new AbortController());
    setWriting({ at: 'writing', step: starting });
    try {
      const written = await writeFile(all, signal, (step) => setWriting({ at: 'writing', step }));
      if (written === null) setWriting({ at: 'nothing' });
      else await keep(written);
    } catch (error) {
      setWriting(signal.aborted ? { at: 'idle' } : { at: 'failed', error });
    }
  };
  return { writing, write, keep, cancel: () => running.current?.abort() };
};

const writeFile = async (
  all: boolean,
  signal: AbortSignal,
  onStep: (step: WorkStep) => void,
): Promise<WrittenFile | null> => {
  for await (const { result, ...step } of await client.sync.exportToFile({ all }, { signal })) {
    signal.throwIfAborted();
    onStep(step);
    if (result === null) continue;
    const { fileId, operations, bytes } = result;
    return fileId === null ? null : { file: await client.sync.exportedFile({ fileId }), operations, bytes };
  }
  throw new Error('the export ended without a result');
};
