/** What it was called when the record was made, below what the record is. */
export function NameThen({ name }: { readonly name: string | null }) {
  return name === null ? null : <span className="agency-below">as {name}</span>;
}
