/** A number beside a word, e.g. on a tab: 1,250. */
export function Count({ value }: { readonly value: number }) {
  return <span className="ui-count">{value.toLocaleString('en-GB')}</span>;
}
