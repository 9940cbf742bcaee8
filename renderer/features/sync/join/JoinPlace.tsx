import '../sync.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../../app/Failure.tsx';
import { hrefTo } from '../../../app/links.ts';
import { api, client } from '../../../client.ts';
import { Button, Link, Page, PageHeader, Skeleton, useReadOnly } from '../../../ui/index.ts';
import { chooseSyncFile, LARGEST_JOIN_FILE } from '../exchange-files.ts';
import { Trouble } from '../Trouble.tsx';
import { useAttempt } from '../use-attempt.ts';
import { LetIn, type LaptopLetIn } from './LetIn.tsx';
import { Offer } from './Offer.tsx';

/** A member's side of joining: two small files and a code on the phone. What was begun stays here until it is done or has ended. */
export function JoinPlace() {
  const state = useQuery(api.joining.state.queryOptions());
  const queries = useQueryClient();
  const isReadOnly = useReadOnly();
  const opening = useAttempt();
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const [letIn, setLetIn] = useState<readonly LaptopLetIn[]>([]);
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: api.joining.key() });

  const openRequest = () =>
    opening.run(async () => {
      const request = await chooseSyncFile(LARGEST_JOIN_FILE);
      if (request === null) return;
      const { offer } = await client.joining.accept(request);
      setAnswered((before) => [...before, offer.requestHash]);
      await refresh();
    });
  const welcome = async (laptop: LaptopLetIn): Promise<void> => {
    setLetIn((before) => [laptop, ...before]);
    await refresh();
  };

  const offers = state.data?.offers ?? [];
  const isBegun = offers.length > 0 || letIn.length > 0;
  return (
    <Page width="reading">
      <PageHeader above={<Link href={hrefTo('/sync')}>Sync</Link>} title="Let a laptop join" />
      <div className="sync-join">
        <p className="sync-lead">
          Two small files and a code on the phone; about five minutes. On the new laptop, the person chooses “Join a
          board that others keep” on the first screen. That saves a file, the request to join: have it brought here on a
          memory stick or sent by e-mail. It holds no case data.
        </p>
        <div>
          <Button
            kind={isBegun ? 'secondary' : 'primary'}
            busy={opening.busy}
            isDisabled={isReadOnly}
            onPress={() => void openRequest()}
          >
            Open a request to join…
          </Button>
        </div>
        <Trouble error={opening.error} />
        {state.isPending && <Skeleton lines={4} />}
        {state.isError && <Failure error={state.error} onRetry={() => void state.refetch()} />}
        {letIn.map((laptop) => (
          <LetIn key={laptop.device} laptop={laptop} />
        ))}
        {offers.map((offer) => (
          <Offer
            key={offer.requestHash}
            offer={offer}
            isNew={answered.includes(offer.requestHash)}
            takesFocus={offer.requestHash === answered.at(-1)}
            onLetIn={(laptop) => void welcome(laptop)}
            onChanged={() => void refresh()}
          />
        ))}
      </div>
    </Page>
  );
}
