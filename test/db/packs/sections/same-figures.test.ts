import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { PACK_SECTIONS, type PackSectionId } from '../../../../db/contract/packs.ts';
import { numberInWords } from '../../../../db/domain/statements.ts';
import type { Pack } from '../../../../db/packs/model.ts';
import { packTemplate } from '../../../../db/packs/templates.ts';
import type { Store } from '../../../../db/store/store.ts';
import { buildCheshireWest2009 } from '../../../fixtures/public-cases/cheshire-west-2009.ts';
import { buildHammersmith2008 } from '../../../fixtures/public-cases/hammersmith-and-fulham-2008.ts';
import type { PublicBoard } from '../../../fixtures/public-cases/public-board.ts';
import { buildSouthampton2009 } from '../../../fixtures/public-cases/southampton-2009.ts';
import { buildStaffordshire2009 } from '../../../fixtures/public-cases/staffordshire-2009.ts';
import { buildStaffordshire2018 } from '../../../fixtures/public-cases/staffordshire-2018-19.ts';
import { openSharedBoard } from '../../../support/board.ts';
import { figuresOf, printSections, rowsOf } from './printed-sections.ts';

type Opened = { readonly store: Store; readonly close: () => void };

const builtBy = (build: (folder: string) => Promise<PublicBoard>) => async (): Promise<Opened> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'same-figures-'));
  const { session, store } = await build(path.join(folder, 'board'));
  return {
    store,
    close: () => {
      session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const BOARDS: readonly (readonly [string, () => Promise<Opened>])[] = [
  ['the sample board', () => openSharedBoard('sample')],
  ['Cheshire West and Chester 2009', builtBy(buildCheshireWest2009)],
  ['Hammersmith and Fulham 2008', builtBy(buildHammersmith2008)],
  ['Southampton 2009', builtBy(buildSouthampton2009)],
  ['Staffordshire 2009', builtBy(buildStaffordshire2009)],
  ['Staffordshire 2018-19', builtBy(buildStaffordshire2018)],
];

const SECTIONS = PACK_SECTIONS.filter((section) => section !== 'review-briefing' && section !== 'agency');

/** 40 of "12 of 40 (30%)". */
const wholeOf = (share = ''): number => Number(/of (\d+)/.exec(share)?.[1]);

/** Every place of a pack that gives a figure, each with the number that it gives. */
const placesOf = (pack: Pack): Readonly<Record<string, Readonly<Record<string, number>>>> => {
  const figures = figuresOf(pack);
  const figure = (label: string, at: 0 | 1 = 0): number => figures[label]?.[at] ?? Number.NaN;
  const now = new Map(rowsOf(pack, 'since-figures').map(({ measure, now: value }) => [measure, Number(value)]));
  const since = (measure: string): number => now.get(measure) ?? Number.NaN;
  const rows = (...ids: readonly string[]): number => ids.reduce((sum, id) => sum + rowsOf(pack, id).length, 0);
  const added = (id: string, key: string): number =>
    rowsOf(pack, id)
      .filter((row) => row[key] !== undefined && row.type !== 'All types')
      .reduce((sum, row) => sum + Number(row[key]), 0);
  const perPlan = (key: string) => ({
    'plans by review': added('actions-by-review', key),
    'plans by agency': added('actions-by-agency', key),
  });
  return {
    reviews: {
      'one page': figure('Reviews that are live', 1),
      'what changed': since('Reviews on the register'),
      'types and stages': added('reviews-by-type-and-stage', 'total'),
    },
    'live reviews': {
      'one page': figure('Reviews that are live'),
      'what changed': since('Live reviews'),
      'their tables': rows('live-reviews', 'reviews-led-elsewhere'),
    },
    'reviews complete, not published': {
      'one page': figure('Reviews complete, not published'),
      'what changed': since('Reviews complete and not published'),
    },
    'clocks past their due date': {
      'one page': figure('Clocks past their due date'),
      'what changed': since('Clocks past their due date'),
    },
    actions: {
      'one page': figure('Actions open', 1),
      'what changed': since('Actions'),
      'action plans': figure('Set aside', 1),
      ...perPlan('total'),
    },
    'actions not set aside': {
      'action plans': figure('Complete (signed off or embedded)', 1),
      'plans by review': rowsOf(pack, 'actions-by-review').reduce((sum, row) => sum + wholeOf(row.share), 0),
      'plans by agency': rowsOf(pack, 'actions-by-agency').reduce((sum, row) => sum + wholeOf(row.share), 0),
    },
    'actions complete': { 'action plans': figure('Complete (signed off or embedded)'), ...perPlan('complete') },
    'open actions': { 'one page': figure('Actions open'), 'what changed': since('Open actions') },
    'overdue actions': {
      'one page': figure('Open actions overdue'),
      'what changed': since('Open actions overdue'),
      'action plans': figure('Overdue'),
      exceptions: rows('overdue-actions'),
      ...perPlan('overdue'),
    },
    'actions without an update': {
      'one page': figure('Open, no update received'),
      'what changed': since('Open actions with no update received'),
      'action plans': figure('No update received'),
      exceptions: added('no-update', 'actions'),
      ...perPlan('no-update'),
    },
    'actions without a target': {
      'one page': figure('Open, no target date'),
      'what changed': since('Open actions without a target date'),
    },
    'actions that await sign-off': {
      'one page': figure('Open, awaiting sign-off'),
      'what changed': since('Actions awaiting sign-off'),
      'action plans': figure('Awaiting sign-off'),
      'items for sign-off': rows('sign-off-actions'),
      ...perPlan('awaiting'),
    },
  };
};

type Place = number | string;

/** 12 and 40 of "12 of 40 (30%)", added up over the rows. */
const sharesOf = (pack: Pack, key: string, ...ids: readonly string[]): readonly [number, number] => {
  const shares = ids.flatMap((id) =>
    rowsOf(pack, id).map(
      (row) =>
        /^(\d+) of (\d+)/
          .exec(row[key] ?? '')
          ?.slice(1)
          .map(Number) ?? [0, 0],
    ),
  );
  return [shares.reduce((sum, [part = 0]) => sum + part, 0), shares.reduce((sum, [, whole = 0]) => sum + whole, 0)];
};

/** What the sentences about the year add up to: "Two serious case reviews were in progress …" and "One learning review was in progress …" are 3. */
const inSentences = (pack: Pack, ...words: readonly string[]): number =>
  pack.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'list' ? block.items : []))
    .filter((item) => words.some((said) => item.includes(said)))
    .reduce((sum, item) => sum + countAtBegin(item), 0);

const countAtBegin = (sentence: string): number => {
  const first = sentence.split(' ')[0]?.toLowerCase() ?? '';
  const at = Array.from({ length: 11 }, (_, count) => numberInWords(count)).indexOf(first);
  return at === -1 ? Number(first) : at;
};

const placesOfYear = (pack: Pack): Readonly<Record<string, Readonly<Record<string, Place>>>> => {
  const types = rowsOf(pack, 'annual-reviews-by-type');
  const all = (key: string): number => Number(types.at(-1)?.[key] ?? 0);
  const added = (key: string): number => types.slice(0, -1).reduce((sum, row) => sum + Number(row[key]), 0);
  const ofTypes = (key: string) => ({ 'all types': all(key), 'type by type': added(key) });
  const unpublished = rowsOf(pack, 'annual-unpublished');
  const clocks = rowsOf(pack, 'annual-clocks');
  const figures = figuresOf(pack);
  const rows = (id: string): number => rowsOf(pack, id).length;
  const [complete, counted] = sharesOf(pack, 'complete', 'annual-record-local', 'annual-record-national');
  return {
    'reviews begun in the year': ofTypes('began'),
    'reviews completed in the year': {
      ...ofTypes('completed'),
      'in words': inSentences(pack, 'completed in the year'),
    },
    'reviews published in the year': {
      ...ofTypes('published'),
      'in words': inSentences(
        pack,
        'was published in the year',
        'were published in the year',
        'been published in the year',
      ),
    },
    'reviews in progress': { ...ofTypes('in-progress'), 'in words': inSentences(pack, 'in progress on') },
    'reviews complete and unpublished': { ...ofTypes('unpublished'), 'one by one': unpublished.length },
    'reviews delayed': {
      ...ofTypes('delayed'),
      'one by one': unpublished.filter(({ reasons }) => reasons !== 'No delay is recorded').length,
    },
    'clocks that fell due': {
      'all clocks': Number(clocks.at(-1)?.due ?? 0),
      'clock by clock': clocks.slice(0, -1).reduce((sum, { due }) => sum + Number(due), 0),
    },
    'recommendations of local reviews': {
      figure: figures['Recommendations of local reviews']?.[0] ?? Number.NaN,
      'one by one': rows('annual-record-local'),
    },
    recommendations: {
      figure: figures['Recommendations of local reviews']?.[1] ?? Number.NaN,
      'answered or not': figures['Recommendations with an action, or in place already']?.[1] ?? Number.NaN,
      'one by one': rows('annual-record-local') + rows('annual-record-national'),
    },
    'actions complete': {
      figure: figures['Actions signed off or embedded when the year ended']?.[0] ?? Number.NaN,
      'recommendation by recommendation': complete,
    },
    'actions counted': {
      figure: figures['Actions signed off or embedded when the year ended']?.[1] ?? Number.NaN,
      'recommendation by recommendation': counted,
    },
  };
};

const placesOfPublic = (pack: Pack): Readonly<Record<string, Readonly<Record<string, Place>>>> => {
  const headlines = new Map(rowsOf(pack, 'public-headlines').map((row) => [row.what, row['public-count'] ?? '']));
  const published = rowsOf(pack, 'public-published');
  /** A table whose every count is withheld has no rows, a board without unpublished reviews none by type. */
  const totalsOf = (...ids: readonly string[]) =>
    Object.fromEntries(
      ids.flatMap((id) => {
        const total = rowsOf(pack, id).at(-1)?.['public-count'];
        return total === undefined ? [] : [[id, total] as const];
      }),
    );
  const [complete, counted] = sharesOf(pack, 'share', 'public-plans');
  const [completeOfAgencies, countedOfAgencies] = sharesOf(pack, 'share', 'public-plans-by-agency');
  const figure = figuresOf(pack)['Actions complete'];
  return {
    'reviews published': {
      'one page': headlines.get('Reviews that are published now') ?? '',
      'one by one': String(published.length),
    },
    'reviews that are not published': {
      'one page': headlines.get('All reviews that are not published') ?? '',
      ...totalsOf('public-by-type', 'public-by-stage', 'public-by-state'),
    },
    'actions of published plans that are complete': {
      'one page': figure?.[0] ?? Number.NaN,
      'plan by plan': complete,
      'agency by agency': completeOfAgencies,
    },
    'actions of published plans': {
      'one page': figure?.[1] ?? Number.NaN,
      'plan by plan': counted,
      'agency by agency': countedOfAgencies,
    },
  };
};

const isFigure = (place: Place): boolean =>
  typeof place === 'number' ? Number.isInteger(place) : /^(\d+|c)$/.test(place);

const expectOneFigureEach = (things: Readonly<Record<string, Readonly<Record<string, Place>>>>): void => {
  for (const [thing, places] of Object.entries(things)) {
    const given = Object.values(places);
    expect(given.every(isFigure), `${thing}: ${JSON.stringify(places)}`).toBe(true);
    expect(new Set(given).size, `${thing}: ${JSON.stringify(places)}`).toBe(1);
  }
};

const sectionsOf = (code: string): readonly PackSectionId[] => packTemplate(code)?.sections ?? [];

describe('a pack gives one figure for one thing, wherever it gives it: board pack, annual report and public summary', () => {
  test.each(BOARDS)(
    '%s',
    async (_, open) => {
      const board = await open();
      try {
        expectOneFigureEach(placesOf(printSections(board, SECTIONS)));
        expectOneFigureEach(placesOfYear(printSections(board, sectionsOf('annual-report-section'))));
        expectOneFigureEach(placesOfPublic(printSections(board, sectionsOf('public-summary'), { audience: 'public' })));
      } finally {
        board.close();
      }
    },
    60_000,
  );
});
