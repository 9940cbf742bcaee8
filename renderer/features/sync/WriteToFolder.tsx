import { useEffect, useRef, useState } from 'react';
import { countOf } from '../../../db/domain/plain-words.ts';
import { client } from '../../client.ts';
import { Button, Notice, useReadOnly } from '../../ui/index.ts';
import { type ChosenPlace, chooseFolder } from './exchange-files.ts';
import { StepProgress, type WorkStep } from './StepProgress.tsx';
import { Trouble } from './Trouble.tsx';

type State =
  | { readonly at: 'idle' }
  | { readonly at: 'writing'; readonly step: WorkStep }
  | { readonly at: 'done'; readonly words: string }
  | { readonly at: 'failed'; readonly error: unknown };

/** A memory stick: what others may lack is written into its folder, once. */
export function WriteToFolder() {
  const isReadOnly = useReadOnly();
  const [state, setState] = useState<State>({ at: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const write = async (): Promise<void> => {
    const { signal } = (running.current = new AbortController());
    try {
      const place = await chooseFolder();
      if (place === null) return;
      const files = await writeInto(place, signal, (step) => setState({ at: 'writing', step }));
      setState({ at: 'done', words: doneWords(place, files) });
    } catch (error) {
      setState(signal.aborted ? { at: 'idle' } : { at: 'failed', error });
    }
  };
  return (
    <div className="ui-stack">
      <div>
        <Button isDisabled={isReadOnly} onPress={() => state.at === 'writing' || void write()}>
          Write to a folder once…
        </Button>
      </div>
      {state.at === 'writing' && <StepProgress step={state.step} onCancel={() => running.current?.abort()} />}
      {state.at === 'done' && <Notice>{state.words}</Notice>}
      {state.at === 'failed' && <Trouble error={state.error} />}
    </div>
  );
}

const writeInto = async (
  { placeId }: ChosenPlace,
  signal: AbortSignal,
  onStep: (step: WorkStep) => void,
): Promise<number> => {
  onStep({ doing: 'Writing into the folder', done: 0, of: 0 });
  for await (const { result, ...step } of await client.sync.exportToFolder({ placeId }, { signal })) {
    signal.throwIfAborted();
    onStep(step);
    if (result !== null) return result.files.length;
  }
  throw new Error('the export ended without a result');
};

const doneWords = ({ name }: ChosenPlace, files: number): string =>
  files === 0
    ? `No other laptop lacks anything in “${name}”: nothing was written.`
    : `${countOf(files, 'file', 'files')} written into “${name}”. On the other laptop choose “Take in from a folder…”.`;
