import './conflicts.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { ConflictDetail } from '../../../db/contract/conflicts.ts';
import { Failure } from '../../app/Failure.tsx';
import { formatInstant } from '../../app/format-instant.ts';
import { conflictHref, hrefTo, placeHref } from '../../app/links.ts';
import { useOpenConflicts } from '../../app/open-conflicts.ts';
import { api } from '../../client.ts';
import { Link, Notice, Page, PageHeader, Pill, Skeleton, useReadOnly } from '../../ui/index.ts';
import { Decide } from './Decide.tsx';
import { nextToDecide, type QueueSteps, stepsAround } from './queue-steps.ts';
import { Versions } from './Versions.tsx';

/** One thing that waits for a decision: its versions beside each other, and what can be chosen. */
export function ConflictPlace() {
  const { conflictId = '' } = useParams({ strict: false }) as { readonly conflictId?: string };
  const { data, error } = useQuery(api.conflicts.get.queryOptions({ input: { id: conflictId } }));
  const steps = useOpenConflicts(({ conflicts }) => stepsAround(conflicts, conflictId));
  const next = useOpenConflicts(({ conflicts }) => nextToDecide(conflicts, conflictId));
  const nextHref = next === null ? hrefTo('/conflicts') : conflictHref(next);
  const title = useFocusAfterStep(conflictId);
  const above = <Link href={hrefTo('/conflicts')}>Conflicts</Link>;
  if (data === undefined)
    return (
      <Page>
        <PageHeader title="Conflict" above={above} />
        {error === null ? (
          <Skeleton lines={10} label="Loading the versions" />
        ) : (
          <>
            <Failure error={error} />
            <p className="conflict-onward">
              <Link href={nextHref}>{next === null ? 'Back to the queue' : 'Go to the next conflict'}</Link>
            </p>
          </>
        )}
      </Page>
    );
  return (
    <Page>
      <PageHeader
        above={above}
        title={
          <span ref={title} tabIndex={-1}>
            {data.heading}
          </span>
        }
        facts={factsOf(data)}
        action={<Steps steps={steps} />}
      />
      <Conflict key={conflictId} detail={data} isGone={error !== null} nextHref={nextHref} />
    </Page>
  );
}

const factsOf = ({ record, place, isGoverned }: ConflictDetail) => [
  place === null ? (
    record
  ) : (
    <Link key="record" href={placeHref(place)}>
      {record}
    </Link>
  ),
  ...(isGoverned
    ? [
        <Pill key="governed" tone="amber" symbol="◆">
          What stood before counts
        </Pill>,
      ]
    : []),
];

/** Going on to the next one moves the keyboard and the reader to its heading; coming from elsewhere does not. */
const useFocusAfterStep = (conflictId: string) => {
  const heading = useRef<HTMLSpanElement>(null);
  const [first] = useState(conflictId);
  const last = useRef(first);
  useEffect(() => {
    if (last.current === conflictId || heading.current === null) return;
    last.current = conflictId;
    heading.current.focus();
  });
  return heading;
};

function Steps({ steps: { position, count, before, after } }: { readonly steps: QueueSteps }) {
  if (position === 0 || count === 1) return null;
  return (
    <nav className="conflict-steps" aria-label="Queue of conflicts">
      <span className="ui-quiet">
        {position} of {count.toLocaleString('en-GB')}
      </span>
      {before !== null && <Link href={conflictHref(before)}>Before</Link>}
      {after !== null && <Link href={conflictHref(after)}>Next</Link>}
    </nav>
  );
}

type ConflictProps = { readonly detail: ConflictDetail; readonly isGone: boolean; readonly nextHref: string };

function Conflict({ detail, isGone, nextHref }: ConflictProps) {
  const { explanation, deferred, sides } = detail;
  const isReadOnly = useReadOnly();
  const [isDeciding, setIsDeciding] = useState(false);
  const [seen] = useState(() => new Set(sides.map(({ id }) => id)));
  const hasOthers = sides.length !== seen.size || sides.some(({ id }) => !seen.has(id));
  return (
    <div className="conflict">
      <p className="conflict-explanation">{explanation}</p>
      {deferred !== null && (
        <Notice title={`Put off by ${deferred.post || 'an unknown post'} on ${deferred.laptop}`}>
          {formatInstant(deferred.at)}: {deferred.reason}
        </Notice>
      )}
      {hasOthers && (
        <Notice kind="warning" title="The versions changed while you looked">
          Another laptop’s changes came in. All versions that count now are shown.
        </Notice>
      )}
      <Versions detail={detail} />
      {isGone && !isDeciding ? (
        <Notice
          kind="warning"
          title="It was decided meanwhile"
          action={<Link href={nextHref}>Go on with what still waits</Link>}
        >
          Somebody decided it, here or on another laptop. The record shows what was decided.
        </Notice>
      ) : isReadOnly ? (
        <p className="ui-quiet">Go back to today to decide it.</p>
      ) : (
        <Decide detail={detail} nextHref={nextHref} onDeciding={setIsDeciding} />
      )}
    </div>
  );
}
