import { Button, Notice } from '../ui/index.ts';
import { formatInstant, formatTime } from './format-instant.ts';
import type { KeptDraft } from './use-draft.ts';

type DraftOfferProps = {
  readonly kept: KeptDraft;
  /** What stands in the field now: a draft that stands there already needs no offer. */
  readonly text: string;
  readonly onGoOn: (text: string) => void;
};

/** Offers back what was being written here before a crash or a lock. */
export function DraftOffer({ kept, text, onGoOn }: DraftOfferProps) {
  const { offered } = kept;
  if (offered === null || offered.text === text) return null;
  const goOn = (): void => {
    onGoOn(offered.text);
    kept.decide(true);
  };
  return (
    <Notice
      action={
        <>
          <Button size="small" onPress={goOn}>
            Go on with it
          </Button>
          <Button size="small" onPress={() => kept.decide(text !== '')}>
            Discard
          </Button>
        </>
      }
    >
      You were writing this {whenWords(offered.keptAt)}.
    </Notice>
  );
}

/** "at 14:02" today, else "on 8 May 2020, 14:02". */
const whenWords = (at: number): string =>
  new Date(at).toDateString() === new Date().toDateString() ? `at ${formatTime(at)}` : `on ${formatInstant(at)}`;
