/** Recording an issued pack, and where it was tabled. */
import type { SavedDocument } from '../contract/pack-register.ts';
import type { PackOptions } from '../contract/packs.ts';
import { earliestDay, formatDate } from '../domain/partial-date.ts';
import { replay } from '../store/as-at.ts';
import { readCalendar } from '../store/facts.ts';
import { headsOf, type Vector } from '../store/causality.ts';
import { END_OF_LOG, fixedEnd, type LogEnd, logEndText, readVector } from '../store/log-end.ts';
import { Failure } from '../store/failure.ts';
import type { Sqlite } from '../store/database.ts';
import type { Store } from '../store/store.ts';
import type { Row } from '../store/tables.ts';
import { type Reader, refuse, todayOf } from './context.ts';
import { readOverview } from './overview.ts';
import { issuedPack, readIssuedOptions } from './pack-register-reading.ts';

const inField = (field: string, problem: string, advice?: string): never => {
  throw new Failure('bad-input', { problem, field, ...(advice === undefined ? {} : { advice }) });
};

export type Issue = {
  readonly options: PackOptions;
  readonly documents: readonly SavedDocument[];
  readonly meetingId: string | null;
  readonly note: string;
};

/** Fails with bad-input when the documents are not of one state of this board. */
export const issuePack = (store: Store, { options, documents, meetingId, note }: Issue) => {
  const [first] = documents;
  if (first === undefined) return inField('documents', 'Save at least one document of the pack first.');
  const { logClock, logVector, dataAsAt } = first;
  refuseMixed(documents);
  const end = { clock: logClock, vector: readVector(logVector) };
  refuseOtherBoard(store, end);
  if (dataAsAt > todayOf(store) || (options.asAt !== null && options.asAt !== dataAsAt))
    inField('documents', 'The documents are not of the day that the options name. Write them again.');
  if (meetingId !== null && standingMeeting(store, meetingId) === null)
    inField('meetingId', 'That meeting is not on this board.');
  const figures = JSON.stringify(figuresAt(store, end, dataAsAt));
  const committed = store.operation({ kind: 'issue-pack' }, (write) => {
    const packId = write.insert('packs', {
      title: options.title,
      body: options.body,
      meetingId: meetingId ?? meetingOf(store, options),
      audience: options.audience,
      templateName: options.templateName,
      options: JSON.stringify(options),
      dataAsAt,
      logClock,
      logVector,
      issuedAt: write.now,
      figures,
      note,
    });
    for (const { format, fileName, sha256, size } of documents)
      write.insert('packDocuments', { packId, format, fileName, sha256, size });
    return packId;
  });
  return { committed, number: issuedPack(store, committed.result).number };
};

/** Two documents of one pack must not disagree: both were written from the same state of the board. */
const refuseMixed = (documents: readonly SavedDocument[]): void => {
  const formats = new Set(documents.map(({ format }) => format));
  if (formats.size < documents.length) inField('documents', 'A pack has one document of each format.');
  const states = new Set(documents.map(({ logVector, dataAsAt }) => `${logVector} ${dataAsAt}`));
  if (states.size > 1)
    inField(
      'documents',
      'The board was changed while the documents were written, so they may not say the same.',
      'The documents are where you saved them, but nothing was recorded. Write and save them again.',
    );
};

/** What they had read is here, and nothing of it is later than they say. */
const refuseOtherBoard = (store: Store, end: LogEnd & { readonly vector: Vector }): void => {
  const heads = headsOf(store.db);
  const isHere = [...end.vector].every(([deviceId, sequence]) => sequence <= (heads.get(deviceId) ?? 0));
  if (!isHere || end.vector.size === 0 || fixedEnd(store, { ...END_OF_LOG, vector: end.vector }).clock !== end.clock)
    inField('documents', 'These documents were not written from this board, so they cannot be in its register.');
};

/** The counts of the overview, as the pack saw the board. */
const figuresAt = (store: Store, end: LogEnd, dataAsAt: string): Readonly<Record<string, number>> => {
  if (logEndText(end) === logEndText(fixedEnd(store, END_OF_LOG)) && dataAsAt === todayOf(store))
    return countsOf(store, store.db, dataAsAt);
  const past = replay(store.db, end);
  try {
    return countsOf(past, past, dataAsAt);
  } finally {
    past.close();
  }
};

const countsOf = (reader: Reader, db: Sqlite, day: string): Readonly<Record<string, number>> => {
  const calendar = readCalendar(db);
  return calendar === null ? {} : readOverview(reader, day, calendar).counts;
};

/** The body's meeting on the day that the options name. */
const meetingOf = (reader: Reader, { body, meetingDate }: PackOptions): string | null =>
  meetingDate === null
    ? null
    : (reader
        .prepare<[string, string], { id: string }>(
          `select m.id from meetings m join bodies b on b.id = m.bodyId
           where b.name = ? and m.date = ? and m.state <> 'cancelled' and m.removed is null and b.removed is null order by m.id limit 1`,
        )
        .get(body, meetingDate)?.id ?? null);

const standingMeeting = (reader: Reader, id: string): Row<'meetings'> | null =>
  reader.prepare<[string], Row<'meetings'>>('select * from meetings where id = ? and removed is null').get(id) ?? null;

export const notePack = (store: Store, packId: string, note: string) => {
  issuedPack(store, packId);
  return store.operation({ kind: 'note-pack' }, (write) => write.update('packs', packId, { note }));
};

/** Puts it on the meeting's agenda, where it stands once, and says when it was tabled there. It leaves the agendas it was open on. */
export const tablePack = (store: Store, packId: string, meetingId: string, tabledOn: string | null) => {
  const pack = issuedPack(store, packId);
  const meeting = standingMeeting(store, meetingId);
  if (meeting === null) throw new Failure('not-found', { what: 'meeting', id: meetingId });
  if (meeting.state === 'cancelled') refuse('This meeting was cancelled, so nothing can be tabled at it.');
  if (tabledOn !== null && earliestDay(tabledOn) > todayOf(store))
    inField(
      'tabledOn',
      `${formatDate(tabledOn)} has not come yet.`,
      'Put the pack on the agenda now, and say that it was tabled once it was.',
    );
  const items = itemsOfPack(store, packId);
  const here = items.find((item) => item.meetingId === meetingId);
  const elsewhere = items.filter((item) => item.meetingId !== meetingId);
  return store.operation({ kind: 'table-pack' }, (write) => {
    write.update('packs', packId, { meetingId, tabledOn });
    for (const { id } of elsewhere.filter(isOpen)) write.remove('meetingItems', id);
    if (here !== undefined) return here.id;
    return write.insert('meetingItems', {
      meetingId,
      title: pack.title,
      purpose: purposeOf(pack),
      packId,
      position: endOfAgenda(store, meetingId),
    });
  });
};

/** Its open agenda items go too, wherever they stand; not once something was decided on it at its meeting. */
export const untablePack = (store: Store, packId: string) => {
  const pack = issuedPack(store, packId);
  const items = itemsOfPack(store, packId);
  const open = items.filter(isOpen);
  if (pack.tabledOn === null && open.length === 0) refuse('This pack is on no agenda.');
  if (items.some(({ meetingId, decisions }) => meetingId === pack.meetingId && decisions > 0))
    refuse(
      'A decision was recorded on this pack, so it was tabled.',
      'Nothing was changed. Remove the decision first, or give it to another item.',
    );
  return store.operation({ kind: 'table-pack' }, (write) => {
    write.update('packs', packId, { tabledOn: null });
    for (const { id } of open) write.remove('meetingItems', id);
  });
};

type PackItem = {
  readonly id: string;
  readonly meetingId: string;
  readonly decisions: number;
  readonly isDeferred: number;
};

const itemsOfPack = (reader: Reader, packId: string): readonly PackItem[] =>
  reader
    .prepare<[string], PackItem>(
      `select i.id, i.meetingId, i.deferredToMeetingId is not null or i.deferredText is not null as isDeferred,
         (select count(*) from decisions d where d.meetingItemId = i.id and d.removed is null) as decisions
       from meetingItems i where i.packId = ? and i.removed is null order by i.id`,
    )
    .all(packId);

/** An item that was decided or deferred says what became of the pack at that meeting, and stays. */
const isOpen = ({ decisions, isDeferred }: PackItem): boolean => decisions === 0 && isDeferred === 0;

const purposeOf = ({ options }: Row<'packs'>): 'information' | 'discussion' | 'decision' =>
  readIssuedOptions(options)?.purpose ?? 'information';

const endOfAgenda = (reader: Reader, meetingId: string): number =>
  (reader
    .prepare<[string], { last: number | null }>(
      'select max(position) as last from meetingItems where meetingId = ? and removed is null',
    )
    .get(meetingId)?.last ?? 0) + 1;
