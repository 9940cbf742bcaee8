import type { OverviewData } from '../../../db/contract/overview.ts';
import { formatDateWithWeekday } from '../../../db/domain/partial-date.ts';
import { overviewHref } from '../../app/links.ts';
import { Section } from '../../ui/index.ts';
import { partComingUp } from './coming-up.ts';
import { FirstOf } from './FirstOf.tsx';

type Next = OverviewData['next'][number];

const shownAtFirst = 8;

/** Clocks, meetings, papers, reviews of delays and hand-overs, in the order of their dates. */
export function WhatIsNext({ next, today }: Pick<OverviewData, 'next' | 'today'>) {
  return (
    <Section heading="What is next" id="overview-next">
      {partComingUp(next, today).map(({ heading, nil, items }) => (
        <section key={heading} className="overview-next-part">
          <h3>{heading}</h3>
          {items.length === 0 ? (
            <p className="ui-quiet">{nil}</p>
          ) : (
            <FirstOf
              items={items}
              first={shownAtFirst}
              showAllWords={`Show ${items.length - shownAtFirst} more`}
              className="overview-next"
            >
              {(item) => <NextThing item={item} />}
            </FirstOf>
          )}
        </section>
      ))}
    </Section>
  );
}

function NextThing({ item: { on, subject, words, link } }: { readonly item: Next }) {
  const href = overviewHref(link);
  return (
    <>
      <time dateTime={on}>{formatDateWithWeekday(on)}</time>
      <p className="overview-next-subject">{href === null ? subject : <a href={href}>{subject}</a>}</p>
      <p className="overview-next-words">{words}</p>
    </>
  );
}
