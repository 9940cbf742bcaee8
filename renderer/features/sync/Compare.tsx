import { useState } from 'react';
import { client } from '../../client.ts';
import { Button, Section } from '../../ui/index.ts';
import { changesInWords, hashGroups } from './sync-words.ts';
import { Trouble } from './Trouble.tsx';
import { useAttempt } from './use-attempt.ts';

type State = Awaited<ReturnType<typeof client.sync.stateHash>>;

/** Two laptops that hold the same changes have the same digits; worked out when asked for. */
export function Compare({ operations }: { readonly operations: number }) {
  const attempt = useAttempt();
  const [state, setState] = useState<State | null>(null);
  const isOld = state !== null && state.operations !== operations;
  return (
    <Section
      heading="Compare with another laptop"
      note="Both press this button and read the digits to each other. The same digits: both hold the same board. Other digits: one lacks something; exchange files, then compare again."
    >
      <div className="ui-stack">
        <div>
          <Button
            busy={attempt.busy}
            onPress={() => void attempt.run(async () => setState(await client.sync.stateHash()))}
          >
            Work out the digits
          </Button>
        </div>
        <div role="status">
          {state !== null && !isOld && (
            <>
              <p className="sync-code">
                {hashGroups(state.hash).map((group, place) => (
                  <span key={place}>{group}</span>
                ))}
              </p>
              <p className="ui-quiet">For {changesInWords(state.operations)}.</p>
            </>
          )}
          {isOld && <p className="ui-quiet">The board has changed since. Work the digits out again.</p>}
        </div>
        <Trouble error={attempt.error} />
      </div>
    </Section>
  );
}
