/** What the name of a pack's file says before its date: "Status pack - Executive group". */
import type { PackOptions } from '../contract/packs.ts';

export const packFileWords = ({ title, body }: Pick<PackOptions, 'title' | 'body'>): string =>
  `${plain(title)} - ${plain(body)}`;

/** What every file system takes. */
const plain = (words: string): string =>
  words
    .replace(/[^\p{L}\p{N} ()&,.-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
