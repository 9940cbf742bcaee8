import { useEffect, useRef, useState } from 'react';
import type { PackFormat, PackOptions } from '../../../db/contract/packs.ts';
import { errorToLine } from '../../app/failure-words.ts';
import { shell } from '../../shell/index.ts';
import { type PackFile, writePackFile } from './pack-files.ts';
import { nothingSaved, type PackOutcome, type PackSaving, withOutcome } from './pack-saving.ts';
import { FORMATS_IN_ORDER } from './pack-words.ts';

type PackSaver = {
  readonly saving: PackSaving;
  save(options: PackOptions, formats: readonly PackFormat[]): void;
  /** Asks again where a document that is written is to go. */
  saveKept(format: PackFormat, file: PackFile): Promise<void>;
  cancel(): void;
};

/** Writes the documents one after another and asks where each is to go. Going to another place stops it. */
export const usePackSaving = (): PackSaver => {
  const [saving, setSaving] = useState<PackSaving>(nothingSaved);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const writeAndSave = async (options: PackOptions, formats: readonly PackFormat[], signal: AbortSignal) => {
    for (const format of FORMATS_IN_ORDER.filter((wanted) => formats.includes(wanted))) {
      // oxlint-disable-next-line no-await-in-loop -- one after another: each may ask where it is to go
      const outcome = await writeAndSaveOne(options, format, signal, (step) =>
        setSaving((before) => ({ ...before, underWay: { ...step, format } })),
      );
      setSaving((before) => withOutcome(before, format, outcome));
    }
  };

  return {
    saving,
    save: (options, formats) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setSaving(nothingSaved);
      void writeAndSave(options, formats, controller.signal);
    },
    saveKept: async (format, file) => {
      const outcome = await saveFile(file);
      setSaving((before) => withOutcome(before, format, outcome));
    },
    cancel: () => running.current?.abort(),
  };
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

const saveFile = async (file: PackFile): Promise<PackOutcome> => {
  try {
    const saved = await shell.saveFile({ suggestedName: file.name, bytes: file.bytes });
    if (saved.outcome === 'saved') return saved;
    return saved.outcome === 'cancelled'
      ? { outcome: 'put-off', file }
      : { outcome: 'refused', file, message: saved.message };
  } catch (error) {
    return { outcome: 'refused', file, message: errorToLine(error) };
  }
};
