/**
 * The bytes of attached files, each once under its SHA-256, in the encrypted database. They are written in the operation that
 * attaches them and never altered or deleted: what is detached can be attached again by Undo. `db/schema/plans.ts` says the rest.
 */
import { createHash } from 'node:crypto';
import type { Sqlite } from './database.ts';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Keeps the bytes, unless they are kept already. Answers their SHA-256. */
export const keepContent = (db: Sqlite, bytes: Uint8Array): string => {
  const sha256 = sha256Of(bytes);
  db.prepare('insert or ignore into attachmentContents (sha256, bytes) values (?, ?)').run(sha256, bytes);
  return sha256;
};

export const readContent = (db: Sqlite, sha256: string): Uint8Array<ArrayBuffer> | null => {
  const row = db
    .prepare<[string], { bytes: Buffer<ArrayBuffer> }>('select bytes from attachmentContents where sha256 = ?')
    .get(sha256);
  return row === undefined ? null : new Uint8Array(row.bytes);
};

/** SHA-256 of every content that is kept, in order. */
export const contentHashes = (db: Sqlite): readonly string[] =>
  db
    .prepare<[], { sha256: string }>('select sha256 from attachmentContents order by sha256')
    .all()
    .map((row) => row.sha256);

export type AttachmentFault = { readonly sha256: string; readonly problem: 'missing' | 'altered' | 'other-size' };

/** Every attached file, detached ones too, whose bytes are not there or are not those that were attached. */
export const attachmentFaults = (db: Sqlite): readonly AttachmentFault[] => {
  const missing = db
    .prepare<[], { sha256: string }>(
      `select distinct a.sha256 from attachments a left join attachmentContents c on c.sha256 = a.sha256
       where c.sha256 is null order by a.sha256`,
    )
    .all();
  const otherSize = db
    .prepare<[], { sha256: string }>(
      `select distinct a.sha256 from attachments a join attachmentContents c on c.sha256 = a.sha256
       where length(c.bytes) <> a.size order by a.sha256`,
    )
    .all();
  const altered = contentHashes(db).filter((sha256) => {
    const bytes = readContent(db, sha256);
    return bytes === null || sha256Of(bytes) !== sha256;
  });
  return [
    ...missing.map(({ sha256 }) => ({ sha256, problem: 'missing' as const })),
    ...altered.map((sha256) => ({ sha256, problem: 'altered' as const })),
    ...otherSize
      .filter(({ sha256 }) => !altered.includes(sha256))
      .map(({ sha256 }) => ({ sha256, problem: 'other-size' as const })),
  ];
};
