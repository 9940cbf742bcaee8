import { goTo } from '../../../app/go-to.ts';
import { Button, EmptyState } from '../../../ui/index.ts';

/** Why there is nothing in sight, and what to do about it. */
export function ReviewsEmpty({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) {
  if (isFiltered)
    return (
      <EmptyState title="No review matches these filters" action={<Button onPress={onClear}>Clear the filters</Button>}>
        Take a filter off, or look for other words. Finding looks in labels, references and titles.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No review is recorded yet"
      action={
        <Button kind="primary" icon="add" onPress={() => goTo('/reviews/new')}>
          Record a review
        </Button>
      }
    >
      Record the first one with its type and the day it was notified: the clocks of that type start by themselves, and
      what is late is said here first.
    </EmptyState>
  );
}
