import type { Marked } from '../../db/contract/search.ts';

/** A text with the words that were looked for marked; what a person wrote is never read as HTML. */
export function MarkedText({ parts }: { readonly parts: Marked }) {
  return parts.map(({ text, isMatch }, at) =>
    isMatch ? (
      <mark key={at} className="app-found">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
