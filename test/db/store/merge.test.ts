import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkLog } from '../../../db/service/check.ts';
import { verifyChain } from '../../../db/store/change-log.ts';
import { headsOf } from '../../../db/store/causality.ts';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { openInMemory } from '../../../db/store/database.ts';
import { exportBoard } from '../../../db/store/export.ts';
import { Failure } from '../../../db/store/failure.ts';
import { importBoard, readBoardDocument } from '../../../db/store/import.ts';
import { migrate } from '../../../db/store/migrate.ts';
import { mergeOperations, writeHeldBack } from '../../../db/store/merge/merge.ts';
import { readOperations } from '../../../db/store/merge/operations.ts';
import type { Store } from '../../../db/store/store.ts';
import { nextRedo, nextUndo, undo } from '../../../db/store/undo.ts';
import { type RecordedTable, type RowPatch, tableShape } from '../../../db/store/tables.ts';
import { createLaptops, type Laptops, type Replicas } from '../../support/replicas.ts';

const ACTION = '00000000-0000-7000-8000-00000000000a';
const REVIEW = '00000000-0000-7000-8000-00000000000b';
const CASE = '00000000-0000-7000-8000-00000000000c';
const BODY = '00000000-0000-7000-8000-00000000000d';
const [HEALTH, HOUSING] = ['00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-0000000000e2'];
const THEMES = ['00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000f2'] as const;

let laptops: Laptops;
beforeAll(() => {
  laptops = createLaptops(3, (store) => {
    store.operation({ kind: 'import' }, (write) => {
      write.insert('cases', { id: CASE, reference: 'C1' });
      const reviewTypeId = write.insert('reviewTypes', {
        code: 't',
        name: 'T',
        shortName: 'T',
        singular: 't',
        plural: 't',
        nation: 'england',
      });
      const stageId = write.insert('stages', { reviewTypeId, code: 's', name: 'S', kind: 'referral', position: 0 });
      write.insert('reviews', { id: REVIEW, caseId: CASE, reference: 'R1', title: 'Review', reviewTypeId, stageId });
      write.insert('actions', { id: ACTION, number: '1', text: 'Brief all teams', reviewId: REVIEW });
      write.insert('bodies', { id: BODY, name: 'Executive', kind: 'executive', position: 0 });
      const taxonomyId = write.insert('taxonomies', { name: 'Themes' });
      for (const [at, id] of THEMES.entries())
        write.insert('themes', { id, taxonomyId, code: `T${at}`, name: `Theme ${at}` });
      write.insert('agencies', { id: HEALTH, name: 'Health' });
      write.insert('agencies', { id: HOUSING, name: 'Housing' });
    });
  });
}, 60_000);
afterAll(() => laptops.close());

type Pair = {
  readonly a: Store;
  readonly b: Store;
  readonly c: Store;
  readonly exchange: () => void;
  readonly replicas: Replicas;
};

const apart = (work: (pair: Pair) => void): void =>
  laptops.run(3, 1, (replicas) => {
    const [a, b, c] = replicas.all.map(({ store }) => store);
    if (!a || !b || !c) throw new Error('three laptops are needed');
    work({ a, b, c, exchange: () => replicas.deliverAll(), replicas });
  });

const set = <T extends RecordedTable>(
  store: Store,
  table: T,
  id: string,
  patch: RowPatch<T>,
  kind = 'edit-action',
): void => {
  store.operation({ kind }, (write) => write.update(table, id, patch));
};

const decide = (store: Store, choose: (write: Parameters<Parameters<Store['operation']>[1]>[0]) => void): void => {
  const conflict = conflictsOf(store)[0];
  if (conflict === undefined) throw new Error('nothing waits');
  store.operation({ kind: 'decide-conflict' }, (write) => {
    const { id: conflictId, tableName, rowId, cell, sides } = conflict;
    write.insert('conflictDecisions', { conflictId, tableName, rowId, cell, sides, choice: 'side' });
    choose(write);
  });
};

type Waiting = {
  id: string;
  kind: string;
  tableName: string;
  rowId: string;
  cell: string;
  sides: string;
  shown: string | null;
};
const conflictsOf = (store: Store): Waiting[] =>
  store.db.prepare<[], Waiting>('select * from conflicts order by kind, cell').all();
const action = (store: Store) => store.row('actions', ACTION);

describe('what two laptops wrote apart', () => {
  it('stands from both where it is different fields', () => {
    apart(({ a, b, exchange }) => {
      set(a, 'actions', ACTION, { text: 'Brief every team' });
      set(b, 'actions', ACTION, { successMeasure: 'Nine in ten know it' });
      exchange();
      for (const store of [a, b]) {
        expect(action(store)).toMatchObject({ text: 'Brief every team', successMeasure: 'Nine in ten know it' });
        expect(conflictsOf(store)).toEqual([]);
      }
    });
  });

  it('waits for a decision where it is the same field, shows one value on both and loses neither', () => {
    apart(({ a, b, exchange }) => {
      set(a, 'actions', ACTION, { text: 'One' });
      set(b, 'actions', ACTION, { text: 'Two' });
      exchange();
      expect(action(a).text).toBe(action(b).text);
      expect(conflictsOf(a)).toEqual(conflictsOf(b));
      expect(conflictsOf(a)).toMatchObject([{ kind: 'field', cell: 'text' }]);
      expect(JSON.parse(conflictsOf(a)[0]?.sides ?? '[]')).toHaveLength(2);
    });
  });

  it('is no conflict where both wrote the same', () => {
    apart(({ a, b, exchange }) => {
      for (const store of [a, b]) set(store, 'actions', ACTION, { text: 'Same' });
      exchange();
      expect(conflictsOf(a)).toEqual([]);
    });
  });

  it('keeps a date together with its words', () => {
    apart(({ a, b, exchange }) => {
      set(a, 'actions', ACTION, { targetDate: '2027-03-01' });
      set(b, 'actions', ACTION, { targetText: 'after the inquest' });
      exchange();
      const { targetDate, targetText } = action(a);
      expect([
        ['2027-03-01', null],
        [null, 'after the inquest'],
      ]).toContainEqual([targetDate, targetText]);
      expect(conflictsOf(b)).toMatchObject([{ kind: 'field', cell: 'targetDate' }]);
    });
  });

  it('ends when one decides, on every laptop, and opens again when another version arrives that the decision did not know', () => {
    apart(({ a, b, c, replicas, exchange }) => {
      set(a, 'actions', ACTION, { text: 'One' });
      set(b, 'actions', ACTION, { text: 'Two' });
      set(c, 'actions', ACTION, { text: 'Three' });
      replicas.deliver(0, 1);
      decide(b, (write) => write.update('actions', ACTION, { text: 'One' }));
      expect(conflictsOf(b)).toEqual([]);
      expect(action(b).text).toBe('One');
      replicas.deliver(1, 0);
      expect(conflictsOf(a)).toEqual([]);
      exchange();
      expect(conflictsOf(a)).toMatchObject([{ kind: 'field', cell: 'text' }]);
      expect(JSON.parse(conflictsOf(a)[0]?.sides ?? '[]')).toHaveLength(2);
      decide(c, (write) => write.update('actions', ACTION, { text: 'One and three' }));
      exchange();
      for (const store of [a, b, c]) expect([conflictsOf(store), action(store).text]).toEqual([[], 'One and three']);
    });
  });

  it('stays in conflict under an ordinary edit of the value shown: the other is not dropped unseen', () => {
    apart(({ a, b, exchange }) => {
      set(a, 'actions', ACTION, { text: 'One' });
      set(b, 'actions', ACTION, { text: 'Two' });
      exchange();
      set(a, 'actions', ACTION, { text: 'Edited since' });
      exchange();
      expect(action(b).text).toBe('Edited since');
      expect(conflictsOf(b)).toHaveLength(1);
    });
  });
});

describe('what a clock never decides', () => {
  it.each([0, 1e11, -1e11])(
    'a state that two moved differently shows the one from before, whatever the clocks (%d ms)',
    (wrongBy) => {
      apart(({ a, b, exchange, replicas }) => {
        for (const store of [a, b]) expect(action(store).state).toBe('not-started');
        const second = replicas.all[1];
        if (second) second.wrongBy = wrongBy;
        set(a, 'actions', ACTION, { state: 'in-progress' }, 'move-action');
        set(b, 'actions', ACTION, { state: 'rejected' }, 'move-action');
        exchange();
        for (const store of [a, b]) {
          expect(action(store).state).toBe('not-started');
          expect(conflictsOf(store)).toMatchObject([{ kind: 'field', cell: 'state' }]);
        }
        set(b, 'actions', ACTION, { state: 'in-progress' }, 'move-action');
        exchange();
        for (const store of [a, b]) expect([action(store).state, conflictsOf(store)]).toEqual(['in-progress', []]);
      });
    },
  );

  it('a state that one only moved further on the same way stands', () => {
    apart(({ a, b, exchange }) => {
      for (const state of ['in-progress', 'reported-complete']) set(a, 'actions', ACTION, { state }, 'move-action');
      set(b, 'actions', ACTION, { state: 'in-progress' }, 'move-action');
      exchange();
      for (const store of [a, b]) expect([action(store).state, conflictsOf(store)]).toEqual(['reported-complete', []]);
    });
  });

  it('a legal hold that one put on and the other did not know of stays on until it is decided', () => {
    apart(({ a, b, exchange }) => {
      set(a, 'reviews', REVIEW, { legalHold: 1, legalHoldReason: 'Inquest' }, 'edit-review');
      exchange();
      set(a, 'reviews', REVIEW, { legalHold: 1, legalHoldReason: 'Inquest and trial' }, 'edit-review');
      set(b, 'reviews', REVIEW, { legalHold: 0, legalHoldReason: '' }, 'edit-review');
      exchange();
      for (const store of [a, b]) {
        expect(store.row('reviews', REVIEW).legalHold).toBe(1);
        expect(conflictsOf(store)).toMatchObject([{ kind: 'field', cell: 'legalHold' }]);
      }
    });
  });

  it('two approvals of one plan recorded apart both stand, and wait for a decision', () => {
    apart(({ a, b, exchange }) => {
      for (const store of [a, b]) {
        store.operation({ kind: 'record-approval' }, (write) =>
          write.insert('approvals', {
            appliesTo: 'plan',
            reviewId: REVIEW,
            bodyId: BODY,
            kind: store === a ? 'adopted' : 'rejected',
          }),
        );
      }
      exchange();
      for (const store of [a, b]) {
        expect(conflictsOf(store)).toMatchObject([{ kind: 'two-decisions', tableName: 'approvals' }]);
        expect(store.db.prepare('select count(*) from approvals').pluck().get()).toBe(2);
      }
      const [first] = a.db.prepare<[], string>('select id from approvals order by id').pluck().all();
      set(a, 'approvals', first ?? '', { revokedOn: '2026-11-23', revokedReason: 'Recorded twice' }, 'revoke-approval');
      exchange();
      for (const store of [a, b]) expect(conflictsOf(store)).toEqual([]);
    });
  });
});

describe('the moves that led to a state', () => {
  const move = (store: Store, toState: string, date: string): void => {
    store.operation({ kind: 'move-action' }, (write) => {
      const fromState = action(store).state;
      write.insert('actionStateMoves', { actionId: ACTION, fromState, toState, date });
      write.update('actions', ACTION, { state: toState, stateSince: date });
    });
  };
  const counted = (store: Store): string[] =>
    store.db
      .prepare<[], string>('select toState from actionStateMoves where removed is null order by date, id')
      .pluck()
      .all();
  const expectOnBoth = (stores: readonly Store[], moves: readonly string[]): void => {
    for (const store of stores) {
      expect(counted(store)).toEqual(moves);
      expect(checkLog(store.db)).toMatchObject({ ok: true });
    }
  };

  it('count on no side while it waits, and then on the side that was taken; the log keeps them all', () => {
    apart(({ a, b, exchange }) => {
      move(a, 'in-progress', '2026-11-01');
      exchange();
      move(a, 'reported-complete', '2026-11-02');
      move(a, 'signed-off', '2026-11-03');
      move(b, 'rejected', '2026-11-04');
      exchange();
      expectOnBoth([a, b], ['in-progress']);
      decide(b, (write) => write.update('actions', ACTION, { state: 'signed-off', stateSince: '2026-11-03' }));
      exchange();
      expectOnBoth([a, b], ['in-progress', 'reported-complete', 'signed-off']);
      const kept = a.db.prepare(`select count(*) from changes where tableName = 'actionStateMoves'`).pluck().get();
      expect(kept).toBe(4);
    });
  });

  it('count on no side when another state was given instead', () => {
    apart(({ a, b, exchange }) => {
      move(a, 'reported-complete', '2026-11-02');
      move(b, 'rejected', '2026-11-04');
      exchange();
      move(a, 'in-progress', '2026-11-05');
      exchange();
      expectOnBoth([a, b], ['in-progress']);
    });
  });

  it('count once where both went the same way', () => {
    apart(({ a, b, exchange }) => {
      for (const store of [a, b]) move(store, 'in-progress', '2026-11-01');
      move(a, 'reported-complete', '2026-11-02');
      exchange();
      expectOnBoth([a, b], ['in-progress', 'reported-complete']);
    });
  });
});

describe('an edit on a shared board', () => {
  it('makes no statement anew that an edit before it has made', () => {
    apart(({ a, b, exchange }) => {
      set(b, 'agencies', HOUSING, { note: 'Of B' });
      exchange();
      set(a, 'agencies', HEALTH, { note: 'First' });
      const prepare = vi.spyOn(a.db, 'prepare');
      set(a, 'agencies', HEALTH, { note: 'Second' });
      expect(prepare.mock.calls.map(([sql]) => sql)).toEqual([]);
      prepare.mockRestore();
    });
  });

  it('says once what its laptop has taken in since the one before, also after one that was refused', () => {
    apart(({ a, b, exchange }) => {
      const seenOfLast = (): string | null | undefined =>
        a.db
          .prepare<[string], string | null>(
            'select seen from operations where deviceId = ? order by sequence desc limit 1',
          )
          .pluck()
          .get(a.device.id);
      set(b, 'agencies', HOUSING, { note: 'One' });
      exchange();
      set(a, 'agencies', HEALTH, { note: 'One' });
      expect(seenOfLast()).toBe(JSON.stringify({ [b.device.id]: 1 }));
      set(a, 'agencies', HEALTH, { note: 'Two' });
      expect(seenOfLast()).toBeNull();
      set(b, 'agencies', HOUSING, { note: 'Two' });
      exchange();
      expect(() => set(a, 'agencies', THEMES[0], { note: 'Not an agency' })).toThrow(Failure);
      set(a, 'agencies', HEALTH, { note: 'Two' });
      set(a, 'agencies', HEALTH, { note: 'Three' });
      expect(seenOfLast()).toBe(JSON.stringify({ [b.device.id]: 2 }));
    });
  });
});

describe('a removal', () => {
  it('does not take away what another edited meanwhile, nor what belongs to it', () => {
    apart(({ a, b, exchange }) => {
      a.operation({ kind: 'remove' }, (write) => write.remove('reviews', REVIEW));
      set(b, 'actions', ACTION, { text: 'Edited meanwhile' });
      exchange();
      for (const store of [a, b]) {
        expect(store.row('reviews', REVIEW).removed).toBeNull();
        expect(conflictsOf(store)).toMatchObject([{ kind: 'removed-and-edited', rowId: REVIEW }]);
      }
      decide(b, (write) => write.remove('reviews', REVIEW));
      exchange();
      for (const store of [a, b]) {
        expect(store.row('reviews', REVIEW).removed).not.toBeNull();
        expect(conflictsOf(store)).toEqual([]);
      }
    });
  });

  it('does not take away what another brought back below it meanwhile', () => {
    apart(({ a, b, exchange }) => {
      const link = b.operation({ kind: 'edit-theme' }, (write) =>
        write.insert('reviewThemes', { reviewId: REVIEW, themeId: THEMES[0] }),
      ).result;
      const removal = b.operation({ kind: 'remove' }, (write) => write.remove('reviewThemes', link)).operation;
      exchange();
      a.operation({ kind: 'remove' }, (write) => write.remove('reviews', REVIEW));
      undo(b, removal?.id ?? '');
      exchange();
      for (const store of [a, b]) {
        expect([store.row('reviewThemes', link).removed, store.row('reviews', REVIEW).removed]).toEqual([null, null]);
        expect(conflictsOf(store)).toMatchObject([{ kind: 'removed-and-edited', rowId: REVIEW }]);
      }
    });
  });

  it('that was decided against stays outdone', () => {
    apart(({ a, b, exchange }) => {
      a.operation({ kind: 'remove' }, (write) => write.remove('actions', ACTION));
      set(b, 'actions', ACTION, { text: 'Edited meanwhile' });
      exchange();
      decide(a, () => undefined);
      exchange();
      for (const store of [a, b]) expect([action(store).removed, conflictsOf(store)]).toEqual([null, []]);
    });
  });

  it('holds when it was made knowing the edit, and when both removed it', () => {
    apart(({ a, b, exchange }) => {
      set(b, 'actions', ACTION, { text: 'Edited before' });
      exchange();
      for (const store of [a, b]) store.operation({ kind: 'remove' }, (write) => write.remove('actions', ACTION));
      exchange();
      for (const store of [a, b]) {
        expect(action(store).removed).not.toBeNull();
        expect(conflictsOf(store)).toEqual([]);
      }
    });
  });
});

describe('a set', () => {
  it('holds what either added, once', () => {
    apart(({ a, b, exchange }) => {
      for (const [store, themes] of [[a, [THEMES[0]]] as const, [b, THEMES] as const]) {
        for (const themeId of themes) {
          store.operation({ kind: 'edit-theme' }, (write) =>
            write.insert('reviewThemes', { reviewId: REVIEW, themeId }),
          );
        }
      }
      exchange();
      for (const store of [a, b]) {
        expect(store.db.prepare('select themeId from reviewThemes order by themeId').pluck().all()).toEqual([
          ...THEMES,
        ]);
        expect(conflictsOf(store)).toEqual([]);
      }
    });
  });

  it('gets a member back that was removed, under its own id', () => {
    apart(({ a }) => {
      const add = () =>
        a.operation({ kind: 'edit-theme' }, (write) =>
          write.insert('reviewThemes', { reviewId: REVIEW, themeId: THEMES[0] }),
        ).result;
      const id = add();
      a.operation({ kind: 'edit-theme' }, (write) => write.remove('reviewThemes', id));
      expect(add()).toBe(id);
      expect(a.row('reviewThemes', id).removed).toBeNull();
    });
  });
});

describe('what cannot stand together', () => {
  it('links that two laptops led round in a circle are opened at the last, and both see it', () => {
    apart(({ a, b, exchange }) => {
      set(a, 'themes', THEMES[0], { parentThemeId: THEMES[1] }, 'edit-theme');
      set(b, 'themes', THEMES[1], { parentThemeId: THEMES[0] }, 'edit-theme');
      exchange();
      for (const store of [a, b]) {
        expect(THEMES.map((id) => store.row('themes', id).parentThemeId)).toEqual([THEMES[1], null]);
        expect(conflictsOf(store)).toMatchObject([{ kind: 'cannot-stand', rowId: THEMES[1], cell: 'parentThemeId' }]);
      }
    });
  });

  it('two agencies added under one name are both kept, and shown as twins until one is renamed', () => {
    apart(({ a, b, exchange }) => {
      const [mine] = [a, b].map(
        (store) =>
          store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name: 'Probation' })).result,
      );
      exchange();
      expect(conflictsOf(b)).toMatchObject([{ kind: 'twins', tableName: 'agencies' }]);
      set(a, 'agencies', mine ?? '', { name: 'Probation (north)' }, 'edit-agency');
      exchange();
      for (const store of [a, b]) expect(conflictsOf(store)).toEqual([]);
    });
  });
});

describe('what several rows tell together', () => {
  const approve = (store: Store, kind: string): string =>
    store.operation({ kind: 'record-approval' }, (write) =>
      write.insert('approvals', { appliesTo: 'plan', reviewId: REVIEW, bodyId: BODY, kind }),
    ).result;
  const waiting = (stores: readonly Store[]): string[][] =>
    stores.map((store) => conflictsOf(store).map(({ kind, sides }) => `${kind} ${JSON.parse(sides).length}`));

  it('waits again on every laptop when what settled it is taken back', () => {
    apart(({ a, b, c, exchange }) => {
      const mine = approve(a, 'adopted');
      approve(b, 'rejected');
      exchange();
      set(a, 'approvals', mine, { revokedOn: '2026-11-23', revokedReason: 'Recorded twice' }, 'revoke-approval');
      exchange();
      expect(waiting([a, b, c])).toEqual([[], [], []]);
      set(a, 'approvals', mine, { revokedOn: null, revokedReason: '' }, 'edit-approval');
      exchange();
      expect(waiting([a, b, c])).toEqual([['two-decisions 2'], ['two-decisions 2'], ['two-decisions 2']]);
    });
  });

  it('does not wait where two decisions say the same, word for word, with the same conditions', () => {
    const approveOn = (store: Store, date: string, conditions: readonly string[]): void => {
      store.operation({ kind: 'record-approval' }, (write) => {
        const approval = { appliesTo: 'plan', reviewId: REVIEW, bodyId: BODY, kind: 'adopted', date };
        const approvalId = write.insert('approvals', approval);
        for (const text of conditions) write.insert('approvalConditions', { approvalId, text });
      });
    };
    for (const [mine, theirs, waits] of [
      [['Leads agreed', 'Costs known'], ['Costs known', 'Leads agreed'], []],
      [['Leads agreed'], ['Costs known'], ['two-decisions 2']],
    ] as const) {
      apart(({ a, b, exchange }) => {
        approveOn(a, '2020-05-08', mine);
        approveOn(b, '2020-05-08', theirs);
        exchange();
        expect(waiting([a, b])).toEqual([waits, waits]);
        expect(a.db.prepare('select count(*) from approvals').pluck().get()).toBe(2);
      });
    }
  });

  it('waits on every laptop when a record gets the name of one that was added apart', () => {
    apart(({ a, b, c, exchange }) => {
      const add = (store: Store, name: string) =>
        store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name })).result;
      add(a, 'Probation');
      const other = add(b, 'Police');
      exchange();
      set(b, 'agencies', other, { name: 'Probation' }, 'edit-agency');
      exchange();
      expect(waiting([a, b, c])).toEqual([['twins 2'], ['twins 2'], ['twins 2']]);
    });
  });

  it('stays settled among those that were kept when one of them goes', () => {
    apart(({ a, b, c, exchange }) => {
      const [first = ''] = [a, b, c].map((store) => approve(store, store === a ? 'adopted' : 'rejected')).toSorted();
      exchange();
      decide(a, () => undefined);
      set(a, 'approvals', first, { revokedOn: '2026-11-23', revokedReason: 'Not in the minutes' }, 'revoke-approval');
      exchange();
      expect(waiting([a, b, c])).toEqual([[], [], []]);
    });
  });
});

describe('what two reviews share, when one of them was handed over', () => {
  const R2 = '00000000-0000-7000-8000-0000000000b2';
  const OTHER_CASE = '00000000-0000-7000-8000-0000000000c2';
  const EVIDENCE = '00000000-0000-7000-8000-000000000091';
  const ITS_LINK = '00000000-0000-7000-8000-000000000092';

  /** One hands the review over; the other writes apart to the case and to an item of evidence, which serve both reviews. */
  const handedOverApart = ({ a, b, exchange }: Pair): void => {
    a.operation({ kind: 'import' }, (write) => {
      const { reviewTypeId, stageId } = a.row('reviews', REVIEW);
      write.insert('cases', { id: OTHER_CASE, reference: 'C2' });
      write.insert('reviews', { id: R2, caseId: CASE, reference: 'R2', title: 'Second', reviewTypeId, stageId });
      const itsAction = write.insert('actions', { number: '1', text: 'Of the second', reviewId: R2 });
      write.insert('evidence', { id: EVIDENCE, what: 'Minutes' });
      write.insert('evidenceLinks', { evidenceId: EVIDENCE, actionId: ACTION });
      write.insert('evidenceLinks', { id: ITS_LINK, evidenceId: EVIDENCE, actionId: itsAction });
    });
    exchange();
    a.operation({ kind: 'hand-over' }, (write) => {
      const { reviewTypeId } = a.row('reviews', REVIEW);
      const stageId = write.insert('stages', {
        reviewTypeId,
        code: 'h',
        name: 'Handed over',
        kind: 'handed-over',
        position: 1,
      });
      write.insert('handOvers', {
        reviewId: REVIEW,
        direction: 'to',
        body: 'Next board',
        handedOverOn: '2026-11-20',
      });
      write.update('reviews', REVIEW, { stageId });
    });
    set(b, 'evidence', EVIDENCE, { note: 'Read again' });
    set(b, 'cases', CASE, { note: 'Read again' });
    exchange();
  };

  const asksFor = (store: Store): readonly unknown[] =>
    conflictsOf(store).map(({ kind, rowId, sides }) => [kind, rowId, (JSON.parse(sides) as unknown[]).length]);

  it('is asked about on every laptop as soon as it is of that review alone, and no longer when it is shared again', () => {
    apart((pair) => {
      const { a, b, exchange } = pair;
      handedOverApart(pair);
      for (const store of [a, b]) expect(asksFor(store)).toEqual([]);
      a.operation({ kind: 'edit-action' }, (write) => write.remove('evidenceLinks', ITS_LINK));
      expect(asksFor(a)).toEqual([['after-hand-over', REVIEW, 1]]);
      exchange();
      expect(asksFor(b)).toEqual([['after-hand-over', REVIEW, 1]]);
      set(b, 'reviews', R2, { caseId: OTHER_CASE });
      expect(asksFor(b)).toEqual([['after-hand-over', REVIEW, 2]]);
      exchange();
      expect(asksFor(a)).toEqual([['after-hand-over', REVIEW, 2]]);
      set(a, 'reviews', R2, { caseId: CASE });
      set(a, 'evidenceLinks', ITS_LINK, { removed: null });
      expect(asksFor(a)).toEqual([]);
      exchange();
      expect(asksFor(b)).toEqual([]);
    });
  });
});

describe('two records of one number', () => {
  it('are no twins when one laptop made both, whatever another wrote meanwhile', () => {
    apart(({ a, b, exchange }) => {
      a.operation({ kind: 'add-action' }, (write) => {
        for (const text of ['One', 'Another']) write.insert('actions', { number: '9', text, reviewId: REVIEW });
      });
      set(b, 'agencies', HEALTH, { note: 'Asked' }, 'edit-agency');
      exchange();
      for (const store of [a, b]) expect(conflictsOf(store)).toEqual([]);
    });
  });
});

describe('an operation that two laptops took back apart', () => {
  const rename = (store: Store): string =>
    store.operation({ kind: 'edit-agency' }, (write) => write.update('agencies', HEALTH, { name: 'Health north' }))
      .operation?.id ?? '';
  const undoOnBoth = ({
    a,
    b,
    exchange,
  }: Pair): { readonly id: string; readonly byA: string; readonly byB: string } => {
    const id = rename(a);
    exchange();
    const [byA, byB] = [a, b].map((store) => undo(store, id).operation?.id ?? '');
    exchange();
    return { id, byA: byA ?? '', byB: byB ?? '' };
  };

  it('is in effect again when one of them does it again, on every laptop, and can be taken back once more', () => {
    for (const again of ['byA', 'byB'] as const) {
      apart((pair) => {
        const { a, b, exchange } = pair;
        const undone = undoOnBoth(pair);
        expect(nextUndo(a)).toBeNull();
        undo(again === 'byA' ? a : b, undone[again]);
        exchange();
        expect(nextUndo(a)?.id).toBe(undone.id);
        for (const store of [a, b]) {
          expect([store.row('agencies', HEALTH).name, nextRedo(store)]).toEqual(['Health north', null]);
          expect(conflictsOf(store)).toEqual([]);
        }
        undo(b, undone.id);
        exchange();
        for (const store of [a, b]) expect(store.row('agencies', HEALTH).name).toBe('Health');
        expect(nextUndo(a)).toBeNull();
      });
    }
  });
});

describe('two records of one id in two tables', () => {
  it('are each merged by themselves', () => {
    apart(({ a, b, exchange }) => {
      a.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { id: ACTION, name: 'Police' }));
      set(a, 'actions', ACTION, { text: 'One' });
      b.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { id: ACTION, name: 'Probation' }));
      set(b, 'actions', ACTION, { text: 'Two' });
      exchange();
      for (const store of [a, b]) {
        expect(conflictsOf(store).map(({ kind, tableName, cell }) => [kind, tableName, cell])).toEqual([
          ['field', 'agencies', 'name'],
          ['field', 'actions', 'text'],
        ]);
        expect(action(store).text).toBe('Two');
        expect(store.row('agencies', ACTION).name).toBe('Probation');
      }
      decide(b, (write) => write.update('agencies', ACTION, { name: 'Police' }));
      exchange();
      for (const store of [a, b]) {
        expect(conflictsOf(store)).toMatchObject([{ kind: 'field', tableName: 'actions' }]);
        expect(checkLog(store.db)).toMatchObject({ ok: true });
      }
    });
  });
});

describe('a record under the id of another table’s', () => {
  const share = (store: Store): void => {
    store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { id: ACTION, name: 'Police' }));
  };

  it('does not hide who wrote the other last', () => {
    apart(({ a, b, c, replicas }) => {
      set(b, 'actions', ACTION, { text: 'Two' });
      share(a);
      set(a, 'actions', ACTION, { text: 'One' });
      replicas.deliver(1, 2);
      replicas.deliver(0, 2, 1);
      replicas.deliver(0, 2, 1);
      expect(conflictsOf(c)).toMatchObject([{ kind: 'field', tableName: 'actions', cell: 'text' }]);
    });
  });

  it('does not hide what the other belongs to', () => {
    apart(({ a, b, exchange }) => {
      a.operation({ kind: 'remove' }, (write) => write.remove('reviews', REVIEW));
      b.operation({ kind: 'edit-action' }, (write) => {
        write.insert('agencies', { id: ACTION, name: 'Police' });
        write.update('actions', ACTION, { text: 'Edited meanwhile' });
      });
      exchange();
      for (const store of [a, b])
        expect(conflictsOf(store)).toMatchObject([{ kind: 'removed-and-edited', rowId: REVIEW }]);
    });
  });

  it('is nothing that belongs to what the other belongs to', () => {
    apart(({ a, b, exchange }) => {
      a.operation({ kind: 'remove' }, (write) => write.remove('reviews', REVIEW));
      set(a, 'actions', ACTION, { text: 'Known to the one who removed it' });
      share(b);
      exchange();
      set(b, 'cases', CASE, { note: 'Looked at again' }, 'edit-review');
      exchange();
      for (const store of [a, b]) {
        expect(store.row('reviews', REVIEW).removed).not.toBeNull();
        expect(conflictsOf(store)).toEqual([]);
        expect(checkLog(store.db)).toMatchObject({ ok: true });
      }
    });
  });
});

describe('what this version does not know', () => {
  it('is kept in the log as it came, and passed on', () => {
    apart(({ a, b, c, replicas }) => {
      a.operation({ kind: 'decide-the-future' }, (write) => {
        write.update('actions', ACTION, { text: 'Known' });
        write.db.exec(`insert into changes (operation, tableName, rowId, field, new)
          select number, 'futureRecords', '00000000-0000-7000-8000-000000000abc', '', '{"words":"kept"}' from temp.currentOperation`);
      });
      replicas.deliver(0, 1);
      replicas.deliver(1, 2);
      expect(action(c).text).toBe('Known');
      for (const store of [b, c]) {
        expect(store.db.prepare(`select new from changes where tableName = 'futureRecords'`).pluck().all()).toEqual([
          '{"words":"kept"}',
        ]);
        expect(verifyChain(store.db).breaks).toEqual([]);
      }
    });
  });

  it('is held back for a later version also on a board made from an export', () => {
    apart(({ a }) => {
      a.operation({ kind: 'decide-the-future' }, (write) => {
        write.insert('boards', { name: 'Board', nation: 'england' });
        write.db.exec(`insert into changes (operation, tableName, rowId, field, new) values
          ((select number from temp.currentOperation), 'futureRecords', '00000000-0000-7000-8000-000000000abc', '', '{"words":"kept"}'),
          ((select number from temp.currentOperation), 'actions', '${ACTION}', 'futureField', 'kept')`);
      });
      const made = openInMemory();
      migrate(made, MIGRATIONS, () => undefined);
      importBoard(made, readBoardDocument([...exportBoard(a.db)].join('')));
      const heldBack = 'select c.tableName from heldBack h join changes c on c.number = h.change order by c.tableName';
      expect(made.prepare(heldBack).pluck().all()).toEqual(['actions', 'futureRecords']);
      made.close();
    });
  });

  it('is written when this version knows it, with what others wrote to the same row since', () => {
    apart(({ a, b }) => {
      const old = (name: string) => (name === 'closures' ? undefined : tableShape(name));
      const id = a.operation({ kind: 'edit-closure' }, (write) =>
        write.insert('closures', { date: '2026-12-24', name: 'Office closed' }),
      ).result;
      set(a, 'closures', id, { name: 'Office closed early' }, 'edit-closure');
      const first = (headsOf(b.db).get(a.device.id) ?? 0) + 1;
      const last = headsOf(a.db).get(a.device.id) ?? 0;
      mergeOperations(b.db, [...readOperations(a.db, { deviceId: a.device.id, first, last })], old);
      expect(b.db.prepare('select count(*) from closures').pluck().get()).toBe(0);
      writeHeldBack(b.db);
      expect(b.row('closures', id)).toEqual(a.row('closures', id));
      expect(b.db.prepare('select count(*) from heldBack').pluck().get()).toBe(0);
    });
  });
});
