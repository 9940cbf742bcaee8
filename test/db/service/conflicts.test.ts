import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConflictChosen } from '../../../db/contract/conflicts.ts';
import { router } from '../../../db/service/index.ts';
import type { BoardSession } from '../../../db/service/session.ts';
import type { Store } from '../../../db/store/store.ts';
import type { RecordedTable, RowPatch } from '../../../db/store/tables.ts';
import { type Client, refusalOf } from '../../support/board.ts';
import { createLaptops, type Laptops, stateOf } from '../../support/replicas.ts';

const ACTION = '00000000-0000-7000-8000-00000000000a';
const REVIEW = '00000000-0000-7000-8000-00000000000b';
const BODY = '00000000-0000-7000-8000-00000000000d';
const HEALTH = '00000000-0000-7000-8000-0000000000e1';
const THEMES = ['00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000f2'] as const;

let laptops: Laptops;
beforeAll(() => {
  laptops = createLaptops(3, (store) => {
    store.operation({ kind: 'import' }, (write) => {
      const caseId = write.insert('cases', { reference: 'C1' });
      const reviewTypeId = write.insert('reviewTypes', {
        code: 't',
        name: 'T',
        shortName: 'T',
        singular: 't',
        plural: 't',
        nation: 'england',
      });
      const stageId = write.insert('stages', { reviewTypeId, code: 's', name: 'S', kind: 'referral', position: 0 });
      write.insert('reviews', { id: REVIEW, caseId, reference: 'R1', title: 'Review', reviewTypeId, stageId });
      write.insert('actions', { id: ACTION, number: '1', text: 'Brief all teams', reviewId: REVIEW });
      write.insert('bodies', { id: BODY, name: 'Executive', kind: 'executive', position: 0 });
      const taxonomyId = write.insert('taxonomies', { name: 'Themes' });
      for (const [at, id] of THEMES.entries())
        write.insert('themes', { id, taxonomyId, code: `T${at}`, name: `Theme ${at}` });
      write.insert('agencies', { id: HEALTH, name: 'Health' });
    });
  });
}, 60_000);
afterAll(() => laptops.close());

/** One laptop with what a page would call on it. */
type Laptop = { readonly store: Store; readonly client: Client };

const laptopOf = (store: Store): Laptop => {
  const session = { present: store, store, pastDay: null, refuseInThePast: () => undefined, keepName: () => undefined };
  return { store, client: createRouterClient(router, { context: { session: session as unknown as BoardSession } }) };
};

type Work = (laptops: { readonly a: Laptop; readonly b: Laptop; readonly exchange: () => void }) => Promise<void>;

/** Whatever is done, both are the same once they have exchanged. */
const apart = (work: Work): Promise<void> =>
  laptops.runAsync(2, 1, async ({ all, deliverAll }) => {
    const [a, b] = all.map(({ store }) => laptopOf(store));
    if (a === undefined || b === undefined) throw new Error('two laptops are needed');
    await work({ a, b, exchange: deliverAll });
    deliverAll();
    expect(stateOf(a.store)).toEqual(stateOf(b.store));
  });

const set = <T extends RecordedTable>(
  { store }: Laptop,
  table: T,
  id: string,
  patch: RowPatch<T>,
  { kind = 'edit-action', reason = '' } = {},
): void => {
  store.operation({ kind, reason }, (write) => write.update(table, id, patch));
};

const list = async ({ client }: Laptop) => (await client.conflicts.list({})).conflicts;

const only = async (laptop: Laptop) => {
  const [first, ...more] = await list(laptop);
  if (first === undefined || more.length > 0) throw new Error(`${more.length + (first ? 1 : 0)} wait`);
  return laptop.client.conflicts.get({ id: first.id });
};

const decide = async (laptop: Laptop, choice: ConflictChosen, reason = '') => {
  const { id, sides } = await only(laptop);
  return laptop.client.conflicts.decide({ id, sides: sides.map((side) => side.id), choice, reason });
};

/** The side of that laptop. */
const sideOf = async (laptop: Laptop, name: string): Promise<string> => {
  const side = (await only(laptop)).sides.find((candidate) => candidate.laptop === name);
  if (side === undefined) throw new Error(`there is no side of ${name}`);
  return side.id;
};

const writeText = (laptop: Laptop, text: string): void =>
  set(laptop, 'actions', ACTION, { text }, { reason: 'Asked by the chair' });

const disputeText = ({ a, b, exchange }: Parameters<Work>[0]): void => {
  writeText(a, 'One');
  writeText(b, 'Two');
  exchange();
};

describe('the queue', () => {
  it('is empty while nobody worked apart', () =>
    apart(async ({ a, exchange }) => {
      writeText(a, 'One');
      exchange();
      expect(await a.client.conflicts.list({})).toEqual({ conflicts: [], total: 0, deferred: 0 });
    }));

  it('names the record, where it stands and what waits; recorded decisions and states first, what was put off last', () =>
    apart(async (pair) => {
      const { a, b, exchange } = pair;
      set(a, 'agencies', HEALTH, { name: 'Health north' }, { kind: 'edit-agency' });
      set(b, 'agencies', HEALTH, { name: 'Health south' }, { kind: 'edit-agency' });
      disputeText(pair);
      set(a, 'actions', ACTION, { state: 'in-progress' }, { kind: 'move-action' });
      set(b, 'actions', ACTION, { state: 'rejected' }, { kind: 'move-action' });
      exchange();
      const [, first] = await list(a);
      if (first === undefined) throw new Error('nothing waits');
      expect(first.record).toBe('Agency: Health south');
      const seen = await a.client.conflicts.get({ id: first.id });
      await a.client.conflicts.defer({
        id: first.id,
        sides: seen.sides.map(({ id }) => id),
        reason: 'Ask the agency',
      });
      exchange();
      expect(await list(b)).toMatchObject([
        {
          heading: '“State” has two versions',
          record: 'Action 1 (R1)',
          place: { at: 'action', id: ACTION },
          sides: 2,
          isGoverned: true,
        },
        { heading: '“Text” has two versions', isGoverned: false, deferred: null },
        {
          heading: '“Name” has two versions',
          deferred: { laptop: 'Laptop A', post: 'Post A', reason: 'Ask the agency' },
        },
      ]);
      expect(await b.client.conflicts.list({ offset: 1, limit: 1 })).toMatchObject({ total: 3, deferred: 1 });
      expect((await list(b)).map(({ rowIds, fields }) => [rowIds, fields])).toEqual([
        [[ACTION], ['state', 'stateSince']],
        [[ACTION], ['text']],
        [[HEALTH], ['name']],
      ]);
    }));

  it('leaves out what is about a record that was removed', () =>
    apart(async (pair) => {
      disputeText(pair);
      pair.a.store.operation({ kind: 'remove' }, (write) => write.remove('actions', ACTION));
      pair.exchange();
      expect(await list(pair.b)).toEqual([]);
    }));
});

describe('two versions of a field', () => {
  it('stand side by side: who, on which laptop, when, why, and which is shown', () =>
    apart(async (pair) => {
      disputeText(pair);
      const { sides, base, shown, choices, ownValue } = await only(pair.a);
      expect(sides.map(({ laptop, post, words, reason, says }) => [laptop, post, words, reason, says])).toEqual([
        ['Laptop A', 'Post A', 'Edited an action', 'Asked by the chair', 'says “One”'],
        ['Laptop B', 'Post B', 'Edited an action', 'Asked by the chair', 'says “Two”'],
      ]);
      expect(sides.map(({ isShown }) => isShown)).toEqual([false, true]);
      expect(base).toMatchObject({ words: 'Imported records', fields: [{ value: 'Brief all teams' }], isShown: false });
      expect(shown).toEqual([{ field: 'text', label: 'Text', value: 'Two', stored: 'Two' }]);
      expect(choices.map(({ words }) => words)).toEqual([
        'Take the version of Laptop A',
        'Take the version of Laptop B',
        'Go back to what stood before',
      ]);
      expect(ownValue).toEqual({
        words: 'Combine: write “Text” yourself',
        fields: [{ kind: 'text', field: 'text', label: 'Text', isRequired: true }],
      });
    }));

  it('that are long say word by word what differs', () =>
    apart(async ({ a, b, exchange }) => {
      const long = 'Every team is briefed by its manager. '.repeat(8);
      writeText(a, `${long}Twice.`);
      writeText(b, `${long}Once.`);
      exchange();
      const [first, second] = (await only(a)).sides;
      const changed = (first?.fields[0]?.fromShown ?? []).filter(({ kind }) => kind !== 'same');
      expect(changed).toEqual([
        { kind: 'removed', text: 'Once' },
        { kind: 'added', text: 'Twice' },
      ]);
      expect(first?.fields[0]?.fromBase).not.toBeNull();
      expect(second?.fields[0]?.fromShown).toBeNull();
    }));

  it.each(['Laptop A', 'Laptop B'])('end on both when one of them takes that of %s', (name) =>
    apart(async (pair) => {
      disputeText(pair);
      await decide(pair.b, { do: 'take', side: await sideOf(pair.b, name) }, 'As minuted');
      pair.exchange();
      for (const laptop of [pair.a, pair.b]) {
        expect(await list(laptop)).toEqual([]);
        expect(laptop.store.row('actions', ACTION).text).toBe(name === 'Laptop A' ? 'One' : 'Two');
      }
      const { kind, reason } = pair.a.store.db
        .prepare<[], { kind: string; reason: string }>('select kind, reason from operations order by number desc')
        .get() ?? { kind: '', reason: '' };
      expect([kind, reason]).toEqual(['decide-conflict', 'As minuted']);
    }),
  );

  it('end with a third that combines them, or with what stood before', () =>
    apart(async (pair) => {
      const { a, b, exchange } = pair;
      disputeText(pair);
      await decide(a, { do: 'combine', values: { text: 'One and two' } });
      exchange();
      expect([b.store.row('actions', ACTION).text, await list(b)]).toEqual(['One and two', []]);
      disputeText(pair);
      const { base } = await only(b);
      await decide(b, { do: 'take', side: base?.operationId ?? '' });
      exchange();
      expect([a.store.row('actions', ACTION).text, await list(a)]).toEqual(['One and two', []]);
    }));

  it('keep the rules of an ordinary edit: nothing that a form would refuse comes in', () =>
    apart(async (pair) => {
      disputeText(pair);
      const refused: readonly Record<string, string | number>[] = [{ text: '' }, { text: 5 }, { number: '2' }, {}];
      for (const values of refused) {
        expect((await refusalOf(decide(pair.a, { do: 'combine', values }))).code).toBe('bad-input');
      }
      expect(await list(pair.a)).toHaveLength(1);
    }));

  it('of which one names a record that was removed since cannot be taken', () =>
    apart(async ({ a, b, exchange }) => {
      set(a, 'actions', ACTION, { leadAgencyId: HEALTH });
      const other = b.store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name: 'Police' }));
      set(b, 'actions', ACTION, { leadAgencyId: other.result });
      exchange();
      const side = await sideOf(a, 'Laptop A');
      a.store.operation({ kind: 'remove' }, (write) => write.remove('agencies', HEALTH));
      expect(await refusalOf(decide(a, { do: 'take', side }))).toMatchObject({
        code: 'bad-input',
        details: { problem: '“Health” was removed since, so nothing can point to it.' },
      });
      exchange();
    }));

  it('decided apart meet again as two versions, unless both decided the same', () =>
    apart(async (pair) => {
      const { a, b, exchange } = pair;
      disputeText(pair);
      await decide(a, { do: 'take', side: await sideOf(a, 'Laptop A') });
      await decide(b, { do: 'take', side: await sideOf(b, 'Laptop B') });
      exchange();
      expect((await only(a)).sides.map(({ words, says }) => [words, says])).toEqual([
        ['Decided between two versions', 'says “One”'],
        ['Decided between two versions', 'says “Two”'],
      ]);
      const first = await sideOf(a, 'Laptop A');
      await decide(a, { do: 'take', side: first });
      await decide(b, { do: 'take', side: first });
      exchange();
      expect([await list(a), b.store.row('actions', ACTION).text]).toEqual([[], 'One']);
    }));

  it('cannot be decided when they were decided meanwhile, or when another version came', () =>
    apart(async (pair) => {
      const { a, b, exchange } = pair;
      disputeText(pair);
      const { id, sides } = await only(a);
      const seen = sides.map((side) => side.id);
      const take = { do: 'take', side: seen[0] ?? '' } as const;
      writeText(b, 'Two and more');
      exchange();
      expect(await refusalOf(a.client.conflicts.decide({ id, sides: seen, choice: take }))).toMatchObject({
        details: { why: 'Another version came meanwhile; look again.' },
      });
      await decide(b, { do: 'keep' });
      exchange();
      for (const work of [
        a.client.conflicts.get({ id }),
        a.client.conflicts.decide({ id, sides: seen, choice: take }),
        a.client.conflicts.defer({ id, sides: seen, reason: 'Later' }),
      ]) {
        expect(await refusalOf(work)).toMatchObject({
          code: 'not-allowed',
          details: { why: 'It was decided meanwhile; look again.' },
        });
      }
      const unknown = '0'.repeat(32);
      expect((await refusalOf(a.client.conflicts.get({ id: unknown }))).code).toBe('not-found');
    }));

  it('that are several fields of one value are told and taken whole', () =>
    apart(async ({ a, b, exchange }) => {
      set(a, 'actions', ACTION, { targetDate: '2027-03-01' }, { kind: 'change-target' });
      set(b, 'actions', ACTION, { targetText: 'after the inquest' }, { kind: 'change-target' });
      exchange();
      const { sides, ownValue } = await only(a);
      expect(sides.map(({ says }) => says)).toEqual([
        'says Target date “1 March 2027”',
        'says Target as written “after the inquest”',
      ]);
      expect(ownValue).toBeNull();
      expect((await refusalOf(decide(a, { do: 'combine', values: { targetDate: '2027-04-01' } }))).code).toBe(
        'bad-input',
      );
      await decide(a, { do: 'take', side: sides[0]?.id ?? '' });
      exchange();
      expect(b.store.row('actions', ACTION)).toMatchObject({ targetDate: '2027-03-01', targetText: null });
      expect(await list(b)).toEqual([]);
    }));
});

describe('a value of one’s own', () => {
  const offered = async (laptop: Laptop) => (await only(laptop)).ownValue?.fields;

  it('is a date with the words it is written with', () =>
    apart(async ({ a, b, exchange }) => {
      const { result: id } = a.store.operation({ kind: 'edit-review' }, (write) =>
        write.insert('milestones', { reviewId: REVIEW, kind: 'notified' }),
      );
      exchange();
      set(a, 'milestones', id, { date: '2026-05-08' });
      set(b, 'milestones', id, { dateText: 'late spring', date: '2026' });
      exchange();
      expect(await offered(a)).toEqual([
        { kind: 'date', field: 'date', label: 'Date', isRequired: false, words: 'dateText' },
      ]);
      await decide(a, { do: 'combine', values: { date: '2026', dateText: 'late 2026' } });
      exchange();
      expect(b.store.row('milestones', id)).toMatchObject({ date: '2026', dateText: 'late 2026' });
    }));

  it('is one of the records that stand, by their names, where the field is a link', () =>
    apart(async ({ a, b, exchange }) => {
      const names = ['Police', 'Housing'].map(
        (name) => a.store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name })).result,
      );
      exchange();
      set(a, 'actions', ACTION, { leadAgencyId: names[0] ?? null });
      set(b, 'actions', ACTION, { leadAgencyId: names[1] ?? null });
      a.store.operation({ kind: 'remove' }, (write) => write.remove('agencies', HEALTH));
      exchange();
      const options = [
        { value: names[1], words: 'Housing' },
        { value: names[0], words: 'Police' },
      ];
      expect(await offered(a)).toEqual([
        { kind: 'choice', field: 'leadAgencyId', label: 'Lead agency', isRequired: false, options },
      ]);
    }));

  it('is one of the codes in their words, a line or a number, as the field can hold', () =>
    apart(async ({ a, b, exchange }) => {
      set(a, 'actions', ACTION, { ownerKind: 'post', owner: 'Head of service', multiAgency: 1 });
      set(b, 'actions', ACTION, { ownerKind: 'group', owner: 'Sub-group', multiAgency: 0 });
      set(a, 'bodies', BODY, { paperDeadlineDays: 5 });
      set(b, 'bodies', BODY, { paperDeadlineDays: 7 });
      exchange();
      const found = await Promise.all((await list(a)).map(({ id }) => a.client.conflicts.get({ id })));
      const fields = found.flatMap(({ ownValue }) => ownValue?.fields ?? []);
      expect(fields.toSorted((one, other) => (one.field < other.field ? -1 : 1))).toMatchObject([
        { kind: 'line', field: 'owner' },
        { kind: 'choice', field: 'ownerKind', options: expect.arrayContaining([{ value: 'group', words: 'A group' }]) },
        { kind: 'number', field: 'paperDeadlineDays', isRequired: false },
      ]);
    }));
});

describe('two moves of a state', () => {
  it('show what stood before, and end with the one that is taken', () =>
    apart(async ({ a, b, exchange }) => {
      set(a, 'actions', ACTION, { state: 'in-progress' }, { kind: 'move-action' });
      set(b, 'actions', ACTION, { state: 'rejected' }, { kind: 'move-action' });
      exchange();
      const { sides, base, explanation } = await only(a);
      expect(explanation).toMatch(/what stood before counts/);
      expect([base?.isShown, ...sides.map(({ isShown }) => isShown)]).toEqual([true, false, false]);
      await decide(a, { do: 'take', side: await sideOf(a, 'Laptop B') });
      exchange();
      expect([b.store.row('actions', ACTION).state, await list(b)]).toEqual(['rejected', []]);
    }));

  it('can both be left: what stood before stays', () =>
    apart(async ({ a, b, exchange }) => {
      set(a, 'actions', ACTION, { state: 'in-progress' }, { kind: 'move-action' });
      set(b, 'actions', ACTION, { state: 'rejected' }, { kind: 'move-action' });
      exchange();
      const { base } = await only(a);
      await decide(a, { do: 'take', side: base?.operationId ?? '' });
      exchange();
      expect([b.store.row('actions', ACTION).state, await list(b)]).toEqual(['not-started', []]);
    }));
});

describe('a record removed on one laptop and changed on another', () => {
  const dispute = ({ a, b, exchange }: Parameters<Work>[0]): void => {
    a.store.operation({ kind: 'remove', reason: 'Entered twice' }, (write) => write.remove('actions', ACTION));
    writeText(b, 'Two');
    exchange();
  };

  it('says who removed it and why, and what the other changed', () =>
    apart(async (pair) => {
      dispute(pair);
      const { sides, choices, heading } = await only(pair.b);
      expect(heading).toBe('Removed on one laptop, changed on another');
      expect(sides.map(({ laptop, reason, says }) => [laptop, reason, says])).toEqual([
        ['Laptop A', 'Entered twice', 'removed the record'],
        ['Laptop B', 'Asked by the chair', 'Text: Two'],
      ]);
      expect(choices.map(({ words }) => words)).toEqual(['Remove the record', 'Keep the record, with the changes']);
    }));

  it.each([
    ['keeps it', 'keep', false],
    ['removes it', 'take', true],
  ] as const)('ends on both when somebody %s', (_, act, isRemoved) =>
    apart(async (pair) => {
      dispute(pair);
      const side = await sideOf(pair.b, 'Laptop A');
      await decide(pair.b, act === 'keep' ? { do: 'keep' } : { do: 'take', side });
      pair.exchange();
      for (const laptop of [pair.a, pair.b]) {
        expect(laptop.store.row('actions', ACTION).removed !== null).toBe(isRemoved);
        expect(await list(laptop)).toEqual([]);
      }
    }),
  );
});

describe('two decisions on one matter', () => {
  const dispute = ({ a, b, exchange }: Parameters<Work>[0]): void => {
    for (const [laptop, kind] of [
      [a, 'adopted'],
      [b, 'rejected'],
    ] as const) {
      laptop.store.operation({ kind: 'record-approval' }, (write) =>
        write.insert('approvals', { appliesTo: 'plan', reviewId: REVIEW, bodyId: BODY, kind, date: '2026-11-20' }),
      );
    }
    exchange();
  };

  it('are told as they were recorded, and one is revoked with a reason', () =>
    apart(async (pair) => {
      dispute(pair);
      const { sides, choices } = await only(pair.a);
      expect(sides.map(({ laptop, says }) => [laptop, /Kind: (\w+)/.exec(says)?.[1]])).toEqual([
        ['Laptop A', 'Adopted'],
        ['Laptop B', 'Rejected'],
      ]);
      expect(choices.map(({ words, needsReason }) => [words, needsReason])).toEqual([
        ['Revoke the one recorded on Laptop A', true],
        ['Revoke the one recorded on Laptop B', true],
        ['Keep all of them: of the same date, the one recorded last stands', false],
      ]);
      const side = await sideOf(pair.a, 'Laptop B');
      expect((await refusalOf(decide(pair.a, { do: 'drop', side }))).details).toMatchObject({ field: 'reason' });
      expect((await refusalOf(decide(pair.a, { do: 'drop', side, on: '2026-11-01' }, 'Wrong'))).details).toMatchObject({
        field: 'revokedOn',
      });
      await decide(pair.a, { do: 'drop', side }, 'Read from the wrong minutes');
      pair.exchange();
      expect(await list(pair.b)).toEqual([]);
      expect(pair.b.store.row('approvals', side)).toMatchObject({
        revokedOn: '2026-11-23',
        revokedReason: 'Read from the wrong minutes',
      });
    }));

  it('can both be kept', () =>
    apart(async (pair) => {
      dispute(pair);
      await decide(pair.b, { do: 'keep' }, 'The body decided twice');
      pair.exchange();
      for (const laptop of [pair.a, pair.b]) expect(await list(laptop)).toEqual([]);
    }));

  it('about publication are ended by removing one', () =>
    apart(async ({ a, b, exchange }) => {
      for (const [{ store }, decision] of [
        [a, 'full-report'],
        [b, 'not-to-be-published'],
      ] as const) {
        store.operation({ kind: 'decide-publication' }, (write) =>
          write.insert('publicationDecisions', { reviewId: REVIEW, decision }),
        );
      }
      exchange();
      const side = await sideOf(a, 'Laptop A');
      await decide(a, { do: 'drop', side }, 'The panel decided otherwise');
      exchange();
      expect(await list(b)).toEqual([]);
      expect(b.store.row('publicationDecisions', side).removed).not.toBeNull();
    }));
});

describe('two records of one name', () => {
  const dispute = ({ a, b, exchange }: Parameters<Work>[0]): void => {
    for (const { store } of [a, b]) {
      store.operation({ kind: 'edit-agency' }, (write) => write.insert('agencies', { name: 'Probation' }));
    }
    exchange();
  };

  it.each(['rename', 'drop', 'keep'] as const)('end on both after: %s', (act) =>
    apart(async (pair) => {
      dispute(pair);
      const side = await sideOf(pair.a, 'Laptop B');
      const choices = {
        rename: { do: 'rename', side, values: { name: 'Probation (north)' } },
        drop: { do: 'drop', side },
        keep: { do: 'keep' },
      } as const;
      await decide(pair.a, choices[act], 'Sorted out');
      pair.exchange();
      for (const laptop of [pair.a, pair.b]) expect(await list(laptop)).toEqual([]);
      expect(pair.b.store.row('agencies', side)).toMatchObject({
        name: act === 'rename' ? 'Probation (north)' : 'Probation',
        removed: act === 'drop' ? expect.any(Number) : null,
      });
    }),
  );

  it('are not told apart by the same name again', () =>
    apart(async (pair) => {
      dispute(pair);
      const { sides, heading, ownValue } = await only(pair.a);
      expect([heading, ownValue]).toEqual([
        'Two agencies have the same name',
        {
          words: 'Give one of them another name',
          fields: [{ kind: 'line', field: 'name', label: 'Name', isRequired: true }],
        },
      ]);
      const side = sides[0]?.id ?? '';
      for (const name of ['Probation', '']) {
        expect((await refusalOf(decide(pair.a, { do: 'rename', side, values: { name } }))).code).toBe('bad-input');
      }
    }));
});

describe('links that lead round in a circle', () => {
  const dispute = ({ a, b, exchange }: Parameters<Work>[0]): void => {
    set(a, 'themes', THEMES[0], { parentThemeId: THEMES[1] }, { kind: 'edit-theme' });
    set(b, 'themes', THEMES[1], { parentThemeId: THEMES[0] }, { kind: 'edit-theme' });
    exchange();
  };

  it('are left open, and the link does not come back when the circle opens elsewhere', () =>
    apart(async (pair) => {
      const { a, b, exchange } = pair;
      dispute(pair);
      const { sides, heading, choices } = await only(b);
      expect(heading).toBe('“Parent theme” would lead round in a circle');
      expect(sides).toMatchObject([{ laptop: 'Laptop B', says: 'says “Theme 0”', deed: 'left-out' }]);
      expect(choices.map(({ words }) => words)).toEqual(['Leave “Parent theme” empty']);
      await decide(b, { do: 'keep' });
      exchange();
      expect([await list(a), await list(b)]).toEqual([[], []]);
      set(a, 'themes', THEMES[0], { parentThemeId: null }, { kind: 'edit-theme' });
      exchange();
      for (const { store } of [a, b]) expect(store.row('themes', THEMES[1]).parentThemeId).toBeNull();
    }));

  it('are not closed again by the value that is given instead', () =>
    apart(async (pair) => {
      dispute(pair);
      expect((await refusalOf(decide(pair.a, { do: 'combine', values: { parentThemeId: THEMES[0] } }))).code).toBe(
        'bad-input',
      );
      const third = pair.a.store.operation({ kind: 'edit-theme' }, (write) =>
        write.insert('themes', {
          taxonomyId: pair.a.store.row('themes', THEMES[0]).taxonomyId,
          code: 'T9',
          name: 'Theme 9',
        }),
      ).result;
      await decide(pair.a, { do: 'combine', values: { parentThemeId: third } });
      pair.exchange();
      expect([await list(pair.b), pair.b.store.row('themes', THEMES[1]).parentThemeId]).toEqual([[], third]);
    }));
});

describe('a review that was handed over while another laptop changed it', () => {
  const handOver = ({ store }: Laptop): void => {
    store.operation({ kind: 'hand-over' }, (write) => {
      const { reviewTypeId } = store.row('reviews', REVIEW);
      const stage = { reviewTypeId, code: 'h', name: 'Handed over', kind: 'handed-over', position: 9 };
      write.update('reviews', REVIEW, { stageId: write.insert('stages', stage) });
      write.insert('handOvers', { reviewId: REVIEW, direction: 'to', body: 'Next board', handedOverOn: '2026-11-20' });
    });
  };
  const changedLate = ({ a, b, exchange }: Parameters<Work>[0]): void => {
    writeText(a, 'Known to both');
    exchange();
    handOver(a);
    writeText(b, 'Written late');
    b.store.operation({ kind: 'edit-review-record' }, (write) =>
      write.insert('notes', { reviewId: REVIEW, text: 'Late' }),
    );
    exchange();
  };

  it('holds the changes, and asks about them until they are kept', () =>
    apart(async (pair) => {
      const { a, b, exchange } = pair;
      changedLate(pair);
      for (const laptop of [a, b]) {
        const { heading, kind, sides, choices } = await only(laptop);
        expect([kind, heading]).toEqual(['after-hand-over', 'Changed two times after the review was handed over']);
        expect(sides.map(({ laptop: by, says }) => `${by}: ${says}`)).toEqual([
          expect.stringMatching(/^Laptop B: .*Text: Written late$/),
          expect.stringMatching(/^Laptop B: .*Late/),
        ]);
        expect(choices.map(({ words }) => words)).toEqual([
          'Take the changes back',
          'Keep the changes, and tell the body that leads the review now',
        ]);
        expect(laptop.store.row('actions', ACTION).text).toBe('Written late');
      }
      await decide(a, { do: 'keep' });
      exchange();
      for (const laptop of [a, b])
        expect([await list(laptop), laptop.store.row('actions', ACTION).text]).toEqual([[], 'Written late']);
    }));

  it('is again as it was handed over when the changes are taken back, with a reason', () =>
    apart(async (pair) => {
      const { a, b, exchange } = pair;
      changedLate(pair);
      expect(await refusalOf(decide(b, { do: 'take-back' }))).toMatchObject({
        code: 'bad-input',
        details: { field: 'reason' },
      });
      await decide(b, { do: 'take-back' }, 'The next board has the file');
      exchange();
      for (const { store, client } of [a, b]) {
        expect((await client.conflicts.list({})).total).toBe(0);
        expect(store.row('actions', ACTION).text).toBe('Known to both');
        expect(store.db.prepare('select count(*) from notes where removed is null').pluck().get()).toBe(0);
      }
    }));

  it('asks no longer when it is put off and then taken back to this board', () =>
    apart(async (pair) => {
      const { a, b, exchange } = pair;
      changedLate(pair);
      const { id, sides } = await only(a);
      await a.client.conflicts.defer({ id, sides: sides.map((side) => side.id), reason: 'The next board is asked' });
      expect((await list(a))[0]?.deferred).toMatchObject({ reason: 'The next board is asked' });
      await a.client.handOvers.takeBack({ reviewId: REVIEW, reason: 'It did not leave after all' });
      exchange();
      for (const laptop of [a, b]) expect(await list(laptop)).toEqual([]);
    }));

  it('still lets a person decide between versions of one field', () =>
    apart(async (pair) => {
      const { a, b, exchange } = pair;
      disputeText(pair);
      handOver(a);
      exchange();
      await decide(b, { do: 'take', side: await sideOf(b, 'Laptop A') });
      exchange();
      for (const { store } of [a, b]) expect(store.row('actions', ACTION).text).toBe('One');
    }));

  it('asks about nothing that the hand-over took along, or that was written after it was known', () =>
    apart(async ({ a, b, exchange }) => {
      writeText(b, 'Before');
      exchange();
      handOver(a);
      set(b, 'agencies', HEALTH, { note: 'Of no review' }, { kind: 'edit-agency' });
      exchange();
      for (const laptop of [a, b]) expect(await list(laptop)).toEqual([]);
    }));
});
