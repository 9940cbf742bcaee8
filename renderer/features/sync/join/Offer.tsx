import { useState } from 'react';
import type { JoinOfferRow } from '../../../../db/contract/joining.ts';
import { formatInstant } from '../../../app/format-instant.ts';
import { client } from '../../../client.ts';
import { Button, Notice, useReadOnly } from '../../../ui/index.ts';
import { type KeptFile, saveSyncFile } from '../exchange-files.ts';
import { FocusedHeading } from '../FocusedHeading.tsx';
import { Step, Steps } from '../Steps.tsx';
import { SyncFileNotice } from '../SyncFileNotice.tsx';
import { Trouble } from '../Trouble.tsx';
import { useAttempt } from '../use-attempt.ts';
import { CheckCode } from './CheckCode.tsx';
import type { LaptopLetIn } from './LetIn.tsx';

type OfferProps = {
  readonly offer: JoinOfferRow;
  /** Answered just now; one from an earlier visit has its acceptance, perhaps. */
  readonly isNew: boolean;
  readonly takesFocus: boolean;
  readonly onLetIn: (laptop: LaptopLetIn) => void;
  readonly onChanged: () => void;
};

/** One laptop that asks to join: who it is, the file for it, and its code. */
export function Offer({ offer, isNew, takesFocus, onLetIn, onChanged }: OfferProps) {
  const isReadOnly = useReadOnly();
  const [kept, setKept] = useState<KeptFile | null>(null);
  const saving = useAttempt();
  const { name, post, requestHash } = offer;
  const isSaved = kept?.outcome === 'saved';
  const save = () =>
    saving.run(async () => setKept(await saveSyncFile(await client.joining.acceptance({ requestHash }))));
  return (
    <article className="sync-card" aria-label={`${name} asks to join`}>
      <FocusedHeading takesFocus={takesFocus}>{name} asks to join</FocusedHeading>
      <p className="sync-facts">
        {post}. {!offer.hasEnded && `The offer is open until ${formatInstant(offer.endsAt)}.`}
      </p>
      {offer.hasEnded ? (
        <EndedOffer name={name} />
      ) : (
        <Steps label={`Let ${name} join`}>
          <Step number={1} level={3} heading="Give them the acceptance" isDone={isSaved}>
            <p>
              Do you expect this laptop? Then save the acceptance, and bring or send it to them. It holds no case data,
              and changes nothing on the board.
            </p>
            <div>
              <Button
                kind={isSaved || !isNew ? 'secondary' : 'primary'}
                busy={saving.busy}
                isDisabled={isReadOnly}
                onPress={() => void save()}
              >
                {isSaved || !isNew ? 'Save the acceptance again' : 'Save the acceptance'}
              </Button>
            </div>
            <Trouble error={saving.error} />
            <SyncFileNotice kept={kept} next={`Next it goes to ${name}.`} />
          </Step>
          <Step number={2} level={3} heading="Type the code that they read out">
            <p>
              Ring them on a number that you know. When they have opened the acceptance, their screen shows a code. The
              same code can only come out when nobody changed a file on the way.
            </p>
            <CheckCode offer={offer} onLetIn={onLetIn} onChanged={onChanged} />
          </Step>
        </Steps>
      )}
    </article>
  );
}

function EndedOffer({ name }: { readonly name: string }) {
  return (
    <Notice kind="warning" title="This offer has ended">
      {name} was not let in. To go on, the person there chooses “Make a new request”, and you open that one here.
    </Notice>
  );
}
