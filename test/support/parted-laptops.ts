/** The sample board on a laptop that has taken in what two others wrote apart from it: conflicts of every kind, by the real path. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SAMPLE_PASSPHRASE } from '../../db/domain/sample.ts';
import { deferConflict } from '../../db/service/conflict-decisions.ts';
import { conflictDetail, listConflicts } from '../../db/service/conflict-reading.ts';
import { BoardSession } from '../../db/service/session.ts';
import { createStore, type Store, type Surroundings } from '../../db/store/store.ts';
import type { RecordedTable, RowPatch } from '../../db/store/tables.ts';
import { exportToFile, importFromFile } from '../../db/sync/exchange.ts';
import { boardIdOf } from '../../db/sync/outgoing.ts';
import { addLaptop, joinOwnBoard, type Laptop, readLaptop } from '../../db/sync/this-laptop.ts';
import { APART } from './parted-names.ts';
import { sameBytesEachRun } from '../e2e/support/same-bytes.ts';

type Joined = { readonly store: Store; readonly laptop: Laptop };

/** `folder` holds the sample board; afterwards nobody else has it open. */
export const partLaptops = async (folder: string): Promise<void> => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'tracker-apart-'));
  const surroundings: Surroundings = { now: clockOfAnHourAgo(), random: sameBytesEachRun('apart') };
  const session = new BoardSession(folder, surroundings);
  await session.unlock(SAMPLE_PASSPHRASE);
  const board: Joined = { store: session.store, laptop: await joinOwnBoard(session.store) };
  const north = await join(board, scratch, surroundings, { name: 'North laptop', post: 'Business support officer' });
  const south = await join(board, scratch, surroundings, { name: 'South laptop', post: 'Quality assurance lead' });
  try {
    writeApart({ office: board.store, north: north.store, south: south.store });
    for (const { store, laptop } of [north, south]) {
      const file = path.join(scratch, `from-${laptop.device}.sync`);
      // oxlint-disable-next-line no-await-in-loop -- one is taken in after the other
      await exportToFile(store, laptop, file);
      // oxlint-disable-next-line no-await-in-loop -- one is taken in after the other
      await importFromFile(board.store, board.laptop, file);
    }
    putOffThePlace(board.store);
  } finally {
    for (const { store } of [north, south]) store.close();
    session.close();
    rmSync(scratch, { recursive: true, force: true });
  }
};

/** A second later at each look, so that no two changes are of one instant. */
const clockOfAnHourAgo = (): (() => number) => {
  let now = Date.now() - 60 * 60 * 1000;
  return () => (now += 1000);
};

type Device = { readonly name: string; readonly post: string };

const join = async (board: Joined, scratch: string, surroundings: Surroundings, device: Device): Promise<Joined> => {
  const store = createStore(path.join(scratch, device.name), new Uint8Array(32).fill(9), device, surroundings);
  store.db.pragma('synchronous = OFF');
  const laptop = await readLaptop(store);
  board.store.operation({ kind: 'add-device' }, (write) =>
    addLaptop(write, { ...device, ...laptop.keys, device: laptop.device }),
  );
  const file = path.join(scratch, `for-${laptop.device}.sync`);
  await exportToFile(board.store, board.laptop, file, { all: true });
  const sponsor = { board: boardIdOf(board.store), device: board.laptop.device, signKey: board.laptop.keys.signKey };
  await importFromFile(store, laptop, file, { sponsor });
  return { store, laptop };
};

/** Before: "Revise the pre-birth protocol so that midwifery, health visiting and adult services are asked in every case." */
const OFFICE_TEXT =
  'Revise the pre-birth protocol with the family hubs so that midwifery, health visiting and adult services are asked in every case, and the answer is kept on the child’s file. Each service names a post that answers within two working days.';
const NORTH_TEXT =
  'Revise the pre-birth protocol so that midwifery, health visiting, probation and adult services are asked in every case where a parent is under 21. Each service answers in writing, and a manager looks at the cases of every month.';

type Laptops = { readonly office: Store; readonly north: Store; readonly south: Store };

const writeApart = (laptops: Laptops): void => {
  writeFieldsApart(laptops);
  writeRecordsApart(laptops);
};

const writeFieldsApart = ({ office, north, south }: Laptops): void => {
  const longText = actionOf(office, APART.longText);
  set(office, 'actions', longText, { text: OFFICE_TEXT }, 'edit-action', 'Asked by the sub-group');
  set(north, 'actions', longText, { text: NORTH_TEXT }, 'edit-action', 'Agreed with the training lead');

  const moved = actionOf(office, APART.state);
  set(
    office,
    'actions',
    moved,
    { state: 'in-progress', stateSince: '2026-11-16' },
    'move-action',
    'Two teams are left',
  );
  set(north, 'actions', moved, { state: 'signed-off', stateSince: '2026-11-18' }, 'move-action', 'The audit was seen');

  const led = actionOf(office, APART.lead);
  for (const [store, name] of [
    [office, 'Exampleshire Police'],
    [north, 'Exampleshire Housing'],
    [south, 'Schools and Colleges'],
  ] as const) {
    set(store, 'actions', led, { leadAgencyId: named(office, 'agencies', name) }, 'edit-action');
  }

  const target = actionOf(office, APART.target);
  const noMeeting = { targetMeetingId: null };
  set(office, 'actions', target, { targetDate: '2027-02-26', targetText: null, ...noMeeting }, 'change-target');
  set(south, 'actions', target, { targetDate: null, targetText: 'after the inquest', ...noMeeting }, 'change-target');

  const completed = `select m.id from milestones m join reviews r on r.id = m.reviewId
    where r.reference = ? and m.kind = 'completed'`;
  const event = idOf(office, completed, APART.review);
  set(office, 'milestones', event, { date: '2026-06-07' }, 'edit-milestone');
  set(south, 'milestones', event, { date: '2026', dateText: 'early summer 2026' }, 'edit-milestone');

  const executive = named(office, 'bodies', 'Executive group');
  const meeting = idOf(office, `select id from meetings where bodyId = ? and state = 'planned'`, executive);
  set(office, 'meetings', meeting, { place: 'County Hall, room 2' }, 'edit-meeting');
  set(south, 'meetings', meeting, { place: 'Online' }, 'edit-meeting');
};

const writeRecordsApart = ({ office, north, south }: Laptops): void => {
  const review = idOf(office, 'select id from reviews where reference = ?', APART.review);
  const executive = named(office, 'bodies', 'Executive group');

  const removed = actionOf(office, APART.removed);
  set(office, 'actions', removed, { leadPost: 'Head of early help' }, 'edit-action', 'Named at the last meeting');
  north.operation({ kind: 'remove', reason: 'The same as action 3.2' }, (write) => write.remove('actions', removed));

  for (const [store, kind, minute] of [
    [office, 'adopted', '2026-11/item 4'],
    [south, 'deferred', '2026-11/item 4a'],
  ] as const) {
    store.operation({ kind: 'record-approval' }, (write) =>
      write.insert('approvals', {
        appliesTo: 'report',
        reviewId: review,
        bodyId: executive,
        kind,
        date: '2026-11-17',
        minuteReference: minute,
      }),
    );
  }

  for (const [store, sector] of [
    [office, 'Emergency services'],
    [north, 'Fire and rescue'],
  ] as const) {
    store.operation({ kind: 'edit-agency' }, (write) =>
      write.insert('agencies', { name: 'Exampleshire Fire and Rescue Service', sector }),
    );
  }

  const [supervision, training] = [named(office, 'themes', 'Supervision'), named(office, 'themes', 'Training')];
  set(office, 'themes', supervision, { parentThemeId: training }, 'edit-theme');
  set(north, 'themes', training, { parentThemeId: supervision }, 'edit-theme');
};

/** One of them was put off before anybody looks. */
const putOffThePlace = (store: Store): void => {
  const waiting = listConflicts(store, { offset: 0, limit: 100 }).conflicts.find(({ cell }) => cell === 'place');
  if (waiting === undefined) throw new Error('the place of the meeting does not wait');
  const sides = conflictDetail(store, waiting.id).sides.map(({ id }) => id);
  deferConflict(store, { id: waiting.id, sides, reason: 'The venue answers on Monday' });
};

const actionOf = (store: Store, number: string): string =>
  idOf(
    store,
    'select a.id from actions a join reviews r on r.id = a.reviewId where r.reference = ? and a.number = ?',
    APART.review,
    number,
  );

const named = (store: Store, table: 'agencies' | 'bodies' | 'themes', name: string): string =>
  idOf(store, `select id from ${table} where name = ?`, name);

const idOf = (store: Store, sql: string, ...given: readonly string[]): string => {
  const found = store.db.prepare<unknown[], { id: string }>(sql).get(...given);
  if (found === undefined) throw new Error(`the sample has no ${given.join(', ')}`);
  return found.id;
};

const set = <T extends RecordedTable>(
  store: Store,
  table: T,
  id: string,
  patch: RowPatch<T>,
  kind: string,
  reason = '',
): void => {
  store.operation({ kind, reason }, (write) => write.update(table, id, patch));
};

// Run as a program of its own with the folder: what sync is made of and a browser's types do not go together.
const [, program, folder] = process.argv;
if (program === import.meta.filename && folder !== undefined) await partLaptops(folder);
