import { useState } from 'react';
import { Button, Checkbox, DateEntry, Notice, Section } from '../../ui/index.ts';
import { ActResult } from '../actions/acts/ActResult.tsx';
import { choiceOf, withAll } from './choices.ts';
import { ProposalCard } from './ProposalCard.tsx';
import { updatesWords, useAccepting } from './use-accepting.ts';
import type { Returned, SheetInHand } from './use-returned-sheet.ts';

type ProposalsProps = { readonly returned: Returned; readonly sheet: SheetInHand['sheet'] };

/** Enough to read through; a long sheet is shown piece by piece. */
const SHOWN_AT_ONCE = 40;

/** The rows to be accepted, one by one or all together. */
export function Proposals({ returned, sheet }: ProposalsProps) {
  const { choices, setChoices } = returned;
  const { proposals } = sheet;
  const { rows, received, isBusy, isReady, tried, problem, result, accept } = useAccepting(returned, sheet);
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  return (
    <>
      {problem !== null && (
        <Notice kind="error" title="Nothing was accepted">
          {problem}
        </Notice>
      )}
      {result !== null && <ActResult changed={result.changed} refused={result.refused} />}
      {proposals.length > 0 && (
        <Section
          heading="Updates to look through"
          count={proposals.length}
          note="Nothing is changed until you accept. One undo takes all of it back."
        >
          <div className="chasing-accept">
            <DateEntry label="Received on" {...received.entry(tried)} />
            <Checkbox
              isSelected={rows.length === proposals.length}
              isIndeterminate={rows.length > 0 && rows.length < proposals.length}
              onChange={(isChosen) => setChoices(withAll(proposals, choices, isChosen))}
            >
              All of them
            </Checkbox>
            <Button kind="primary" busy={isBusy} isDisabled={rows.length === 0} onPress={() => void accept()}>
              {`Accept ${updatesWords(rows.length)}`}
            </Button>
            {tried && !isReady && (
              <p className="ui-field-error" role="alert">
                Something is missing. Nothing was accepted yet.
              </p>
            )}
          </div>
          <ul className="chasing-proposals">
            {proposals.slice(0, shown).map((proposal) => (
              <li key={proposal.actionId}>
                <ProposalCard
                  proposal={proposal}
                  choice={choices[proposal.actionId] ?? choiceOf(proposal)}
                  tried={tried}
                  onChange={(choice) => setChoices({ ...choices, [proposal.actionId]: choice })}
                />
              </li>
            ))}
          </ul>
          {shown < proposals.length && (
            <Button onPress={() => setShown(shown + SHOWN_AT_ONCE)}>
              {`Show ${Math.min(SHOWN_AT_ONCE, proposals.length - shown)} more of ${proposals.length}`}
            </Button>
          )}
        </Section>
      )}
    </>
  );
}
