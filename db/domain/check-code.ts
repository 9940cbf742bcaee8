/** The code that two people compare on the phone when a laptop joins: 50 bits as `K7QP2-M4XR9`. `db/sync/README.md`, §1. */
import { bytesToCrockford, normaliseCrockford } from './crockford.ts';

const CHARACTERS = 10;
/** So many bytes at least are needed for a code. */
export const CHECK_CODE_BYTES = 7;

export const bytesToCheckCode = (bytes: Uint8Array): string => inGroups(bytesToCrockford(bytes, CHARACTERS));

/** What a person typed, as the code that it stands for; null when it cannot be one. */
export const typedToCheckCode = (typed: string): string | null => {
  const code = normaliseCrockford(typed);
  return code.length === CHARACTERS && !code.includes('U') ? inGroups(code) : null;
};

const inGroups = (code: string): string => `${code.slice(0, CHARACTERS / 2)}-${code.slice(CHARACTERS / 2)}`;
