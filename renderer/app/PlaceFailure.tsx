import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button, Page, PageHeader, Notice } from '../ui/index.ts';
import { errorToFailure } from './failure-words.ts';
import { Failure } from './Failure.tsx';

/** What stands in a place that could not be shown; the rail and the other places still work. */
export function PlaceFailure({ error, reset }: ErrorComponentProps) {
  const { reset: resetQueries } = useQueryErrorResetBoundary();
  const again = (): void => {
    resetQueries();
    reset();
  };
  return (
    <Page width="reading">
      <PageHeader title="This could not be shown" />
      {errorToFailure(error) === null ? (
        <Notice
          kind="error"
          title="Something in the program failed."
          action={<Button onPress={again}>Show it again</Button>}
        >
          Everything that was saved is safe. The other places still work.
        </Notice>
      ) : (
        <Failure error={error} onRetry={again} />
      )}
    </Page>
  );
}
