import { useEffect, useRef, useState } from 'react';
import type { AgainVerdict } from '../../../../db/contract/pack-register.ts';
import type { PackFormat } from '../../../../db/contract/packs.ts';
import { errorToLine } from '../../../app/failure-words.ts';
import { client } from '../../../client.ts';
import { fileFrom, type PackFile, type WriteStep } from '../pack-files.ts';
import { saveFile } from '../save-file.ts';

export type MadeAgain =
  | {
      readonly outcome: 'made';
      readonly file: PackFile;
      readonly verdict: AgainVerdict;
      readonly words: string;
      /** What became of it when it was saved; null before. */
      readonly saved: string | null;
    }
  | { readonly outcome: 'failed'; readonly message: string };

type Making = {
  readonly underWay: (WriteStep & { readonly format: string }) | null;
  readonly made: MadeAgain | null;
  make(format: string): void;
  saveMade(): Promise<void>;
  cancel(): void;
};

/** Writes one document of an issued pack once more and says whether it is the same. Going to another place stops it. */
export const useMakingAgain = (packId: string): Making => {
  const [underWay, setUnderWay] = useState<Making['underWay']>(null);
  const [made, setMade] = useState<MadeAgain | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  return {
    underWay,
    made,
    make: (format) => {
      const controller = new AbortController();
      running.current = controller;
      setMade(null);
      setUnderWay({ format, doing: 'Starting', done: null });
      void makeAgain(packId, format as PackFormat, controller.signal, (step) => setUnderWay({ format, ...step })).then(
        (answer) => {
          setUnderWay(null);
          setMade(answer);
        },
      );
    },
    saveMade: async () => {
      if (made?.outcome !== 'made') return;
      const outcome = await saveFile(made.file);
      const saved = {
        saved: 'Saved.',
        'put-off': 'No place was chosen, so it is not saved yet.',
        refused: outcome.outcome === 'refused' ? `Not saved. ${outcome.message}` : '',
        'not-written': '',
        stopped: '',
      }[outcome.outcome];
      setMade({ ...made, saved });
    },
    cancel: () => running.current?.abort(),
  };
};

const makeAgain = async (
  packId: string,
  format: PackFormat,
  signal: AbortSignal,
  onStep: (step: WriteStep) => void,
): Promise<MadeAgain | null> => {
  try {
    for await (const { doing, done, of, file } of await client.packRegister.again({ packId, format }, { signal })) {
      signal.throwIfAborted();
      onStep({ doing, done: of === 0 ? null : done / of });
      if (file === null) continue;
      const written = await fileFrom(file, format, { signal, onStep });
      if (written.outcome === 'failed') return written;
      const isSame = written.file.record.sha256 === file.recorded?.sha256;
      return {
        outcome: 'made',
        file: written.file,
        verdict: isSame ? 'same' : file.verdict,
        words: isSame && file.verdict === 'printed' ? 'The PDF is the one that was issued, byte for byte.' : file.words,
        saved: null,
      };
    }
    return { outcome: 'failed', message: 'The document did not arrive. Try again.' };
  } catch (error) {
    return signal.aborted ? null : { outcome: 'failed', message: errorToLine(error) };
  }
};
