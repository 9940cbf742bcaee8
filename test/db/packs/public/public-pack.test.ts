import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACK_SECTIONS, type PackOptionsGiven, type PackSectionId } from '../../../../db/contract/packs.ts';
import { SMALL_NUMBERS_RULE } from '../../../../db/domain/small-numbers.ts';
import type { Pack } from '../../../../db/packs/model.ts';
import { packOf } from '../../../../db/service/packs.ts';
import { openSharedBoard, refusalOf, type TestBoard } from '../../../support/board.ts';

let board: TestBoard & { close(): void };
beforeAll(async () => {
  board = await openSharedBoard('sample');
});
afterAll(() => board.close());

const options = (given: Partial<PackOptionsGiven> = {}): PackOptionsGiven => ({
  title: 'Yearly summary',
  body: 'Executive group',
  meetingDate: null,
  purpose: 'information',
  marking: 'OFFICIAL',
  sections: ['cover', 'one-page', 'publication', 'action-plans', 'themes', 'annual-figures', 'annual-record'],
  audience: 'public',
  ...given,
});

const tableOf = (pack: Pack, id: string): readonly (readonly string[])[] => {
  const found = pack.sections
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.kind === 'table' && block.id === id);
  if (found?.kind !== 'table') throw new Error(`no table ${id}`);
  return found.rows.map((row) => row.map(({ text }) => text));
};

const only = <T>(sql: string): T => board.store.prepare<[], T>(sql).get() as T;

describe('a public pack', () => {
  it('has the sections that have public writers, rates nothing, and prints the rule for small numbers', () => {
    const pack = packOf(board.store, options({ sections: [...PACK_SECTIONS] }));
    expect(pack.sections.map(({ id }) => id)).toEqual([
      'cover',
      'one-page',
      'publication',
      'action-plans',
      'themes',
      'annual-figures',
      'annual-record',
    ]);
    expect(pack.ragKey.levels).toEqual([]);
    expect(JSON.stringify(pack.sections[0])).toContain(SMALL_NUMBERS_RULE.slice(0, 40));
    const withoutCover = packOf(board.store, options({ sections: ['one-page'] }));
    expect(JSON.stringify(withoutCover)).toContain(SMALL_NUMBERS_RULE.slice(0, 40));
  });

  it('prints no count of reviews from 1 to 4, nor one that would give such a count away', () => {
    const pack = packOf(board.store, options());
    for (const id of ['public-by-type', 'public-by-state', 'public-delay-reasons']) {
      const counts = tableOf(pack, id).map(([, count]) => count ?? '');
      expect(
        counts.filter((count) => /^[1-4]$/.test(count)),
        id,
      ).toEqual([]);
      const [total, ...parts] = counts.toReversed();
      if (id !== 'public-delay-reasons' && total !== 'c')
        expect(parts.filter((count) => count === 'c').length, id).not.toBe(1);
    }
  });

  it('says in one sentence that no count by stage may be printed, rather than in a table of “c”', () => {
    const pack = packOf(board.store, options());
    expect(tableOf(pack, 'public-by-stage')).toEqual([]);
    expect(JSON.stringify(pack)).toContain(
      'How many are at each stage is not printed: every such count is from 1 to 4',
    );
  });

  it('tells where publication stands once, in the year only where no section on publication does', () => {
    const idsOf = (sections: readonly PackSectionId[]): readonly string[] =>
      packOf(board.store, options({ sections: [...sections] })).sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'table' ? [block.id] : [])),
      );
    expect(idsOf(['publication', 'annual-figures'])).not.toContain('public-year-by-state');
    expect(idsOf(['annual-figures'])).toEqual(expect.arrayContaining(['public-year-by-state', 'public-year-reasons']));
  });

  it.each(['title', 'body', 'marking'] as const)('refuses a label in its %s', async (field) => {
    const { label } = only<{ label: string }>(
      `select label from labels where kind <> 'initials' and length(label) > 3 limit 1`,
    );
    const refusal = await refusalOf(() => packOf(board.store, options({ [field]: `About ${label}` })));
    expect(refusal).toMatchObject({ code: 'bad-input', details: { field } });
    expect(refusal.details.problem).toContain(`the label “${label}”`);
  });

  it('refuses a label in the name of the board, which stands on the cover and in the properties of documents', async () => {
    const { id, name } = only<{ id: string; name: string }>('select id, name from boards');
    const { label } = only<{ label: string }>(
      `select label from labels where kind <> 'initials' and length(label) > 3 limit 1`,
    );
    const rename = (to: string) =>
      board.store.operation({ kind: 'import' }, (write) => write.update('boards', id, { name: to }));
    rename(`${name} (${label})`);
    expect(await refusalOf(() => packOf(board.store, options()))).toMatchObject({ details: { field: 'audience' } });
    rename(name);
  });

  it('refuses a label that only the name of the file would hold, and takes one in the name of the template', async () => {
    const { label } = only<{ label: string }>(
      `select label from labels where kind <> 'initials' and label like '% _' limit 1`,
    );
    const [title = '', body = ''] = label.split(/ (?=.$)/);
    const refusal = await refusalOf(() => packOf(board.store, options({ title, body: `${body}.` })));
    expect(refusal.details.problem).toContain(`the label “${label}”`);
    expect(packOf(board.store, options({ templateName: label })).title).toBe('Yearly summary');
  });

  it('refuses the reference of a review that is not public, and takes that of one that is', async () => {
    const { reference } = only<{ reference: string }>(
      `select reference from reviews where removed is null and id not in (select reviewId from publications where publishedOn is not null) limit 1`,
    );
    const title = `After ${reference}`;
    expect(await refusalOf(() => packOf(board.store, options({ title })))).toMatchObject({
      details: { field: 'title' },
    });
    expect(packOf(board.store, options({ title, audience: 'board' })).title).toBe(title);
    const [published] = tableOf(packOf(board.store, options()), 'public-published');
    expect(packOf(board.store, options({ title: `After ${published?.[0]}` })).title).toContain(published?.[0]);
  });

  it('lists what it leaves out: sections, labels, dates, reviews, what is not released, figures and records', async () => {
    const { withheld } = await board.client.packs.preview(options({ sections: [...PACK_SECTIONS] }));
    const what = withheld.map((one) => one.what);
    expect(what.filter((words) => words.startsWith('Section '))).toHaveLength(PACK_SECTIONS.length - 7);
    const { n } = only<{ n: number }>(`select count(*) as n from labels where removed is null and kind <> 'initials'`);
    expect(withheld).toContainEqual({ what: `${n} labels`, why: 'A public pack holds none.', count: n });
    for (const words of [
      /^\d+ dates? of (an )?incidents?$/,
      /^\d+ reviews that are not published$/,
      /^\d+ recommendations? not released for publication$/,
      /^\d+ actions? not released for publication$/,
      /^\d+ figures$/,
      /^\d+ progress updates?$/,
      /^\d+ notes?$/,
    ])
      expect(
        what.some((one) => words.test(one)),
        String(words),
      ).toBe(true);
    expect(withheld.every(({ count, why }) => count > 0 && why !== '')).toBe(true);
    expect((await board.client.packs.preview(options({ audience: 'board' }))).withheld).toEqual([]);
  });

  it('names the plan and the number of released words that hold a label, before it is saved', async () => {
    const action = only<{ id: string; number: string; reference: string; label: string }>(
      `select a.id, a.number, r.reference, (select label from labels where kind <> 'initials' and length(label) > 3 limit 1) as label
       from actions a join reviews r on r.id = a.reviewId
       join publications p on p.reviewId = r.id and p.publishedOn is not null and p.takenDownOn is null
       where not exists (select 1 from releasedTexts t where t.actionId = a.id and t.removed is null) limit 1`,
    );
    const text = `As for ${action.label}`;
    const of = { actionId: action.id };
    const { id } = await board.client.releasedTexts.release({ of, text, acknowledged: true });
    const { withheld } = await board.client.packs.preview(options());
    expect(withheld.find(({ what }) => what.startsWith('1 released text that holds'))?.why).toContain(
      `Look again before you publish: ${action.reference}, action ${action.number}.`,
    );
    await board.client.releasedTexts.withdraw({ id });
  });

  it('tells agencies and themes of what is released only, and counts the rest in one row', async () => {
    const { operation: nothingReleased } = board.store.operation({ kind: 'edit-released-text' }, (write) => {
      const released = board.store.db.prepare<[], string>('select id from releasedTexts where removed is null').pluck();
      for (const textId of released.all()) write.remove('releasedTexts', textId);
    });
    const plans = tableOf(packOf(board.store, options()), 'public-plans');
    const total = (column: number): number => plans.reduce((sum, row) => sum + Number(row[column]), 0);
    const notTold = 'Recommendations and actions not told here';
    const agencies = () => tableOf(packOf(board.store, options()), 'public-plans-by-agency');
    const themes = () => tableOf(packOf(board.store, options()), 'public-themes');
    expect(agencies().map((row) => row.slice(0, 2))).toEqual([['Actions not told here', String(total(3))]]);
    expect(themes()).toEqual([[notTold, String(total(2)), String(total(3))]]);
    const action = only<{ id: string; agency: string }>(
      `select a.id, g.name as agency from actions a join agencies g on g.id = a.leadAgencyId
       join publications p on p.reviewId = a.reviewId and p.publishedOn is not null and p.takenDownOn is null limit 1`,
    );
    const theme = only<{ id: string; name: string }>(
      'select id, name from themes where removed is null and mergedIntoId is null limit 1',
    );
    board.store.operation({ kind: 'import' }, (write) =>
      write.insert('actionThemes', { actionId: action.id, themeId: theme.id }),
    );
    expect(themes()).toHaveLength(1);
    const { id } = await board.client.releasedTexts.release({ of: { actionId: action.id }, text: 'Brief every team' });
    expect(agencies().map((row) => row.slice(0, 2))).toEqual([
      [action.agency, '1'],
      ['Actions not told here', String(total(3) - 1)],
    ]);
    expect(themes()).toEqual([
      [theme.name, '0', '1'],
      [notTold, String(total(2)), String(total(3) - 1)],
    ]);
    await board.client.releasedTexts.withdraw({ id });
    await board.client.history.undo({ operationId: nothingReleased?.id ?? '' });
  });

  it('tells a recommendation of a published review in its released words, and does not name a review passed on anonymously', async () => {
    const [published] = tableOf(packOf(board.store, options()), 'public-published');
    const { id: reviewId } = board.store
      .prepare<[string], { id: string }>('select id from reviews where reference = ?')
      .get(published?.[0] ?? '') ?? { id: '' };
    const { recommendations } = await board.client.releasedTexts.unreleased({ reviewId });
    const [first] = recommendations;
    await board.client.releasedTexts.release({
      of: { recommendationId: first?.id ?? '' },
      text: 'Brief every team about quilted evidence',
    });
    const printed = (): readonly (readonly string[])[] =>
      tableOf(packOf(board.store, options()), 'public-recommendations-1');
    expect(printed()).toEqual([
      ['1', expect.stringMatching(/^Housing moves of families/)],
      [first?.number, 'Brief every team about quilted evidence'],
    ]);
    board.store.operation({ kind: 'import' }, (write) =>
      write.update('recommendations', first?.id ?? '', { number: 'AM1' }),
    );
    expect(printed().map(([number]) => number)).toEqual(['1', expect.stringMatching(/^\d+$/)]);
    expect(JSON.stringify(packOf(board.store, options()))).not.toContain(reviewId);
    board.store.operation({ kind: 'import' }, (write) =>
      write.update('recommendations', first?.id ?? '', { number: first?.number ?? '' }),
    );
    const record = tableOf(packOf(board.store, options()), 'public-record');
    expect(record.map((row) => row.slice(0, 3))).toContainEqual([
      published?.[0],
      first?.number,
      'Brief every team about quilted evidence',
    ]);
    const decided = await board.client.publication.decide({
      reviewId,
      decision: 'anonymous-nspcc',
      decidedOn: '2026-11-22',
    });
    const pack = packOf(board.store, options());
    expect(tableOf(pack, 'public-published')).toEqual([]);
    expect(JSON.stringify(pack)).not.toContain('quilted');
    expect(JSON.stringify(pack)).not.toContain(published?.[0]);
    expect(decided.id).not.toBe('');
  });
});
