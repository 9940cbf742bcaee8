import { Button, EmptyState } from '../../../ui/index.ts';

type ActionsEmptyProps = { readonly isFiltered: boolean; readonly onClear: () => void; readonly onAdd: () => void };

/** Why there is nothing in sight, and what to do about it. */
export function ActionsEmpty({ isFiltered, onClear, onAdd }: ActionsEmptyProps) {
  if (isFiltered)
    return (
      <EmptyState title="No action matches these filters" action={<Button onPress={onClear}>Clear the filters</Button>}>
        Take a filter off, or look for other words. Finding looks in numbers, texts, agencies and review references.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No action is recorded yet"
      action={
        <Button kind="primary" icon="add" onPress={onAdd}>
          Add an action
        </Button>
      }
    >
      An action answers a recommendation of a review, or stands alone from a meeting’s minutes. Give it a lead agency
      and a target date: what is late, and what nobody has reported on, is then said here and on the overview.
    </EmptyState>
  );
}
