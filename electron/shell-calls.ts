import { z } from 'zod';
import type { Shell } from '../db/contract/shell.ts';

/** 256 MB: far above any board's pack or bundle, far below what brings a laptop down. */
export const largestFile = 256 * 1024 * 1024;
/** Characters of HTML that may be printed at once. */
export const longestHtml = 64 * 1024 * 1024;

const id = z.uuid();
const boardName = z.string().max(200);
const fileName = z.string().max(400);
const bytes = z.instanceof(Uint8Array<ArrayBuffer>).refine((given) => given.byteLength <= largestFile);

/** The calls that cross from the page into a shell, with what each may be given. Both shells decode by this table. */
export const shellCalls = {
  about: z.tuple([]),
  recentBoards: z.tuple([]),
  forgetBoard: z.tuple([id]),
  currentBoard: z.tuple([]),
  chooseBoard: z.tuple([z.enum(['create', 'open']), boardName]),
  openRecentBoard: z.tuple([id]),
  openSampleBoard: z.tuple([]),
  nameBoard: z.tuple([boardName.min(1)]),
  closeBoard: z.tuple([]),
  lock: z.tuple([]),
  inUse: z.tuple([z.int().min(1).max(120)]),
  chooseSyncFolder: z.tuple([]),
  saveFile: z.tuple([z.strictObject({ suggestedName: fileName, bytes })]),
  openFile: z.tuple([
    z.strictObject({
      extensions: z
        .array(z.string().regex(/^[a-z0-9]{1,10}$/))
        .min(1)
        .max(40),
      maxBytes: z.int().positive(),
    }),
  ]),
  htmlToPdf: z.tuple([z.string().max(longestHtml)]),
} as const satisfies { readonly [Name in ShellCall]: z.ZodType<Parameters<Shell[Name]>> };

/** Everything of the interface that is one question and one answer. */
export type ShellCall = Exclude<keyof Shell, 'kind' | 'connect' | 'onDataProcessEnded' | 'onCommand'>;
export type ShellAnswers = { readonly [Name in ShellCall]: Shell[Name] };

export const isShellCall = (name: string): name is ShellCall => Object.hasOwn(shellCalls, name);

export type DecodedCall =
  | { readonly accepted: true; readonly answer: () => Promise<unknown> }
  | { readonly accepted: false };

/** Checks a call's arguments against the table and pairs it with its answer; runs nothing. */
export const decodeCall = (answers: Partial<ShellAnswers>, name: string, given: readonly unknown[]): DecodedCall => {
  if (!isShellCall(name)) return { accepted: false };
  const answer = answers[name] as ((...given: readonly unknown[]) => Promise<unknown>) | undefined;
  const decoded = shellCalls[name].safeParse(given);
  if (answer === undefined || !decoded.success) return { accepted: false };
  return { accepted: true, answer: () => answer(...decoded.data) };
};
