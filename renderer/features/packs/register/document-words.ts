import type { IssuedDocument } from '../../../../db/contract/pack-register.ts';
import type { PackFormat } from '../../../../db/contract/packs.ts';
import { FORMAT_WORDS } from '../pack-words.ts';

/** "Word document"; a format that this version does not know by its own name. */
export const formatLabel = (format: string): string =>
  FORMAT_WORDS[format as PackFormat]?.label ?? format.toUpperCase();

/** "41 kB", "1.2 MB". */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
};

const shownOfSha256 = 12;

/** Enough of the SHA-256 to tell two documents apart by eye. */
const shortSha256 = (sha256: string): string => sha256.slice(0, shownOfSha256);

/** "Word document, 41 kB, 3fa85f645717". */
export const documentWords = ({ format, size, sha256 }: IssuedDocument): string =>
  `${formatLabel(format)}, ${sizeWords(size)}, ${shortSha256(sha256)}`;
