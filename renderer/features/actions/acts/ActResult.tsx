import type { Refused } from './act-words.ts';

type ActResultProps = { readonly changed: number; readonly refused: readonly Refused[] };

const named = 100;

/** What became of an act on several actions: how many were changed, and each that was left alone with the reason. */
export function ActResult({ changed, refused }: ActResultProps) {
  const more = refused.length - named;
  return (
    <>
      <p>
        {changed === 0 ? 'Nothing was changed.' : `${changed.toLocaleString('en-GB')} changed.`}{' '}
        {refused.length.toLocaleString('en-GB')} left alone:
      </p>
      <div className="act-refused" tabIndex={0} role="group" aria-label="Left alone">
        <dl>
          {refused.slice(0, named).map(({ id, number, why }) => (
            <div key={id}>
              <dt>{number}</dt>
              <dd>{why}</dd>
            </div>
          ))}
        </dl>
      </div>
      {more > 0 && <p>And {more.toLocaleString('en-GB')} more.</p>}
    </>
  );
}
