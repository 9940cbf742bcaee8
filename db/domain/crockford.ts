/** Crockford's base 32: no I, L, O or U, so that a code can be read out, and typed from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS_A_CHARACTER = 5;

/** The first bits of the bytes as so many characters, five bits each. */
export const bytesToCrockford = (bytes: Uint8Array, characters: number): string => {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  bits >>= BigInt(bytes.length * 8 - characters * BITS_A_CHARACTER);
  let code = '';
  for (let at = 0; at < characters; at++) {
    code = ALPHABET[Number(bits & 31n)] + code;
    bits >>= 5n;
  }
  return code;
};

/** What a person typed, as it was printed: case, spaces and dashes do not matter, O is 0, I and L are 1. */
export const normaliseCrockford = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
