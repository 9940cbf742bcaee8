import { Button, Notice } from '../ui/index.ts';
import { findScreen } from './screens.ts';

/** The last net: something in the page itself failed. */
export function WholePageFailure({ reset }: { readonly error: unknown; readonly reset: () => void }) {
  const again = (): void => {
    reset();
    void findScreen();
  };
  return (
    <main className="app-alone">
      <h1>This page could not be shown</h1>
      <Notice
        kind="error"
        title="Something in the program failed."
        action={<Button onPress={again}>Show it again</Button>}
      >
        Everything that was saved is safe. If it happens again, close the program and start it afresh.
      </Notice>
    </main>
  );
}
