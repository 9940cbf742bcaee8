/** Also while an earlier day is looked at: what the page remembers belongs to the present board. */
import { listView, type RecentRecord } from '../contract/workplace.ts';
import { VISITED_KINDS, type VisitedKind } from '../domain/found-kinds.ts';
import type { Store } from '../store/store.ts';
import { os } from './context.ts';
import { nameRecord } from './record-names.ts';

const remembered = 30;
/** A draft that nobody went on with for so long is not wanted. */
const draftDays = 90;
const done = { done: true } as const;

/** Remembers that the record was opened now; a record that is not there is not remembered. */
const rememberVisit = (store: Store, kind: VisitedKind, id: string): void => {
  if (nameRecord(store, kind, id) === null) return;
  store.prepare('insert or replace into visits (record, visitedAt) values (?, ?)').run(`${kind} ${id}`, store.now);
  store
    .prepare(
      'delete from visits where record not in (select record from visits order by visitedAt desc, record limit ?)',
    )
    .run(remembered);
};

const recentRecords = (store: Store, most: number): RecentRecord[] =>
  store
    .prepare<[], { record: string; visitedAt: number }>(
      'select record, visitedAt from visits order by visitedAt desc, record',
    )
    .all()
    .flatMap(({ record, visitedAt }) => {
      const [word = '', id = ''] = record.split(' ');
      const kind = VISITED_KINDS.find((known) => known === word);
      const name = kind === undefined ? null : nameRecord(store, kind, id);
      return kind === undefined || name === null ? [] : [{ kind, id, ...name, visitedAt }];
    })
    .slice(0, most);

export const workplace = {
  visited: os.workplace.visited.handler(({ input: { kind, id }, context: { session } }) => {
    rememberVisit(session.present, kind, id);
    return done;
  }),
  recent: os.workplace.recent.handler(({ input, context: { session } }) => recentRecords(session.present, input.most)),
  keepDraft: os.workplace.keepDraft.handler(({ input: { place, text }, context: { session } }) => {
    const store = session.present;
    store.prepare('insert or replace into drafts (place, text, keptAt) values (?, ?, ?)').run(place, text, store.now);
    store.prepare('delete from drafts where keptAt < ?').run(store.now - draftDays * 24 * 60 * 60 * 1000);
    return done;
  }),
  draft: os.workplace.draft.handler(({ input: { place }, context: { session } }) => {
    const kept = session.present
      .prepare<[string], { text: string; keptAt: number }>('select text, keptAt from drafts where place = ?')
      .get(place);
    return kept ?? null;
  }),
  drafts: os.workplace.drafts.handler(({ context: { session } }) =>
    session.present
      .prepare<[], { place: string; text: string; keptAt: number }>(
        'select place, text, keptAt from drafts order by keptAt desc, place',
      )
      .all(),
  ),
  dropDraft: os.workplace.dropDraft.handler(({ input: { place }, context: { session } }) => {
    session.present.prepare('delete from drafts where place = ?').run(place);
    return done;
  }),
  views: os.workplace.views.handler(({ input: { place }, context: { session } }) =>
    session.present
      .prepare<[string], { id: string; name: string; view: string }>(
        'select id, name, view from savedViews where place = ? and removed is null order by name collate nocase, id',
      )
      .all(place)
      .flatMap(({ id, name, view }) => {
        const read = listView.safeParse(JSON.parse(view));
        return read.success ? [{ id, place, name, view: read.data }] : [];
      }),
  ),
};
