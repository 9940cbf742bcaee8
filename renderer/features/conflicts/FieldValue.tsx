import { VisuallyHidden } from '../../ui/index.ts';
import type { VersionField } from './versions-of.ts';

/** What a long text is compared with, word by word. */
export type ComparedWith = 'nothing' | 'before' | 'shown';

type FieldValueProps = { readonly field: VersionField; readonly compared: ComparedWith };

/** A value in words. Differences are told by lines through and under words, and in words to a screen reader. */
export function FieldValue({ field: { value, differs, fromBase, fromShown }, compared }: FieldValueProps) {
  const parts = compared === 'before' ? fromBase : compared === 'shown' ? fromShown : null;
  if (parts !== null)
    return (
      <p className="conflict-text">
        {parts.map(({ kind, text }, place) => (
          <Part key={place} kind={kind} text={text} />
        ))}
      </p>
    );
  return (
    <>
      {differs && (
        <span className="conflict-differs">
          <span aria-hidden="true">≠ </span>
          <VisuallyHidden>Differs: </VisuallyHidden>
        </span>
      )}
      {value === null ? (
        <span className="ui-quiet">Nothing recorded</span>
      ) : (
        <span className="conflict-text">{value}</span>
      )}
    </>
  );
}

type PartProps = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

function Part({ kind, text }: PartProps) {
  if (kind === 'same') return text;
  if (kind === 'removed')
    return (
      <del>
        <VisuallyHidden> [left out: </VisuallyHidden>
        {text}
        <VisuallyHidden>] </VisuallyHidden>
      </del>
    );
  return (
    <ins>
      <VisuallyHidden> [added: </VisuallyHidden>
      {text}
      <VisuallyHidden>] </VisuallyHidden>
    </ins>
  );
}
