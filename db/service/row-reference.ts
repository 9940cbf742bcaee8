/**
 * The reference in a row of a request sheet: "7K3F-9QXD-2M4T". Ten letters stand for the board, the request and the action together,
 * so that a reference means nothing on another board or another sheet; two more check the ten, so that one that was typed over is
 * told from one that belongs elsewhere. It keeps nobody out: it keeps an answer from landing at the wrong action.
 */
import { createHash } from 'node:crypto';

/** Without I, L, O and U: none is taken for another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const newRequestCode = (random: (length: number) => Uint8Array): string =>
  `R-${inFours([...random(8)].map((byte) => LETTERS[byte % 32]).join(''))}`;

export const rowReference = (boardId: string, request: string, actionId: string): string => {
  const hash = createHash('sha256').update(`${boardId} ${request} ${actionId}`).digest();
  const body = [...hash.subarray(0, 10)].map((byte) => LETTERS[byte % 32]).join('');
  return inFours(body + checkOf(body));
};

/** As it was written, however it was typed: small letters, spaces, O for nought. */
export const normalReference = (written: string): string =>
  inFours(
    written
      .toUpperCase()
      .replace(/[\s\p{Pd}]/gu, '')
      .replaceAll('O', '0')
      .replace(/[IL]/g, '1'),
  );

/** False for one that was altered after it was printed. */
export const isWholeReference = (reference: string): boolean => {
  const letters = normalReference(reference).replaceAll('-', '');
  return letters.length === 12 && checkOf(letters.slice(0, 10)) === letters.slice(10);
};

/** Any one letter changed, and any two that changed places, change it: the weights and their differences are prime to 1,021. */
const checkOf = (body: string): string => {
  let sum = 0;
  for (let at = 0; at < body.length; at++) sum += (LETTERS.indexOf(body.charAt(at)) + 1) * (37 * at + 31);
  sum %= 1021;
  return `${LETTERS[Math.floor(sum / 32)]}${LETTERS[sum % 32]}`;
};

const inFours = (letters: string): string => letters.match(/.{1,4}/gsu)?.join('-') ?? '';
