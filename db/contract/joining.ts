import { z } from 'zod';
import { id, procedure, saved } from './common.ts';
import { opened } from './session.ts';

/** A name or a post that other laptops read: as strict as the files that carry it. */
export const laptopName = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(200)
  .refine((text) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text), 'must be one line');

const joinFile = z.object({ fileName: z.string().max(1000), bytes: z.instanceof(Blob) });

/** SHA-256 of the request file: stands for the offer. */
const requestHash = z.string().regex(/^[0-9a-f]{64}$/);

const joinOffer = z.object({
  requestHash,
  device: id,
  name: z.string(),
  post: z.string(),
  madeAt: z.number(),
  endsAt: z.number(),
  triesLeft: z.number(),
  hasEnded: z.boolean(),
});
export type JoinOfferRow = z.infer<typeof joinOffer>;

/** Who let this laptop in, to which board, and the code that is read out to them. */
const openedAcceptance = z.object({
  boardName: z.string(),
  nation: z.string(),
  deviceName: z.string(),
  post: z.string(),
  madeAt: z.number(),
  code: z.string(),
});
export type OpenedAcceptance = z.infer<typeof openedAcceptance>;

/** How a laptop comes to the board of others: two small files and a code on the phone. `db/sync/README.md`, §1. */
export const joining = {
  /** On the new laptop: makes the folder that waits, and its request. The recovery code is answered once. */
  begin: procedure
    .input(z.object({ passphrase: z.string().min(1).max(1000), post: laptopName, deviceName: laptopName }))
    .output(opened.extend({ recoveryCode: z.string(), request: joinFile })),
  /** On the new laptop: the request once more, or another one, which an ended offer needs. */
  request: procedure.input(z.object({ anew: z.boolean().default(false) })).output(joinFile),
  /** On a member's laptop: who asks, and the acceptance for them. Changes nothing on the board. */
  accept: procedure.input(joinFile).output(z.object({ offer: joinOffer, acceptance: joinFile, code: z.string() })),
  /** On a member's laptop: the acceptance of an offer that is open, once more, the same file. */
  acceptance: procedure.input(z.object({ requestHash })).output(joinFile),
  /** On a member's laptop: the code that was read out. The right one lets the laptop in; the third wrong one ends the offer. */
  confirm: procedure
    .input(z.object({ requestHash, code: z.string().max(200) }))
    .output(saved.extend({ device: id, name: z.string() })),
  /** On the new laptop: keeps the acceptance and answers the code to read out. */
  openAcceptance: procedure.input(joinFile).output(openedAcceptance),
  /** `waiting`: this laptop asks to join. `offers`: what was answered here and not confirmed. */
  state: procedure.output(
    z.object({
      waiting: z
        .object({
          name: z.string(),
          post: z.string(),
          requestedAt: z.number(),
          acceptance: openedAcceptance.nullable(),
        })
        .nullable(),
      offers: z.array(joinOffer),
    }),
  ),
};
