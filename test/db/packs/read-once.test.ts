import { expect, it, vi } from 'vitest';
import { BOARD_PACK } from '../../../db/packs/templates.ts';
import type { Reader } from '../../../db/service/context.ts';
import { approvalsWhere } from '../../../db/service/ladder.ts';
import type * as Overview from '../../../db/service/overview.ts';
import { readOverview } from '../../../db/service/overview.ts';
import { packOf } from '../../../db/service/packs.ts';
import { openBoard, TODAY } from '../../support/board.ts';

vi.mock('../../../db/service/overview.ts', async (original) => {
  const actual = await original<typeof Overview>();
  return { ...actual, readOverview: vi.fn(actual.readOverview) };
});

it('a pack reads the overview of its day once, whatever sections it has', async () => {
  const { store } = await openBoard('sample');
  packOf(store, {
    title: 'Status pack',
    body: 'Executive group',
    meetingDate: null,
    purpose: 'information',
    marking: 'OFFICIAL',
    sections: [...BOARD_PACK.sections, 'since-last'],
  });
  const days = vi.mocked(readOverview).mock.calls.map(([, day]) => day);
  expect(days.filter((day) => day === TODAY)).toHaveLength(1);
});

it('approvals are read with their conditions in two questions, however many there are', async () => {
  const { store } = await openBoard('sample');
  const asked: string[] = [];
  const counting = {
    prepare: (sql: string) => {
      const statement = store.prepare<unknown[], unknown>(sql);
      return {
        all: (...values: unknown[]) => {
          asked.push(sql);
          return statement.all(...values);
        },
      };
    },
  } as unknown as Reader;
  const approvals = approvalsWhere(counting, 'p.id <> ?', '');
  expect(approvals.length).toBeGreaterThan(5);
  expect(asked).toHaveLength(2);
  const { n } = store
    .prepare<[], { n: number }>(
      `select count(*) as n from approvalConditions k join approvals p on p.id = k.approvalId where k.removed is null and p.removed is null`,
    )
    .get() ?? { n: 0 };
  expect(n).toBeGreaterThan(0);
  expect(approvals.flatMap(({ conditions }) => conditions)).toHaveLength(n);
});
