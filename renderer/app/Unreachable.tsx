import { Button, Notice } from '../ui/index.ts';
import { findScreen } from './screens.ts';

/** There is nobody to ask: the program that served this page has ended, or its data process could not be started. */
export function Unreachable({ message }: { readonly message: string }) {
  return (
    <main className="app-alone">
      <h1>The board cannot be reached</h1>
      <Notice kind="error" action={<Button onPress={() => void findScreen()}>Try again</Button>}>
        {message}
      </Notice>
      <p className="ui-quiet">Everything that was saved is safe in the folder of the board.</p>
    </main>
  );
}
