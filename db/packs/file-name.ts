/** What the name of a pack's file says before its date: "Status pack - Executive group". */
import type { PackOptions } from '../contract/packs.ts';
import { cleanFileName, LONGEST_FILE_NAME } from '../domain/file-names.ts';

export const packFileWords = ({ title, body }: Pick<PackOptions, 'title' | 'body'>): string =>
  `${plain(title)} - ${plain(body)}`;

/** "Status pack - Executive group - 2026-12-01.docx": where that is too long the words give way, never the date. */
export const datedFileName = (words: string, date: string, extension: string): string => {
  const end = ` - ${date}.${extension}`;
  const short = words.slice(0, LONGEST_FILE_NAME - end.length).replace(/[\uD800-\uDBFF]$/, '');
  return cleanFileName(`${short.trimEnd()}${end}`);
};

/** What every file system takes. */
const plain = (words: string): string =>
  words
    .replace(/[^\p{L}\p{N} ()&,.-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
