import type { OpenedAcceptance } from '../../../db/contract/joining.ts';
import { Button, Notice } from '../../ui/index.ts';
import { spelledOut } from '../sync/sync-words.ts';

type ReadOutCodeProps = {
  readonly acceptance: OpenedAcceptance;
  readonly matches: 'not-asked' | 'yes' | 'no';
  readonly onAnswer: (matches: 'yes' | 'no') => void;
  readonly onAskAnew: () => void;
};

/** One code over both files: only when nobody changed either of them is it the same on both laptops. */
export function ReadOutCode({ acceptance: { code, deviceName }, matches, onAnswer, onAskAnew }: ReadOutCodeProps) {
  return (
    <>
      <p>Ring the person at {deviceName} on a number that you know. Read this out; they type it.</p>
      <p className="sync-code sync-code-large" aria-label={`The code: ${spelledOut(code)}`} role="img">
        {code}
      </p>
      {matches !== 'yes' && (
        <>
          <p>
            <strong>Did the other laptop say that it matches?</strong>
          </p>
          <div className="ui-row">
            <Button kind="primary" onPress={() => onAnswer('yes')}>
              Yes, it matches
            </Button>
            <Button onPress={() => onAnswer('no')}>No</Button>
          </div>
        </>
      )}
      {matches === 'no' && (
        <Notice
          kind="warning"
          title="Then take nothing in"
          action={<Button onPress={onAskAnew}>Make a new request</Button>}
        >
          Read the code out once more, letter by letter. If it still does not match, a file was changed on the way: make
          a new request, and bring the files another way.
        </Notice>
      )}
    </>
  );
}
