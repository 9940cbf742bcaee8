import type { ClosureItem } from '../../../../db/domain/closure.ts';
import { reviewHref } from '../../../app/links.ts';
import { showPart } from './show-part.ts';

type ClosureListProps = {
  readonly reviewId: string;
  readonly items: readonly ClosureItem[];
  /** When a line is followed to its section. */
  readonly onFollow?: () => void;
};

export function ClosureList({ reviewId, items, onFollow }: ClosureListProps) {
  return (
    <ul className="review-checklist">
      {items.map(({ key, section, label, words, isOpen }) => (
        <li key={key} data-open={isOpen || undefined}>
          <span aria-hidden="true">{isOpen ? '○' : '✓'}</span>
          <span>
            <span className="ui-visually-hidden">{isOpen ? 'Open: ' : 'Done: '}</span>
            <a
              href={reviewHref(reviewId, section)}
              onClick={() => {
                onFollow?.();
                showPart(section);
              }}
            >
              {label}
            </a>
            : {words}
          </span>
        </li>
      ))}
    </ul>
  );
}
