import './conflicts.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ConflictSummary } from '../../../db/contract/conflicts.ts';
import { formatInstant } from '../../app/format-instant.ts';
import { conflictHref } from '../../app/links.ts';
import { openConflictsQuery, waitingWords } from '../../app/open-conflicts.ts';
import { EmptyState, Link, Page, PageHeader, Section } from '../../ui/index.ts';
import { moveAmongLinks } from './move-among-links.ts';

/** What laptops changed apart, in the order in which it is best decided. */
export function ConflictsPlace() {
  const { conflicts, total } = useSuspenseQuery(openConflictsQuery()).data;
  const deferred = conflicts.filter((conflict) => conflict.deferred !== null);
  const open = conflicts.filter((conflict) => conflict.deferred === null);
  return (
    <Page>
      <PageHeader title="Conflicts" facts={[total === 0 ? 'Nothing waits for a decision' : waitingWords(total)]} />
      {total === 0 ? (
        <EmptyState title="Nothing was changed apart">
          When two laptops change the same thing apart, both versions are kept and wait here. You choose one, combine
          them, or put it off. What you decide goes to the other laptops like any other change.
        </EmptyState>
      ) : (
        <div className="conflicts-queue" onKeyDown={moveAmongLinks}>
          <Group
            heading="Recorded decisions and states"
            note="Until they are decided, what stood before counts."
            conflicts={open.filter(({ isGoverned }) => isGoverned)}
          />
          <Group
            heading="Everything else"
            note="Until they are decided, one version is shown and the others are kept."
            conflicts={open.filter(({ isGoverned }) => !isGoverned)}
          />
          <Group heading="Put off" conflicts={deferred} />
          {total > conflicts.length && (
            <p className="ui-quiet">
              and {(total - conflicts.length).toLocaleString('en-GB')} more, which come as these are decided
            </p>
          )}
        </div>
      )}
    </Page>
  );
}

type GroupProps = {
  readonly heading: string;
  readonly note?: string;
  readonly conflicts: readonly ConflictSummary[];
};

function Group({ heading, note, conflicts }: GroupProps) {
  if (conflicts.length === 0) return null;
  return (
    <Section heading={heading} count={conflicts.length} note={note}>
      <ol className="conflicts-list">
        {conflicts.map((conflict) => (
          <li key={conflict.id}>
            <Waiting conflict={conflict} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Waiting({ conflict: { id, record, heading, at, deferred } }: { readonly conflict: ConflictSummary }) {
  return (
    <>
      <div className="conflicts-what">
        <Link href={conflictHref(id)} aria-label={`${heading}, ${record}`}>
          {heading}
        </Link>
        <span>{record}</span>
      </div>
      <p className="conflicts-when">Last changed {formatInstant(at)}</p>
      {deferred !== null && (
        <p className="conflicts-deferred">
          Put off by {deferred.post || 'an unknown post'} on {deferred.laptop}, {formatInstant(deferred.at)}:{' '}
          {deferred.reason}
        </p>
      )}
    </>
  );
}
