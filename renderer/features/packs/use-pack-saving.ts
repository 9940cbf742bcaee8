import { useEffect, useRef, useState } from 'react';
import type { PackFormat, PackOptions } from '../../../db/contract/packs.ts';
import { errorToLine } from '../../app/failure-words.ts';
import { client } from '../../client.ts';
import { type PackFile, writePackFile } from './pack-files.ts';
import {
  keepsSome,
  nothingSaved,
  type PackOutcome,
  type PackSaving,
  type RegisterOutcome,
  savedDocuments,
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

/**
 * Writes the documents one after another and asks where each is to go; then the pack is recorded in the register, once for all that
 * were saved. Going to another place stops the writing, and records what was saved by then.
 */
export const usePackSaving = (): PackSaver => {
  const [saving, setSaving] = useState<PackSaving>(nothingSaved);
  const running = useRef<AbortController | null>(null);
  const run = useRef<{ readonly wanted: WantedPack; readonly saving: PackSaving } | null>(null);
  const hasLeft = useRef(false);

  const change = (next: (before: PackSaving) => PackSaving): void => {
    if (run.current === null) return;
    run.current = { ...run.current, saving: next(run.current.saving) };
    setSaving(run.current.saving);
  };

  /** Waits for the documents that are kept, as long as the page is there. */
  const recordWhenSaved = async (): Promise<void> => {
    const outcomes = run.current?.saving.outcomes ?? {};
    if (savedDocuments(outcomes).length === 0) return;
    if (keepsSome(outcomes) && !hasLeft.current) change((before) => ({ ...before, register: { outcome: 'waiting' } }));
    else await record();
  };

  const record = async (): Promise<void> => {
    const now = run.current;
    if (now === null || now.saving.register?.outcome === 'recording' || now.saving.register?.outcome === 'recorded')
      return;
    change((before) => ({ ...before, register: { outcome: 'recording' } }));
    const register = await issue(now.wanted, savedDocuments(now.saving.outcomes));
    change((before) => ({ ...before, register }));
  };

  const writeAndSave = async ({ options }: WantedPack, formats: readonly PackFormat[], signal: AbortSignal) => {
    for (const format of FORMATS_IN_ORDER.filter((one) => formats.includes(one))) {
      // oxlint-disable-next-line no-await-in-loop -- one after another: each may ask where it is to go
      const outcome = await writeAndSaveOne(options, format, signal, (step) =>
        change((before) => ({ ...before, underWay: { ...step, format } })),
      );
      change((before) => withOutcome(before, format, outcome));
    }
    running.current = null;
    await recordWhenSaved();
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
      if (running.current === null) void leave.current();
      else running.current.abort();
    };
  }, []);

  return {
    saving,
    save: (wanted, formats) => {
      const controller = new AbortController();
      running.current = controller;
      run.current = { wanted, saving: nothingSaved };
      setSaving(nothingSaved);
      void writeAndSave(wanted, formats, controller.signal);
    },
    saveKept: async (format, file) => {
      const outcome = await saveFile(file);
      change((before) => withOutcome(before, format, outcome));
      await recordWhenSaved();
    },
    record,
    cancel: () => running.current?.abort(),
  };
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
  onStep({ doing: 'Starting', done: null });
  try {
    const written = await writePackFile(options, format, { signal, onStep });
    if (written.outcome === 'failed') return { outcome: 'not-written', message: written.message };
    onStep({ doing: 'Saving', done: null });
    return await saveFile(written.file);
  } catch (error) {
    return signal.aborted ? { outcome: 'stopped' } : { outcome: 'not-written', message: errorToLine(error) };
  }
};
