/**
 * How laptops of one board exchange their work: through a folder that all can reach, while the program runs or once, or by one
 * file. `db/sync/README.md` specifies it. Joining is in `joining.ts`, the laptops in `devices.ts`, what waits for a decision in
 * `conflicts.ts`.
 */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { done, id, procedure, progress } from './common.ts';
import { deviceRow } from './devices.ts';

/** A folder that a person chose in the shell, or a file that was handed in by `openFile`. Known until the board is locked. */
const placeId = id;

/** A file of the exchange that is not taken in: `file` says whose it is, "“000017-000021.sync” of Laptop B". */
const leftFile = z.object({ name: z.string(), file: z.string(), why: z.string() });
export type LeftFile = z.infer<typeof leftFile>;

/** A record that stands here and would be removed by what comes, by whom and when. */
const removal = z.object({
  rowId: id,
  record: z.string(),
  /** A post. */
  actor: z.string(),
  laptop: z.string(),
  /** Instant, milliseconds UTC, by the clock of that laptop. */
  at: z.number(),
});

/** What came, or would come. Nothing is ever deleted by it. */
const syncReport = z.object({
  /** Instant, milliseconds UTC. */
  at: z.number(),
  /** The laptops whose changes these are, by name. */
  laptops: z.array(z.string()),
  /** Changes as they were made, one a deed; none when all of it was here. */
  operations: z.number(),
  /** Records by area, in the field's words: "Actions", "Reviews". */
  areas: z.array(z.object({ label: z.string(), made: z.number(), changed: z.number() })),
  /** Of a preview: what would go, by area, at most 200 records of each. What is removed can be put back. */
  removals: z.array(z.object({ label: z.string(), total: z.number(), records: z.array(removal) })),
  /** Of a preview: "it would remove 40 of 41 themes. Look at them first"; taking in asks for the answer `acceptRemovals`. */
  asks: z.string().nullable(),
  /** What waits for a decision from now on, at most 50 of them; after a preview they cannot be opened yet. */
  conflicts: z.array(z.object({ id: z.string(), heading: z.string(), record: z.string() })),
  conflictsTotal: z.number(),
  /** Changes that are kept until what they follow has come. */
  waiting: z.number(),
  /** "Changes 18 to 21 of Laptop B are missing; 22 to 30 are kept until they come." */
  gaps: z.array(z.string()),
  left: z.array(leftFile),
  /** "Laptop B’s clock is three years behind." */
  remarks: z.array(z.string()),
});
export type SyncReport = z.infer<typeof syncReport>;
export type SyncRemovals = SyncReport['removals'][number];

const folderStatus = z.object({
  /** The last part of its path. */
  name: z.string(),
  /** `asks`: stopped until a person has looked at what a file would remove; `resume` answers. */
  state: z.enum(['paused', 'looking', 'up-to-date', 'away', 'asks', 'error']),
  /** One or two sentences: what is so and what to do. */
  words: z.string(),
  /** When it was last looked through to the end. Null: not since the board was opened. */
  lookedAt: z.number().nullable(),
  nextTryAt: z.number().nullable(),
  /** Stands for the file that the folder asks about, to be looked at with `preview`; null unless it asks. */
  asked: placeId.nullable(),
});
export type SyncFolderStatus = z.infer<typeof folderStatus>;

const laptopStatus = deviceRow.extend({
  /** How many of its changes are here. */
  operations: z.number(),
  /** How many of all changes here it was not known to have when it was last heard from. */
  lacks: z.number(),
});
export type SyncLaptop = z.infer<typeof laptopStatus>;

const syncStatus = z.object({
  /** The shared folder that is kept up to date while the program runs. */
  folder: folderStatus.nullable(),
  laptops: z.array(laptopStatus),
  /** All changes that this board holds. */
  operations: z.number(),
  gaps: z.array(z.string()),
  /** Changes that are kept until what they follow has come. */
  waiting: z.number(),
  left: z.array(leftFile),
  conflicts: z.number(),
  /** The newest that brought something since the board was opened. */
  lastReport: syncReport.nullable(),
});
export type SyncStatus = z.infer<typeof syncStatus>;

/** What a person has looked at and answered. */
const answers = {
  /** More than a fifth of something would be removed. */
  acceptRemovals: z.boolean().default(false),
  /** The last change is dated ahead of this laptop's clock. */
  acceptClock: z.boolean().default(false),
  /** While this laptop waits to join: the other laptop said that the check code matches. */
  itMatches: z.boolean().default(false),
};

export const sync = {
  /** `changes` tells the table `syncPlaces` whenever this is another. */
  status: procedure.output(syncStatus),
  /** Equal on two laptops that hold the same changes. 64 hex digits; the first 16 are read out. */
  stateHash: procedure.output(z.object({ hash: z.string(), operations: z.number() })),

  /** Keeps the folder up to date from now on, in the place of the one before it. Fails with not-allowed: what is no place to share. */
  useFolder: procedure.input(z.object({ placeId })).output(done),
  /** Leaves the folder as it is. */
  forgetFolder: procedure.output(done),
  pause: procedure.output(done),
  /** `acceptRemovals`: the answer to `asks`, for the file that it names. */
  resume: procedure.input(z.object({ acceptRemovals: z.boolean().default(false) })).output(done),
  /** Ends when the folder was looked through and written to. */
  lookNow: procedure.output(done),

  /** Writes into a folder, once, all that other laptops may lack. Files as `LAPTOP/NAME`; none when nobody lacks anything. */
  exportToFolder: procedure
    .input(z.object({ placeId }))
    .output(eventIterator(progress.extend({ result: z.object({ files: z.array(z.string()) }).nullable() }))),
  /**
   * One file: everything since each other laptop was last heard from, or `all` from the beginning. `fileId` is null when nobody
   * lacks anything; else `exportedFile` answers the bytes, once.
   */
  exportToFile: procedure.input(z.object({ all: z.boolean().default(false) })).output(
    eventIterator(
      progress.extend({
        result: z.object({ fileId: id.nullable(), operations: z.number(), bytes: z.number() }).nullable(),
      }),
    ),
  ),
  exportedFile: procedure
    .input(z.object({ fileId: id }))
    .output(z.object({ fileName: z.string(), bytes: z.instanceof(Blob) })),

  /** Hands in a file, to be previewed and taken in. Larger ones come by a folder, a memory stick's too. */
  openFile: procedure
    .input(z.object({ fileName: z.string().max(1000), bytes: z.instanceof(Blob) }))
    .output(z.object({ placeId })),
  /** What taking in would bring; nothing is taken in. */
  preview: procedure
    .input(z.object({ placeId, ...answers }))
    .output(eventIterator(progress.extend({ report: syncReport.nullable() }))),
  /** Makes a verified backup, then takes in bundle by bundle, each whole or not at all. */
  importFrom: procedure
    .input(z.object({ placeId, ...answers }))
    .output(eventIterator(progress.extend({ report: syncReport.nullable() }))),
};
