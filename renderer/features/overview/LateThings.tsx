import type { OverviewData } from '../../../db/contract/overview.ts';
import { overviewHref } from '../../app/links.ts';
import { Section } from '../../ui/index.ts';
import { FirstOf } from './FirstOf.tsx';
import { listsOfLate } from './late-lists.ts';

type Late = OverviewData['late'][number];

const shownAtFirst = 8;

/** What is late and why, the latest first: the words come before everything else. */
export function LateThings({ late, lateTotal, counts }: Pick<OverviewData, 'late' | 'lateTotal' | 'counts'>) {
  return (
    <Section heading="Late, and why" count={lateTotal} id="overview-late">
      {lateTotal === 0 ? (
        <p>Nothing is late: no clock is breached, no action is overdue, and no review of a delay has been missed.</p>
      ) : (
        <>
          <FirstOf
            items={late}
            first={shownAtFirst}
            showAllWords={`Show ${late.length - shownAtFirst} more`}
            className="overview-late"
          >
            {(thing) => <LateThing thing={thing} />}
          </FirstOf>
          {lateTotal > late.length && <MoreLate more={lateTotal - late.length} counts={counts} />}
        </>
      )}
    </Section>
  );
}

function LateThing({ thing }: { readonly thing: Late }) {
  const href = overviewHref(thing.link);
  return (
    <>
      <span className="overview-late-symbol" aria-hidden="true">
        ▲
      </span>
      <p className="overview-late-words">{thing.words}</p>
      <p className="overview-late-why">{thing.why}</p>
      <p className="overview-late-subject">
        {href === null ? thing.subject : <a href={href}>{thing.subject}</a>}
        <span className="overview-late-kind">{kindWords[thing.kind]}</span>
      </p>
    </>
  );
}

function MoreLate({ more, counts }: { readonly more: number; readonly counts: OverviewData['counts'] }) {
  return (
    <p className="overview-more">
      and {more.toLocaleString('en-GB')} more:{' '}
      {listsOfLate(counts).map(({ words, href }, position) => (
        <span key={words}>
          {position > 0 && ' · '}
          <a href={href}>{words}</a>
        </span>
      ))}
    </p>
  );
}

const kindWords: Readonly<Record<Late['kind'], string>> = {
  clock: 'Clock',
  action: 'Actions',
  'delay-review': 'Review of a delay',
  publication: 'Publication',
  'hand-over': 'Hand-over',
  'agency-report': 'Agency report',
};
