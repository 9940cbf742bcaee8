type OfAllProps = { readonly shown: number; readonly total: number; readonly words: string };

/** Says that there is more than is shown. */
export function OfAll({ shown, total, words }: OfAllProps) {
  if (shown >= total) return null;
  return (
    <p className="ui-quiet">
      {shown.toLocaleString('en-GB')} of {total.toLocaleString('en-GB')} {words}.
    </p>
  );
}
