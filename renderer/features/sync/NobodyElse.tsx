import { closeBoard } from '../../app/screens.ts';
import { Button } from '../../ui/index.ts';
import { LetJoinButton } from './LetJoinButton.tsx';

/** Nobody else has joined: what sync is, and the two ways to begin. */
export function NobodyElse() {
  return (
    <section className="sync-begin" aria-label="How sync begins">
      <p className="sync-begin-title">Only this laptop keeps the board so far</p>
      <p>
        Several laptops can keep one board together, each with all of it, online or not. They exchange encrypted files
        through a shared folder, a memory stick or e-mail; only laptops that were let in can read them. When two people
        changed the same thing apart, both versions are kept until somebody decides.
      </p>
      <dl className="sync-ways">
        <div>
          <dt>Another laptop is to keep this board too</dt>
          <dd>
            <p>The new laptop saves a request; you answer it here, and check a code on the phone.</p>
            <LetJoinButton kind="primary" />
          </dd>
        </div>
        <div>
          <dt>This laptop is to keep a board that others have</dt>
          <dd>
            <p>
              On the first screen is “Join a board that others keep”. It gets a folder of its own; this board stays as
              it is.
            </p>
            <Button onPress={() => void closeBoard()}>Close this board and go there</Button>
          </dd>
        </div>
      </dl>
    </section>
  );
}
