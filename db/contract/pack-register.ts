/**
 * The register of issued packs. A pack is issued once its documents are saved: the page writes each (`packs.write`), saves it,
 * and records here what it saved. From its options and the last clock that it had read it can be made again, byte for byte.
 */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { PACK_AUDIENCES } from '../domain/codes.ts';
import { added, civilDate, id, line, longText, pageOf, partialDate, procedure, progress, saved } from './common.ts';
import { named } from './meetings.ts';
import { PACK_FORMATS, packBlock, packOptions, writtenFile } from './packs.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in lower-case hexadecimal');

const savedDocument = z.object({
  format: z.enum(PACK_FORMATS),
  /** As it was saved, without its folder. */
  fileName: line.trim().min(1, 'must not be empty'),
  /** Of the bytes that were saved; of a PDF, of the printed ones. */
  sha256,
  size: z.number().int().min(1),
  /** What `packs.write` answered with the document. */
  logClock: z.string().regex(/^[0-9a-f]{16}$/, 'not a clock of the change log'),
  logVector: z
    .string()
    .max(5000)
    .regex(/^\{("[0-9a-f-]{36}":[1-9]\d{0,14}(,(?=")|(?=\})))*\}$/, 'not what was read of the change log'),
  dataAsAt: civilDate,
});
export type SavedDocument = z.infer<typeof savedDocument>;

const issuedDocument = z.object({
  id,
  format: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  size: z.number(),
});
export type IssuedDocument = z.infer<typeof issuedDocument>;

export const registeredPack = z.object({
  id,
  /** Its number in the register, counted from the first that was issued: 1, 2, 3 … */
  number: z.number().int(),
  title: z.string(),
  body: z.string(),
  audience: z.enum(PACK_AUDIENCES),
  /** '' for none. */
  templateName: z.string(),
  dataAsAt: z.string(),
  logClock: z.string(),
  /** Instant, milliseconds UTC. */
  issuedAt: z.number(),
  note: z.string(),
  meeting: named.nullable(),
  tabledOn: z.string().nullable(),
  /** "Tabled on 1 December 2026", "On the agenda of 1 December 2026", "Not tabled". */
  tabledWords: z.string(),
  documents: z.array(issuedDocument),
});
export type RegisteredPack = z.infer<typeof registeredPack>;

const headline = z.object({ measure: z.string(), label: z.string(), value: z.number() });
export type PackHeadline = z.infer<typeof headline>;

export const registeredPackDetail = registeredPack.extend({
  /** Null when a later version of the program issued it with options that this one cannot read. */
  options: packOptions.nullable(),
  /** Its headline figures on the day of its data. */
  figures: z.array(headline),
  /** Where it stands on agendas, the latest meeting first. */
  agendaItems: z.array(z.object({ id, title: z.string(), meeting: named })),
  /** The packs issued before and after it for the same body and audience: what it is most often compared with. */
  previous: z.object({ id, number: z.number(), title: z.string(), dataAsAt: z.string() }).nullable(),
  next: z.object({ id, number: z.number(), title: z.string(), dataAsAt: z.string() }).nullable(),
});
export type RegisteredPackDetail = z.infer<typeof registeredPackDetail>;

const packDecision = z.object({
  id,
  text: z.string(),
  minuteReference: z.string(),
  meeting: named,
  /** What it was taken on: the pack itself, or a review or action that its "Decisions asked for" named. */
  on: z.enum(['pack', 'review', 'action']),
  review: z.object({ id, reference: z.string(), label: z.string() }).nullable(),
  action: z.object({ id, number: z.string(), text: z.string() }).nullable(),
  /** "The pack", "LCSPR 2025/02 · Baby T", "Action 1.2". */
  subject: z.string(),
});
export type PackDecision = z.infer<typeof packDecision>;

/**
 * same: byte for byte as recorded. different: the program's version writes it differently now. printed: a PDF is printed from the
 * page answered here, compare the printed bytes with `recorded`. not-issued: the pack was not issued in this format.
 */
const againVerdict = z.enum(['same', 'different', 'printed', 'not-issued']);
export type AgainVerdict = z.infer<typeof againVerdict>;

const againFile = writtenFile.extend({
  verdict: againVerdict,
  words: z.string(),
  recorded: z.object({ sha256: z.string(), size: z.number() }).nullable(),
});
export type AgainFile = z.infer<typeof againFile>;

const comparedFigure = headline.omit({ value: true }).extend({
  before: z.number().nullable(),
  after: z.number(),
  /** ↑, ↓, =, or – where it was not counted then. */
  symbol: z.string(),
  /** "3 more, worse", "no change", "not known then". */
  words: z.string(),
});
export type ComparedFigure = z.infer<typeof comparedFigure>;

export const packRegister = {
  /**
   * Records the pack whose documents were saved. All were written from the same state of the board, or it is refused: bad-input of
   * the field "documents". Without `meetingId` it is for the body's meeting on the options' meeting date, when there is one.
   */
  issue: procedure
    .input(
      z.object({
        options: packOptions,
        documents: z.array(savedDocument).min(1, 'save at least one document first').max(PACK_FORMATS.length),
        meetingId: id.nullable().default(null),
        note: longText.default(''),
      }),
    )
    .output(added.extend({ number: z.number().int() })),
  /** Newest first. */
  list: procedure
    .input(z.object({ ...pageOf, body: line.optional(), audience: z.enum(PACK_AUDIENCES).optional() }))
    .output(z.object({ rows: z.array(registeredPack), total: z.number() })),
  detail: procedure.input(z.object({ id })).output(registeredPackDetail),
  /** The decisions taken on it where it was tabled, and there on what it asked for. Slower than `detail`: it looks at the board as the pack saw it. */
  decisions: procedure.input(z.object({ id })).output(z.object({ decisions: z.array(packDecision) })),
  note: procedure.input(z.object({ packId: id, note: longText })).output(saved),
  /** Writes one document again, as `packs.write` wrote it then: steps of progress, then the file and whether it is the same. */
  again: procedure
    .input(z.object({ packId: id, format: z.enum(PACK_FORMATS) }))
    .output(eventIterator(progress.extend({ file: againFile.nullable() }))),
  /** What changed between two packs; whichever is given first, the earlier one is `before`. */
  compare: procedure.input(z.object({ packId: id, otherPackId: id })).output(
    z.object({
      before: registeredPack,
      after: registeredPack,
      figures: z.array(comparedFigure),
      blocks: z.array(packBlock),
    }),
  ),
  /**
   * Puts it on the meeting's agenda, and says when it was tabled there; null: it is on the agenda and not tabled yet. Items of it on
   * other agendas go, unless they were decided or deferred.
   */
  table: procedure
    .input(z.object({ packId: id, meetingId: id, tabledOn: partialDate.nullable() }))
    .output(saved.extend({ meetingItemId: id })),
  /** Takes it off every agenda again, where it was neither decided nor deferred. Refused once a decision was taken on it at its meeting. */
  untable: procedure.input(z.object({ packId: id })).output(saved),
};
