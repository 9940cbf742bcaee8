/** The register as it is read: each issued pack with its documents, its meeting, and what became of it there. */
import type { RegisteredPack, RegisteredPackDetail } from '../contract/pack-register.ts';
import { type PackOptions, packOptions } from '../contract/packs.ts';
import { formatDate } from '../domain/partial-date.ts';
import { HEADLINE_MEASURES } from '../packs/since/headline-figures.ts';
import { Failure } from '../store/failure.ts';
import type { Row } from '../store/tables.ts';
import type { Reader } from './context.ts';
import { namedMeeting } from './meeting-list.ts';

type Registered = Row<'packs'> & { readonly number: number; readonly isOnAgenda: number };

/** Numbers are counted over the whole register, whatever part of it is asked for. */
const REGISTER = `with register as (
  select p.*, row_number() over (order by p.issuedAt, p.id) as number,
    exists (select 1 from meetingItems i where i.packId = p.id and i.meetingId = p.meetingId and i.removed is null) as isOnAgenda
  from packs p where p.removed is null)`;

/** The row of an issued pack. Fails with not-found. */
export const issuedPack = (reader: Reader, id: string): Registered => {
  const row = reader.prepare<[string], Registered>(`${REGISTER} select * from register where id = ?`).get(id);
  if (row === undefined) throw new Failure('not-found', { what: 'pack', id });
  return row;
};

/** Its options; null when they are not of this version of the program. */
export const readIssuedOptions = (json: string): PackOptions | null => {
  try {
    return packOptions.strict().safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
};

/** Its headline figures; none when they cannot be read. One that an older version did not keep, or that is no number, is not known. */
export const readIssuedFigures = (json: string): Readonly<Partial<Record<string, number>>> => {
  try {
    const figures: unknown = JSON.parse(json);
    if (typeof figures !== 'object' || figures === null) return {};
    return Object.fromEntries(Object.entries(figures).filter((entry) => typeof entry[1] === 'number'));
  } catch {
    return {};
  }
};

/** In the order they are told; one that the register does not hold is left out, never told as nought. */
const headlinesOf = (figures: Readonly<Record<string, unknown>>): RegisteredPackDetail['figures'] =>
  HEADLINE_MEASURES.flatMap(({ measure, label }) => {
    const value = figures[measure];
    return typeof value === 'number' ? [{ measure, label, value }] : [];
  });

export const toRegistered = (reader: Reader, row: Registered): RegisteredPack => {
  const { id, number, title, body, templateName, dataAsAt, logClock, issuedAt, note, tabledOn } = row;
  const meeting = namedMeeting(reader, row.meetingId);
  const documents = reader
    .prepare<[string], RegisteredPack['documents'][number]>(
      'select id, format, fileName, sha256, size from packDocuments where packId = ? and removed is null order by id',
    )
    .all(id);
  return {
    id,
    number,
    title,
    body,
    audience: row.audience as RegisteredPack['audience'],
    templateName,
    dataAsAt,
    logClock,
    issuedAt,
    note,
    meeting,
    tabledOn,
    tabledWords: tabledWords(meeting, tabledOn, row.isOnAgenda === 1),
    documents,
  };
};

const tabledWords = (meeting: RegisteredPack['meeting'], tabledOn: string | null, isOnAgenda: boolean): string => {
  const at = meeting === null ? '' : `: ${meeting.body}`;
  if (tabledOn !== null) return `Tabled on ${formatDate(tabledOn)}${at}`;
  if (meeting === null || !isOnAgenda) return 'Not tabled';
  return ['On the agenda of', formatDate(meeting.date, meeting.dateText)].filter(Boolean).join(' ') + at;
};

export type RegisterQuestion = {
  readonly offset: number;
  readonly limit: number;
  readonly body?: string | undefined;
  readonly audience?: string | undefined;
};

/** Newest first. */
export const listIssued = (reader: Reader, { offset, limit, ...only }: RegisterQuestion) => {
  const filter = { body: only.body ?? null, audience: only.audience ?? null };
  const where = '(@body is null or body = @body) and (@audience is null or audience = @audience)';
  const rows = reader
    .prepare<[typeof filter & { offset: number; limit: number }], Registered>(
      `${REGISTER} select * from register where ${where} order by number desc limit @limit offset @offset`,
    )
    .all({ ...filter, offset, limit });
  const total = reader
    .prepare<[typeof filter], { n: number }>(`select count(*) as n from packs where removed is null and ${where}`)
    .get(filter);
  return { rows: rows.map((row) => toRegistered(reader, row)), total: total?.n ?? 0 };
};

export const readIssued = (reader: Reader, id: string): RegisteredPackDetail => {
  const row = issuedPack(reader, id);
  return {
    ...toRegistered(reader, row),
    options: readIssuedOptions(row.options),
    figures: headlinesOf(readIssuedFigures(row.figures)),
    agendaItems: agendaItemsOf(reader, id),
    previous: neighbour(reader, row, 'number < @number order by number desc'),
    next: neighbour(reader, row, 'number > @number order by number'),
  };
};

const agendaItemsOf = (reader: Reader, packId: string): RegisteredPackDetail['agendaItems'] =>
  reader
    .prepare<[string], { id: string; title: string; meetingId: string }>(
      `select i.id, i.title, i.meetingId from meetingItems i join meetings m on m.id = i.meetingId
       where i.packId = ? and i.removed is null and m.removed is null order by m.date is null desc, m.date desc, i.id`,
    )
    .all(packId)
    .flatMap(({ id, title, meetingId }) => {
      const meeting = namedMeeting(reader, meetingId);
      return meeting === null ? [] : [{ id, title, meeting }];
    });

const neighbour = (
  reader: Reader,
  { number, body, audience }: Registered,
  which: string,
): RegisteredPackDetail['previous'] =>
  reader
    .prepare<[{ number: number; body: string; audience: string }], NonNullable<RegisteredPackDetail['previous']>>(
      `${REGISTER} select id, number, title, dataAsAt from register where body = @body and audience = @audience and ${which} limit 1`,
    )
    .get({ number, body, audience }) ?? null;
