import type { ReviewDetail } from '../../../db/contract/reviews.ts';
import { decidedWords } from '../../../db/domain/waiting-decisions.ts';
import { useBoard } from '../../app/use-board.ts';
import { WaitingMark } from '../../app/WaitingMark.tsx';
import { dateInWords, Section } from '../../ui/index.ts';
import { decisionWords } from './register-columns.tsx';

type DecisionsProps = { readonly decisions: ReviewDetail['publication']['decisions'] };

/** Every decision stays on record; the latest one holds. */
export function Decisions({ decisions }: DecisionsProps) {
  const { bodies } = useBoard();
  const latestFirst = decisions.toReversed();
  const holding = latestFirst.findIndex(({ waits }) => !waits);
  return (
    <Section heading="Decisions" count={decisions.length} level={3}>
      {decisions.length === 0 && <p className="ui-quiet">Not decided yet: in full, as a summary, or not at all.</p>}
      <ol className="publication-decisions">
        {latestFirst.map(
          ({ id, decision, basis, agreedBy, disagreedBy, bodyId, decidedOn, decidedText, waits }, at) => {
            const body = bodies.find((candidate) => candidate.id === bodyId)?.name;
            const date = dateInWords({ date: decidedOn, text: decidedText });
            return (
              <li key={id}>
                <p>
                  <strong>{decidedWords(decisionWords(decision), { waits })}</strong>
                  <span className="ui-quiet">
                    {[body, date].filter(Boolean).map((part) => ` · ${part}`)}
                    {!waits && at > holding && ' · replaced by a later decision'}
                  </span>
                </p>
                <WaitingMark table="publicationDecisions" rowId={id} what={decisionWords(decision)} />
                {basis !== '' && <p>{basis}</p>}
                {agreedBy !== '' && <p className="ui-quiet">Agreed: {agreedBy}</p>}
                {disagreedBy !== '' && <p className="ui-quiet">Disagreed: {disagreedBy}</p>}
              </li>
            );
          },
        )}
      </ol>
    </Section>
  );
}
