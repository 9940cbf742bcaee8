import type { DelayRow } from '../../../db/contract/reviews.ts';
import { dateOf, editDate, editRecord } from '../../app/use-record-edit.ts';
import {
  Button,
  Definition,
  DefinitionList,
  EditableDate,
  EditableLongText,
  EditableText,
  Section,
} from '../../ui/index.ts';
import { DelayNotices } from '../reviews/review/DelayNotices.tsx';

type DelaysProps = {
  readonly delays: readonly DelayRow[];
  readonly onAdd: () => void;
  readonly onEnd: (delay: DelayRow) => void;
};

/** Delays overlap, and each ends by its own event. */
export function Delays({ delays, onAdd, onEnd }: DelaysProps) {
  const open = delays.filter(({ endedOn }) => endedOn === null);
  const ended = delays.filter(({ endedOn }) => endedOn !== null);
  return (
    <Section
      heading="Delays"
      count={open.length}
      level={3}
      actions={
        <Button size="small" kind="quiet" icon="add" onPress={onAdd}>
          Add a delay
        </Button>
      }
    >
      {open.length === 0 && <p className="ui-quiet">Nothing delays it now.</p>}
      {open.map((delay) => (
        <OpenDelay key={delay.id} delay={delay} onEnd={() => onEnd(delay)} />
      ))}
      {ended.length > 0 && (
        <ul className="publication-ended">
          {ended.map((delay) => (
            <li key={delay.id}>
              {reasonWords(delay)}: {delay.words}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const reasonWords = ({ reasons }: DelayRow): string =>
  reasons.map(({ name }) => name).join('; ') || 'No reason recorded';

function OpenDelay({ delay, onEnd }: { readonly delay: DelayRow; readonly onEnd: () => void }) {
  return (
    <div className="publication-delay">
      <div className="publication-delay-head">
        <h4>{reasonWords(delay)}</h4>
        <Button size="small" onPress={onEnd}>
          End this delay
        </Button>
      </div>
      <p>{delay.words}</p>
      <DefinitionList>
        <EditableDate
          label="Since"
          value={dateOf('publicationDelays', delay, 'since', 'sinceText')}
          onSave={editDate('publicationDelays', delay, 'since', 'sinceText')}
        />
        <EditableText
          label="Ends with"
          whenEmpty="Not recorded: which event ends it?"
          value={delay.expectedEndEvent}
          onSave={editRecord('publicationDelays', delay, 'expectedEndEvent')}
        />
        <EditableDate
          label={delay.endPassed ? 'Expected ▲ passed' : 'Expected'}
          value={dateOf('publicationDelays', delay, 'expectedEndOn')}
          onSave={editDate('publicationDelays', delay, 'expectedEndOn')}
        />
        <EditableDate
          label={delay.reviewOverdue ? 'Next review ▲ overdue' : 'Next review'}
          value={dateOf('publicationDelays', delay, 'nextReviewOn')}
          onSave={editDate('publicationDelays', delay, 'nextReviewOn')}
        />
        <EditableText
          label="Interim learning"
          whenEmpty="None issued"
          value={delay.interimLearning}
          onSave={editRecord('publicationDelays', delay, 'interimLearning')}
        />
        <EditableLongText
          label="Explanation"
          value={delay.explanation}
          onSave={editRecord('publicationDelays', delay, 'explanation')}
          draftKey={`delay/${delay.id}/explanation`}
        />
        <Definition label="Told">
          <DelayNotices delay={delay} />
        </Definition>
      </DefinitionList>
    </div>
  );
}
