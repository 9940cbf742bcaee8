import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/index.ts';

type FirstOfProps<Item> = {
  readonly items: readonly Item[];
  /** How many are in sight before the rest is asked for. */
  readonly first: number;
  /** "Show all 40 late things". */
  readonly showAllWords: string;
  readonly children: (item: Item, position: number) => ReactNode;
  readonly className: string;
};

/** A button for one or two more would take the room that they need. */
const tooFewToFold = 2;

/** The first of a list, and a button for the rest of it. On paper the rest is always there. */
export function FirstOf<Item>({ items, first, showAllWords, children, className }: FirstOfProps<Item>) {
  const [isOpen, setIsOpen] = useState(false);
  const isFolded = !isOpen && items.length > first + tooFewToFold;
  return (
    <>
      <ol className={className} data-shown={isFolded ? 'first' : 'all'}>
        {items.map((item, position) => (
          <li key={position} className={isFolded && position >= first ? 'overview-folded' : undefined}>
            {children(item, position)}
          </li>
        ))}
      </ol>
      {isFolded && (
        <div className="overview-show-all">
          <Button size="small" onPress={() => setIsOpen(true)}>
            {showAllWords}
          </Button>
        </div>
      )}
    </>
  );
}
