import type { BoardData } from '../contract/board.ts';
import { readCalendar } from '../store/facts.ts';
import type { Store } from '../store/store.ts';
import { os, todayOf } from './context.ts';

/** Everything that lists to choose from are made of, in one answer. */
export const readBoard = (store: Store): BoardData => {
  const all = <T>(sql: string): T[] => store.prepare<[], T>(sql).all();
  const rows = <K extends keyof BoardData>(table: string, order: string): BoardData[K] =>
    all(`select * from ${table} where removed is null order by ${order}, id`) as BoardData[K];
  const stages = all<BoardData['reviewTypes'][number]['stages'][number]>(
    'select * from stages where removed is null order by position, id',
  );
  const regimes = all<BoardData['reviewTypes'][number]['regimes'][number]>(
    'select * from regimes where removed is null order by position, id',
  );
  const rules = all<BoardData['reviewTypes'][number]['clockRules'][number]>(
    'select * from clockRules where removed is null order by position, id',
  );
  const levels = all<BoardData['ragSchemes'][number]['levels'][number]>(
    'select * from ragLevels where removed is null order by position, id',
  );
  return {
    board: all<BoardData['board']>('select * from boards limit 1')[0] as BoardData['board'],
    device: store.device,
    agencies: rows<'agencies'>('agencies', 'name'),
    bodies: rows<'bodies'>('bodies', 'position'),
    reviewTypes: rows<'reviewTypes'>('reviewTypes', 'position').map((type) => ({
      ...type,
      stages: stages.filter((stage) => stage.reviewTypeId === type.id),
      regimes: regimes.filter((regime) => regime.reviewTypeId === type.id),
      clockRules: rules.filter((rule) => rule.reviewTypeId === type.id),
    })),
    delayReasons: rows<'delayReasons'>('delayReasons', 'position'),
    ladderSteps: all(
      `select s.*, b.name as bodyName from ladderSteps s join bodies b on b.id = s.bodyId
       where s.removed is null order by s.appliesTo, s.position, s.id`,
    ),
    ragSchemes: rows<'ragSchemes'>('ragSchemes', 'position').map((scheme) => ({
      ...scheme,
      levels: levels.filter((level) => level.ragSchemeId === scheme.id),
    })),
    closures: rows<'closures'>('closures', 'date'),
    themes: rows<'themes'>('themes', 'position'),
    meetings: all(
      `select m.*, b.name as bodyName from meetings m join bodies b on b.id = m.bodyId
       where m.removed is null order by coalesce(m.date, '9999') desc, m.id`,
    ),
    externalReports: rows<'externalReports'>('externalReports', 'reference'),
    holidayTable: readCalendar(store.db)?.tableVersion ?? '',
    today: todayOf(store),
  };
};

export const board = {
  get: os.board.get.handler(({ context: { session } }) => readBoard(session.store)),
};
