import { z } from 'zod';
import { added, id, line, procedure, saved } from './common.ts';

export const attachedFile = z.object({
  id,
  evidenceId: id,
  fileName: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.number(),
  sha256: z.string(),
});
export type AttachedFile = z.infer<typeof attachedFile>;

export const attachments = {
  /**
   * Attaches a file to an item of evidence. Its name is cleaned; a file that is too large or of a dangerous kind, by its name
   * or its contents, is refused with FAILURE bad-input in words. 25 MB pass as one message in both shells.
   */
  add: procedure
    .input(z.object({ evidenceId: id, fileName: z.string().max(1000), bytes: z.instanceof(Blob) }))
    .output(added.extend({ fileName: z.string() })),
  /** The file as it was attached, for the shell to save where the person chooses. */
  get: procedure
    .input(z.object({ id }))
    .output(z.object({ fileName: z.string(), mediaType: z.string(), bytes: z.instanceof(Blob) })),
  /** Detaches the file; the bytes stay, so that it can be undone. */
  remove: procedure.input(z.object({ id, reason: line.default('') })).output(saved),
};
