import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HistoryBefore as OnOtherBoard } from '../../../../db/contract/hand-overs.ts';
import { formatDate } from '../../../../db/domain/partial-date.ts';
import { Failure } from '../../../app/Failure.tsx';
import { formatInstant } from '../../../app/format-instant.ts';
import { api } from '../../../client.ts';
import { Button, Section, Skeleton } from '../../../ui/index.ts';

const step = 20;

/** What happened to the review on the boards that held it before, in their words. It is only read. */
export function HistoryBefore({ reviewId }: { readonly reviewId: string }) {
  const { data, error, refetch } = useQuery(api.handOvers.historyBefore.queryOptions({ input: { reviewId } }));
  return (
    <Section level={3} heading="History before the hand-over" note="As it came with the review. It cannot be changed.">
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={3} />}
      {data?.toReversed().map((part) => (
        <Entries key={`${part.board} ${part.until}`} part={part} />
      ))}
    </Section>
  );
}

function Entries({ part: { board, until, entries } }: { readonly part: OnOtherBoard }) {
  const [limit, setLimit] = useState(step);
  return (
    <>
      <p className="ui-quiet">
        On {board}, until {formatDate(until)}
      </p>
      <ol className="review-before">
        {entries.slice(0, limit).map(({ operationId, at, actor, words, reason, changes }) => (
          <li key={operationId}>
            <p>
              {words}{' '}
              <span className="ui-quiet">
                · {formatInstant(at)}, {actor}
              </span>
            </p>
            {reason !== '' && <p>Reason: {reason}</p>}
            <ul>
              {changes.slice(0, 12).map((change) => (
                <li key={`${change.rowId} ${change.field}`}>
                  {change.record}, {change.label.toLowerCase()}: {change.old !== null && <del>{change.old}</del>}{' '}
                  {change.new ?? 'nothing'}
                </li>
              ))}
              {changes.length > 12 && <li className="ui-quiet">and {changes.length - 12} more</li>}
            </ul>
          </li>
        ))}
      </ol>
      {limit < entries.length && (
        <Button size="small" onPress={() => setLimit(limit * 2)}>
          Show earlier changes
        </Button>
      )}
    </>
  );
}
