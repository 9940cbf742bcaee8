import { regimeInForce } from '../../../../db/domain/review-course.ts';
import { useBoard } from '../../../app/use-board.ts';
import type { DateValue } from '../../../ui/index.ts';
import { clocksToStart } from './clocks-to-start.ts';

export type ClocksToStartProps = {
  readonly reviewTypeId: string | null;
  readonly notified: DateValue;
  readonly isLedElsewhere: boolean;
};

/** Says, before anything is saved, which clocks the review will start and what each runs from. */
export function ClocksToStart({ reviewTypeId, notified, isLedElsewhere }: ClocksToStartProps) {
  const board = useBoard();
  const type = board.reviewTypes.find(({ id }) => id === reviewTypeId);
  if (type === undefined) return <p className="ui-quiet">Choose a type to see its clocks.</p>;
  if (isLedElsewhere)
    return (
      <p className="ui-quiet">
        None: another area leads the review, so its clocks are that area’s to keep. You can add one of your own later.
      </p>
    );
  const clocks = clocksToStart(board, type, notified);
  const regime = regimeInForce(type.regimes, notified.date);
  return (
    <>
      {regime !== null && <p className="ui-quiet">Under {regime.name}.</p>}
      {clocks.length === 0 && <p className="ui-quiet">This type has no clocks. You can add your own to the review.</p>}
      <ul className="new-review-clocks">
        {clocks.map((clock) => (
          <li key={clock.id}>
            <strong>{clock.name}</strong>
            <span>{clock.words}.</span>
            {!clock.confirmed && <span className="ui-quiet">The source of this clock is not confirmed.</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
