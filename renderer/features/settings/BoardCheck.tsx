import { useState } from 'react';
import { Failure } from '../../app/Failure.tsx';
import { client } from '../../client.ts';
import { Button, Icon, Notice, Section } from '../../ui/index.ts';

type Findings = Awaited<ReturnType<typeof client.backups.check>>;

export function BoardCheck() {
  const [found, setFound] = useState<Findings | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const check = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      setFound(await client.backups.check());
    } catch (thrown) {
      setError(thrown);
    }
    setBusy(false);
  };
  return (
    <Section
      heading="Check the board"
      note="Reads the whole board and its backups, and checks that the record of changes is unbroken."
      actions={
        <Button busy={busy} onPress={() => void check()}>
          Check now
        </Button>
      }
    >
      {error !== null && <Failure error={error} />}
      {found && (
        <Notice kind={found.ok ? 'info' : 'error'}>
          {found.ok
            ? 'Everything is in order.'
            : 'Something is not in order. See below what, and restore a backup if need be.'}
        </Notice>
      )}
      {found && (
        <ul className="findings">
          {found.findings.map(({ what, ok, words }) => (
            <li key={what} className={ok ? 'finding-good' : 'finding-bad'}>
              <Icon name={ok ? 'check' : 'warning'} />
              <div>
                <p className="finding-what">{what}</p>
                <p>{words}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
