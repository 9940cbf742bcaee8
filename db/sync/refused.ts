import {
  isWaitingRefusal,
  type SyncRefusalCode,
  type SyncRefusalDetails,
  syncRefusalWords,
} from '../domain/sync-words.ts';
import { Failure } from '../store/failure.ts';

/** Where in the file: a byte from its start, a key of the header, a line of the payload from 1. */
export type Place =
  | { readonly byte: number }
  | { readonly key: string }
  | { readonly line: number }
  | { readonly device: string; readonly sequence: number };

/** A sync file that is not taken in. Nothing was changed; `words` end the sentence "The file was refused: …". */
export class SyncRefused extends Error {
  override readonly name = 'SyncRefused';
  readonly code: SyncRefusalCode;
  readonly words: string;
  readonly place: Place | null;

  constructor(code: SyncRefusalCode, words: string, place: Place | null = null) {
    super(words);
    this.code = code;
    this.words = words;
    this.place = place;
  }
}

export const refusal = <Code extends SyncRefusalCode>(
  code: Code,
  details: SyncRefusalDetails[Code],
  place: Place | null = null,
): SyncRefused => new SyncRefused(code, syncRefusalWords(code, details), place);

export const refuse = <Code extends SyncRefusalCode>(
  code: Code,
  details: SyncRefusalDetails[Code],
  place: Place | null = null,
): never => {
  throw refusal(code, details, place);
};

/**
 * The refusal as a failure that a person meets. `laptopName` gives the name of a device on this board, for what is said of an
 * operation of a laptop of which the file itself knows only the id. `taken`: bundles that were taken in before it.
 */
export const refusedToFailure = (
  refused: SyncRefused,
  file: string,
  laptopName: (device: string) => string | undefined = () => undefined,
  taken = 0,
): Failure =>
  new Failure(
    'sync-refused',
    {
      file,
      problem: wordsFor(refused, laptopName),
      code: refused.code,
      waits: isWaitingRefusal(refused.code) ? 1 : 0,
      ...(taken > 0 ? { taken } : {}),
    },
    refused,
  );

const wordsFor = ({ code, place, words }: SyncRefused, laptopName: (device: string) => string | undefined): string =>
  code === 'bad-run' && place !== null && 'device' in place
    ? syncRefusalWords('bad-run', { ...place, laptop: laptopName(place.device) })
    : words;
