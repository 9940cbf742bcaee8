/**
 * Takes the review of a hand-over file in. Its rows keep their ids; what they name of the other board is matched with what this
 * board has, or made. Nothing in a file can name a row of this board but by being matched to it.
 */
import type { HandOverPreview } from '../contract/hand-overs.ts';
import { EVENT_KINDS } from '../domain/codes.ts';
import { tableWords } from '../domain/field-words.ts';
import { formatDate } from '../domain/partial-date.ts';
import { whyNotAttached } from '../domain/attached-files.ts';
import { keepContent, sha256Of } from '../store/attachments.ts';
import { Failure } from '../store/failure.ts';
import { REVIEW_ROWS } from '../store/review-rows.ts';
import type { Store, Writer } from '../store/store.ts';
import { quoted, type RecordedTable, tableShape } from '../store/tables.ts';
import { badInput, refuse } from './context.ts';
import {
  type AnyRow,
  type HandOverDocument,
  historyBeforeName,
  type NamedTable,
  referencesOf,
} from './hand-over-document.ts';

export const reviewOf = (document: HandOverDocument): AnyRow => document.records.reviews?.[0] ?? {};

const exists = (store: Store, table: string, id: unknown): boolean =>
  store.prepare<[unknown], { id: string }>(`select id from ${quoted(table)} where id = ?`).get(id) !== undefined;

/** Why the file cannot be received here at all, or null. */
const whyRefused = (store: Store, document: HandOverDocument): string | null => {
  const here = store
    .prepare<[string], { reference: string; removed: number | null }>(
      'select reference, removed from reviews where id = ?',
    )
    .get(document.reviewId);
  if (here === undefined) return null;
  return here.removed === null
    ? `This review is on this board already, as ${here.reference}.`
    : `This review was on this board, as ${here.reference}, and was removed. Undo the removal instead.`;
};

const isReferenceTaken = (store: Store, reference: string): boolean =>
  store
    .prepare<[string], { id: string }>('select id from reviews where reference = ? and removed is null')
    .get(reference) !== undefined;

type Match = { readonly id: string; readonly name: string } | undefined;

const sameName = (name: unknown): string => String(name).trim().toLowerCase();

/** The board's own row that stands for the file's, by code where there is one, else by name. */
const createMatcher = (store: Store, document: HandOverDocument) => {
  const find = (sql: string, ...values: unknown[]): Match =>
    store.prepare<unknown[], NonNullable<Match>>(sql).get(...values);
  const byCodeOrName = (table: 'reviewTypes' | 'themes' | 'delayReasons', row: AnyRow, also = ''): Match =>
    find(`select id, name from ${table} where code = ? and removed is null ${also} limit 1`, row.code) ??
    find(
      `select id, name from ${table} where lower(trim(name)) = ? and removed is null ${also} limit 1`,
      sameName(row.name),
    );
  const byAnyName = (table: 'agencies' | 'bodies', row: AnyRow): Match => {
    const [names, key] =
      table === 'agencies' ? (['agencyNames', 'agencyId'] as const) : (['bodyNames', 'bodyId'] as const);
    const earlier = (document.named[names] ?? [])
      .filter((name) => name[key] === row.id)
      .map(({ name }) => sameName(name));
    for (const name of [sameName(row.name), ...earlier]) {
      const found =
        find(`select id, name from ${table} where lower(trim(name)) = ? and removed is null limit 1`, name) ??
        find(
          `select x.id, x.name from ${names} n join ${table} x on x.id = n.${key}
           where lower(trim(n.name)) = ? and n.removed is null and x.removed is null limit 1`,
          name,
        );
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const inType = (table: 'stages' | 'regimes' | 'clockRules', row: AnyRow, typeId: string | undefined): Match =>
    typeId === undefined
      ? undefined
      : (find(
          `select id, name from ${table} where reviewTypeId = ? and code = ? and code <> '' and removed is null limit 1`,
          typeId,
          row.code,
        ) ??
        find(
          `select id, name from ${table} where reviewTypeId = ? and lower(trim(name)) = ? and removed is null limit 1`,
          typeId,
          sameName(row.name),
        ));
  return { find, byCodeOrName, byAnyName, inType };
};

const NAMED_WORDS: readonly NamedTable[] = ['reviewTypes', 'agencies', 'bodies', 'themes', 'delayReasons'];

const matchOf = (matcher: ReturnType<typeof createMatcher>, table: NamedTable, row: AnyRow): Match => {
  switch (table) {
    case 'reviewTypes':
    case 'delayReasons':
      return matcher.byCodeOrName(table, row);
    case 'themes':
      return matcher.byCodeOrName(table, row, 'and mergedIntoId is null');
    case 'agencies':
    case 'bodies':
      return matcher.byAnyName(table, row);
    default:
      return undefined;
  }
};

export const previewHandOver = (store: Store, document: HandOverDocument): HandOverPreview => {
  const { records, named, from } = document;
  const review = reviewOf(document);
  const matcher = createMatcher(store, document);
  const matches = NAMED_WORDS.flatMap((table) =>
    (named[table] ?? []).map((row) => ({
      what: tableWords(table),
      name: String(row.name),
      here: matchOf(matcher, table, row)?.name ?? null,
    })),
  );
  return {
    fromBoard: from.board,
    to: document.to,
    handedOverOn: document.handedOverOn,
    deadline: document.deadline,
    reviewId: document.reviewId,
    reference: String(review.reference),
    title: String(review.title ?? ''),
    type: String(named.reviewTypes?.[0]?.name ?? ''),
    labels: (records.labels ?? []).map(({ label }) => String(label)),
    stage: document.stageBefore.name,
    counts: {
      recommendations: records.recommendations?.length ?? 0,
      actions: records.actions?.length ?? 0,
      attachments: records.attachments?.length ?? 0,
      records: Object.values(records).reduce((all, rows) => all + rows.length, 0),
      history: document.history.reduce((all, { entries }) => all + entries.length, 0),
    },
    matches,
    refused: whyRefused(store, document),
    isReferenceTaken: isReferenceTaken(store, String(review.reference)),
  };
};

/** Writes the review with all that came with it. Fails with not-allowed, bad-input (naming the reference) or import-refused. */
export const writeReceived = (
  store: Store,
  write: Writer,
  document: HandOverDocument,
  { reference, receivedOn }: { readonly reference: string; readonly receivedOn: string },
): string => {
  const refused = whyRefused(store, document);
  if (refused !== null) refuse(refused, 'Nothing was received.');
  const wanted = reference.trim() || String(reviewOf(document).reference);
  if (isReferenceTaken(store, wanted)) {
    throw new Failure('bad-input', {
      problem: `Another review here has the reference ${wanted}. Give this one another.`,
      field: 'reference',
    });
  }
  // Rows name one another both ways (an action the one that supersedes it): what is named must stand at the end.
  write.db.pragma('defer_foreign_keys = ON');
  const ids = nameHere(store, write, document);
  const inFile = new Map<string, ReadonlySet<unknown>>(
    Object.entries(document.records).map(([table, rows]) => [table, new Set(rows.map(({ id }) => id))]),
  );
  const resolve = (parent: string, id: unknown): string | null => {
    if (inFile.get(parent)?.has(id)) return String(id);
    if (parent === 'reviews') return exists(store, 'reviews', id) ? String(id) : null;
    return ids.get(String(id)) ?? null;
  };
  for (const { table } of REVIEW_ROWS) {
    const references = referencesOf(store, table);
    for (const row of document.records[table] ?? []) {
      if (exists(store, table, row.id)) {
        if (MAY_BE_HERE.has(table)) continue;
        refuse(
          `${tableWords(table)} ${row.id} of the file is on this board already, in another review.`,
          'Nothing was received.',
        );
      }
      writeRow(write, table, withWordsForMeetings(document, resolved(table, row, references, resolve), row), {
        reference: wanted,
        receivedOn,
        document,
      });
    }
  }
  keepFiles(write, document);
  write.insert('settings', {
    name: historyBeforeName(document.reviewId),
    value: JSON.stringify(document.history),
  });
  return document.reviewId;
};

/** What another review of the same case brought along before. */
const MAY_BE_HERE: ReadonlySet<string> = new Set(['cases', 'subjects', 'labels', 'evidence', 'attachments']);

const resolved = (
  table: RecordedTable,
  row: AnyRow,
  references: ReadonlyMap<string, string>,
  resolve: (parent: string, id: unknown) => string | null,
): AnyRow => {
  const next = { ...row };
  for (const [column, parent] of references) {
    const id = row[column] ?? null;
    if (id === null) continue;
    next[column] = resolve(parent, id);
    if (next[column] === null && tableShape(table)?.required.has(column)) {
      throw new Failure('import-refused', {
        at: `records.${table}`,
        problem: `a row names ${tableWords(parent).toLowerCase()} that is not in the file`,
      });
    }
  }
  return next;
};

/** A meeting that this board does not have stays in words where something was due or decided at it. */
const withWordsForMeetings = (document: HandOverDocument, next: AnyRow, row: AnyRow): AnyRow => {
  const lost = (column: string): string | null =>
    typeof row[column] === 'string' && next[column] === null ? meetingWords(document, row[column]) : null;
  const target = lost('targetMeetingId');
  const decided = lost('meetingId');
  return {
    ...next,
    ...(target === null ? {} : { targetText: next.targetText ?? target }),
    ...(decided === null || !('note' in next)
      ? {}
      : { note: [`Meeting: ${decided}.`, next.note].filter(Boolean).join(' ') }),
  };
};

const meetingWords = ({ named }: HandOverDocument, id: string): string | null => {
  const meeting = named.meetings?.find((row) => row.id === id);
  if (meeting === undefined) return null;
  const body = named.bodies?.find((row) => row.id === meeting.bodyId);
  return [body?.name, formatDate(textOf(meeting.date), textOf(meeting.dateText))].filter(Boolean).join(', ');
};

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

type Received = { readonly reference: string; readonly receivedOn: string; readonly document: HandOverDocument };

const writeRow = (
  write: Writer,
  table: RecordedTable,
  row: AnyRow,
  { reference, receivedOn, document }: Received,
): void => {
  if (table === 'reviews') return insert(write, table, { ...row, reference });
  if (table === 'handOvers' && row.direction === 'to' && row.handedOverOn !== null) {
    const body = document.from.board;
    return insert(write, table, {
      ...row,
      direction: 'from',
      body,
      bodyId: null,
      acceptedOn: row.acceptedOn ?? receivedOn,
    });
  }
  if (table === 'milestones' && !(EVENT_KINDS as readonly unknown[]).includes(row.kind)) {
    throw new Failure('import-refused', { at: 'records.milestones', problem: 'an event is of no known kind' });
  }
  insert(write, table, row);
};

const insert = (write: Writer, table: RecordedTable, row: AnyRow): void => {
  const { removed: _, ...fields } = row;
  write.insert(table, fields);
};

/** The rows that the file names, as this board has them: matched, or made. Ids of the file to ids here. */
const nameHere = (store: Store, write: Writer, document: HandOverDocument): ReadonlyMap<string, string> => {
  const ids = new Map<string, string>();
  const matcher = createMatcher(store, document);
  const rows = (table: NamedTable): readonly AnyRow[] => document.named[table] ?? [];
  const make = (table: NamedTable, row: AnyRow, fields: AnyRow = {}): string => {
    const { id: _, removed: __, ...own } = row;
    return write.insert(table, { ...own, ...fields });
  };
  const matchOrMake = (table: NamedTable, fields: (row: AnyRow) => AnyRow = () => ({})): void => {
    for (const row of rows(table))
      ids.set(String(row.id), matchOf(matcher, table, row)?.id ?? make(table, row, fields(row)));
  };
  const madeTypes = new Set(
    rows('reviewTypes')
      .filter((row) => matchOf(matcher, 'reviewTypes', row) === undefined)
      .map(({ id }) => id),
  );
  matchOrMake('reviewTypes');
  for (const table of ['stages', 'regimes', 'clockRules'] as const) {
    for (const row of rows(table)) {
      const typeId = ids.get(String(row.reviewTypeId));
      const match = matcher.inType(table, row, typeId);
      if (match !== undefined) ids.set(String(row.id), match.id);
      else if (
        typeId !== undefined &&
        (madeTypes.has(row.reviewTypeId ?? null) ? table !== 'clockRules' : table === 'regimes')
      ) {
        ids.set(String(row.id), make(table, row, { reviewTypeId: typeId }));
      }
    }
  }
  nameStages(store, ids, document);
  matchOrMake('agencies');
  matchOrMake('bodies', () => ({ parentBodyId: null }));
  nameThemes(store, matcher, ids, rows('themes'), (row, fields) => make('themes', row, fields));
  matchOrMake('delayReasons');
  for (const meeting of rows('meetings')) {
    const found = matcher.find(
      'select id, title as name from meetings where bodyId = ? and date is ? and date is not null and removed is null limit 1',
      ids.get(String(meeting.bodyId)) ?? '',
      meeting.date,
    );
    if (found !== undefined) ids.set(String(meeting.id), found.id);
  }
  return ids;
};

/** The review goes on where it was: at the stage of its type here with that code, name or kind. */
const nameStages = (
  store: Store,
  ids: Map<string, string>,
  { stageBefore, records, named }: HandOverDocument,
): void => {
  const review = records.reviews?.[0];
  const typeId = ids.get(String(review?.reviewTypeId)) ?? '';
  const stage =
    store
      .prepare<[string, string, string, string, string], { id: string }>(
        `select id from stages where reviewTypeId = ? and removed is null and kind <> 'handed-over'
         order by code = ? desc, lower(name) = lower(?) desc, kind = ? desc, kind = 'referral' desc, position, ? limit 1`,
      )
      .get(typeId, stageBefore.code, stageBefore.name, stageBefore.kind, '') ??
    badInput(
      `The type “${String(named.reviewTypes?.[0]?.name)}” has no stages here. Add them in Settings, Review types, first.`,
    );
  ids.set(String(review?.stageId), stage.id);
};

/** From the top of the tree down: a theme that is made stands under its own one above. */
const nameThemes = (
  store: Store,
  matcher: ReturnType<typeof createMatcher>,
  ids: Map<string, string>,
  themes: readonly AnyRow[],
  make: (row: AnyRow, fields: AnyRow) => string,
): void => {
  const taxonomyId = store
    .prepare<[], { id: string }>('select id from taxonomies where removed is null order by id limit 1')
    .get()?.id;
  const name = (row: AnyRow, above: ReadonlySet<unknown>): string => {
    const known = ids.get(String(row.id)) ?? matchOf(matcher, 'themes', row)?.id;
    if (known !== undefined) return known;
    if (taxonomyId === undefined)
      return badInput('This board has no taxonomy to put the review’s themes in. Make one in Themes first.');
    const parent = above.has(row.parentThemeId) ? undefined : themes.find(({ id }) => id === row.parentThemeId);
    const parentThemeId = parent === undefined ? null : nameOnce(parent, new Set([...above, row.id]));
    return make(row, { taxonomyId, parentThemeId, mergedIntoId: null });
  };
  const nameOnce = (row: AnyRow, above: ReadonlySet<unknown>): string => {
    const id = name(row, above);
    ids.set(String(row.id), id);
    return id;
  };
  for (const row of themes) nameOnce(row, new Set());
};

/** The bytes of attached files lie outside the change log, each under its SHA-256, which must be its own. */
const keepFiles = (write: Writer, { files, records }: HandOverDocument): void => {
  const names = new Map((records.attachments ?? []).map(({ sha256, fileName }) => [sha256, String(fileName)]));
  for (const [sha256, base64] of Object.entries(files)) {
    const bytes = Buffer.from(base64, 'base64');
    const fileName = names.get(sha256);
    const problem =
      fileName === undefined || sha256Of(bytes) !== sha256
        ? 'an attached file is not what its record says'
        : whyNotAttached(fileName, bytes);
    if (problem !== null) throw new Failure('import-refused', { at: 'files', problem });
    keepContent(write.db, bytes);
  }
  if ([...names.keys()].some((sha256) => !(String(sha256) in files))) {
    throw new Failure('import-refused', { at: 'files', problem: 'an attached file is missing' });
  }
};
