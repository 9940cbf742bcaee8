import { useEffect, useState } from 'react';
import { errorToLine } from '../../app/failure-words.ts';
import { closeBoard, enterBoard, findScreen } from '../../app/screens.ts';
import { client } from '../../client.ts';
import { Button, Notice, Progress } from '../../ui/index.ts';
import { Doorway } from './Doorway.tsx';

type Step = { readonly doing: string; readonly done: number; readonly of: number };

const beginning: Step = { doing: 'Making the sample board', done: 0, of: 0 };

/** Makes the fictional board and opens it. */
export function SampleBoard() {
  const [step, setStep] = useState(beginning);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    // A moment's wait, so that a mount that is taken back at once starts nothing.
    const timer = setTimeout(() => {
      makeSample(abort.signal, setStep).catch((error: unknown) => {
        if (!abort.signal.aborted) setProblem(errorToLine(error));
      });
    });
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, []);
  return (
    <Doorway
      title="The sample board"
      lead="A fictional county, its reviews and everyone’s actions. It stays on this laptop like any board."
    >
      {problem === null ? (
        <Progress
          label={step.doing}
          done={step.of === 0 ? null : step.done / step.of}
          onCancel={() => void closeBoard()}
        />
      ) : (
        <>
          <Notice kind="error">{problem}</Notice>
          <div className="doorway-buttons">
            <Button onPress={() => void findScreen()}>Look again</Button>
            <Button onPress={() => void closeBoard()}>Back to the start</Button>
          </div>
        </>
      )}
    </Doorway>
  );
}

const makeSample = async (signal: AbortSignal, onStep: (step: Step) => void): Promise<void> => {
  const today = new Date().toLocaleDateString('sv-SE');
  for await (const { opened, ...step } of await client.session.createSample({ today }, { signal })) {
    onStep(step);
    if (opened !== null) return enterBoard(opened.boardName);
  }
};
