/** What lies in a shared folder and is not taken in, in words. */
import { syncRefusalWords } from '../domain/sync-words.ts';
import type { NotTakenIn } from './folder-exchange.ts';

/** `name` as `DEVICE/NAME`; `why` ends the sentence "It is not taken in: …". */
export type LeftFile = { readonly name: string; readonly why: string };

/** What waits behind a gap is not among them: the gap says it. */
export const leftInWords = ({ waiting, refused }: Pick<NotTakenIn, 'waiting' | 'refused'>): readonly LeftFile[] => [
  ...waiting.flatMap(({ bundle: { name }, why }) => (why === 'gap' ? [] : [{ name, why: syncRefusalWords(why, {}) }])),
  ...refused.map(({ bundle: { name }, why }) => ({
    name,
    why:
      why === 'forked'
        ? syncRefusalWords('forked', {})
        : 'a laptop that was removed wrote it, or part of it, after its removal',
  })),
];

/** All that the look at a folder left there. */
export const allLeftInWords = (left: NotTakenIn): readonly LeftFile[] => [
  ...left.setAside.map(({ name, why }) => ({ name, why })),
  ...left.unreadable.map(({ name, why }) => ({ name, why })),
  ...leftInWords(left),
];
