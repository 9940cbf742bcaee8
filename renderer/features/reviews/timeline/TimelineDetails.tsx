import { useState } from 'react';
import type { TimelineRow } from '../../../../db/contract/reviews.ts';
import { reviewHref } from '../../../app/links.ts';
import { clockWords, delayWords, eventWords } from './timeline-words.ts';

/** The chosen row in words; they stay while the row is scrolled out of sight. */
export function TimelineDetails({ row: inSight }: { readonly row: TimelineRow | undefined }) {
  const [row, setRow] = useState(inSight);
  if (inSight !== undefined && inSight !== row) setRow(inSight);
  if (row === undefined)
    return <p className="timeline-details ui-quiet">Choose a row to read it in words. Enter opens the review.</p>;
  return (
    <section className="timeline-details" aria-label="The chosen review in words">
      <h2>
        <a href={reviewHref(row.id)}>
          {row.label || 'No label'} · {row.reference}
        </a>{' '}
        <span className="ui-quiet">
          {row.typeShortName}, {row.stage.toLowerCase()}
        </span>
      </h2>
      <div className="timeline-details-lists">
        <WordList heading="Clocks" lines={row.clocks.map(clockWords)} nothing="No clock has started." />
        <WordList heading="Publication delays" lines={row.delays.map(delayWords)} nothing="None." />
        <WordList heading="Events" lines={row.events.map(eventWords)} nothing="No dated event." />
      </div>
    </section>
  );
}

type WordListProps = { readonly heading: string; readonly lines: readonly string[]; readonly nothing: string };

function WordList({ heading, lines, nothing }: WordListProps) {
  return (
    <div>
      <h3>{heading}</h3>
      {lines.length === 0 && <p className="ui-quiet">{nothing}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
