import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { PACK_SECTIONS } from '../../../../db/contract/packs.ts';
import type { Pack } from '../../../../db/packs/model.ts';
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

describe('a pack gives one number for one thing, wherever it gives it', () => {
  test.each(BOARDS)(
    '%s',
    async (_, open) => {
      const board = await open();
      try {
        for (const [thing, places] of Object.entries(placesOf(printSections(board, SECTIONS)))) {
          const numbers = Object.values(places);
          expect(
            numbers.every((number) => Number.isInteger(number)),
            `${thing}: ${JSON.stringify(places)}`,
          ).toBe(true);
          expect(new Set(numbers).size, `${thing}: ${JSON.stringify(places)}`).toBe(1);
        }
      } finally {
        board.close();
      }
    },
    60_000,
  );
});
