import { useQuery } from '@tanstack/react-query';
import { recordHref } from '../../app/links.ts';
import { api } from '../../client.ts';
import { ResultLink } from './ResultLink.tsx';

const most = 30;

/** Before anything is typed: what was opened last. */
export function Recent() {
  const { data } = useQuery(api.workplace.recent.queryOptions({ input: { most }, staleTime: 0, gcTime: 0 }));
  return (
    <>
      <p>
        Type a reference, a label or any words: of a review, an action, an update, a note, a decision, evidence or the
        name of an attached file. Words count from their beginning, without accents and capitals.
      </p>
      {data !== undefined && data.length > 0 && (
        <section className="find-group" aria-label="Recently opened">
          <h2>Recently opened</h2>
          <ul className="find-results">
            {data.map(({ kind, id, title, context, link }) => (
              <li key={id}>
                <ResultLink kind={kind} href={recordHref(link)} title={title} context={context} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
