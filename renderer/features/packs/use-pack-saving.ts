import { useEffect, useRef, useState } from 'react';
import type { PackFormat, PackOptions } from '../../../db/contract/packs.ts';
import { errorToLine } from '../../app/failure-words.ts';
import { showProblem } from '../../app/problem-toast.ts';
import { client } from '../../client.ts';
import { type PackFile, writePackFile, type WriteStep } from './pack-files.ts';
import {
  dueToRegister,
  nothingSaved,
  type PackOutcome,
  type PackSaving,
  type RegisterOutcome,
  type savedDocuments,
  unrecordedDocuments,
  withOutcome,
} from './pack-saving.ts';
import { FORMATS_IN_ORDER } from './pack-words.ts';
import { saveFile } from './save-file.ts';

/** What is asked for: the pack, and the meeting that it is for when it is one of the board's. */
export type WantedPack = { readonly options: PackOptions; readonly meetingId: string | null };

type PackSaver = {
  readonly saving: PackSaving;
  save(wanted: WantedPack, formats: readonly PackFormat[]): void;
  /** Asks again where a document that is written is to go. */
  saveKept(format: PackFormat, file: PackFile): Promise<void>;
  /** Tries again what could not be recorded. */
  record(): Promise<void>;
  cancel(): void;
};

/** One press of “Save”. Its documents are recorded together, whatever is saved after it. */
type Run = { readonly wanted: WantedPack; saving: PackSaving };

/**
 * Writes the documents one after another and asks where each is to go; then the pack is recorded in the register, once for all that
 * were saved. Going to another place stops the writing, and records what was saved by then.
 */
export const usePackSaving = (): PackSaver => {
  const [saving, setSaving] = useState<PackSaving>(nothingSaved);
  const running = useRef<AbortController | null>(null);
  const current = useRef<Run | null>(null);
  const hasLeft = useRef(false);

  const change = (run: Run, next: (before: PackSaving) => PackSaving): void => {
    run.saving = next(run.saving);
    if (current.current === run) setSaving(run.saving);
  };

  /** Waits for the documents that are kept, as long as the page is there. */
  const recordWhenSaved = async (run: Run): Promise<void> => {
    const due = dueToRegister(run.saving, hasLeft.current);
    if (due === 'wait') change(run, (before) => ({ ...before, register: { outcome: 'waiting' } }));
    if (due === 'record') await record(run);
  };

  const record = async (run: Run): Promise<void> => {
    const documents = unrecordedDocuments(run.saving);
    if (documents.length === 0) return;
    change(run, (before) => ({ ...before, register: { outcome: 'recording' } }));
    const register = await issue(run.wanted, documents);
    change(run, (before) => ({ ...before, register }));
  };

  /** Before the next is written: recording one changes the board that the other is written from. */
  const recordReplaced = async (run: Run | null): Promise<void> => {
    if (run === null) return;
    await record(run);
    if (run.saving.register?.outcome === 'not-recorded')
      showProblem(`The pack saved before is not recorded in the register. ${run.saving.register.message}`);
  };

  const writeAndSave = async (run: Run, formats: readonly PackFormat[], signal: AbortSignal) => {
    const { options } = run.wanted;
    for (const format of FORMATS_IN_ORDER.filter((one) => formats.includes(one))) {
      // oxlint-disable-next-line no-await-in-loop -- one after another: each may ask where it is to go
      const outcome = await writeAndSaveOne(options, format, signal, (step) =>
        change(run, (before) => ({ ...before, underWay: { ...step, format } })),
      );
      change(run, (before) => withOutcome(before, format, outcome));
    }
    running.current = null;
    await recordWhenSaved(run);
  };

  const leave = useRef(recordWhenSaved);
  useEffect(() => {
    leave.current = recordWhenSaved;
  });
  useEffect(() => {
    hasLeft.current = false;
    return () => {
      hasLeft.current = true;
      // What is being written records at its own end.
      if (running.current !== null) running.current.abort();
      else if (current.current !== null) void leave.current(current.current);
    };
  }, []);

  return {
    saving,
    save: (wanted, formats) => {
      const controller = new AbortController();
      const [replaced, run] = [current.current, { wanted, saving: nothingSaved }];
      running.current = controller;
      current.current = run;
      setSaving({ ...nothingSaved, underWay: firstStep(formats) });
      void recordReplaced(replaced).then(() => writeAndSave(run, formats, controller.signal));
    },
    saveKept: async (format, file) => {
      const run = current.current;
      const outcome = await saveFile(file);
      if (run === null) return;
      change(run, (before) => withOutcome(before, format, outcome));
      await recordWhenSaved(run);
    },
    record: async () => {
      if (current.current !== null) await record(current.current);
    },
    cancel: () => running.current?.abort(),
  };
};

const starting: WriteStep = { doing: 'Starting', done: null };

/** So that the page is busy from the press on. */
const firstStep = (formats: readonly PackFormat[]): PackSaving['underWay'] => {
  const first = FORMATS_IN_ORDER.find((format) => formats.includes(format));
  return first === undefined ? null : { ...starting, format: first };
};

const issue = async (
  { options, meetingId }: WantedPack,
  documents: ReturnType<typeof savedDocuments>,
): Promise<RegisterOutcome> => {
  try {
    const { id, number } = await client.packRegister.issue({ options, meetingId, documents: [...documents] });
    return { outcome: 'recorded', packId: id, number };
  } catch (error) {
    return { outcome: 'not-recorded', message: errorToLine(error) };
  }
};

const writeAndSaveOne = async (
  options: PackOptions,
  format: PackFormat,
  signal: AbortSignal,
  onStep: Parameters<typeof writePackFile>[2]['onStep'],
): Promise<PackOutcome> => {
  if (signal.aborted) return { outcome: 'stopped' };
  onStep(starting);
  try {
    const written = await writePackFile(options, format, { signal, onStep });
    if (written.outcome === 'failed') return { outcome: 'not-written', message: written.message };
    onStep({ doing: 'Saving', done: null });
    return await saveFile(written.file);
  } catch (error) {
    return signal.aborted ? { outcome: 'stopped' } : { outcome: 'not-written', message: errorToLine(error) };
  }
};
