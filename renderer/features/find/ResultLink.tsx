import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import type { FoundKind } from '../../../db/domain/found-kinds.ts';
import { FOUND_ICONS } from '../../app/found-words.ts';
import { Icon } from '../../ui/index.ts';

type ResultLinkProps = {
  readonly kind: FoundKind;
  readonly href: string;
  readonly title: ReactNode;
  readonly context: string;
  readonly snippet?: ReactNode;
};

/** One record: what it is called, what it belongs to, and the words that were found. */
export function ResultLink({ kind, href, title, context, snippet }: ResultLinkProps) {
  return (
    <Link className="find-result" href={href}>
      <Icon name={FOUND_ICONS[kind]} />
      <span className="find-result-title">{title}</span>
      {context !== '' && <span className="find-result-context">{context}</span>}
      {snippet && <span className="find-result-snippet">{snippet}</span>}
    </Link>
  );
}
