export type Tone = 'red' | 'amber' | 'green' | 'blue' | 'grey';

/** A rating: told by its symbol and word, and only then by its colour. */
export function Pill({
  tone,
  symbol,
  children,
}: {
  readonly tone: Tone;
  readonly symbol: string;
  readonly children: string;
}) {
  return (
    <span className={`ui-pill ui-tone-${tone}`}>
      <span className="ui-pill-symbol" aria-hidden="true">
        {symbol}
      </span>
      {children}
    </span>
  );
}
