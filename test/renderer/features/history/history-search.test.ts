import { expect, it } from 'vitest';
import { searchToHistoryFilter } from '../../../../renderer/features/history/use-history-search.ts';

it('an address asks for days, kinds and a part of the board; what there is not is left out', () => {
  expect(searchToHistoryFilter({ from: '2026-03-01', kind: 'remove,undo', area: 'actions' })).toEqual({
    from: '2026-03-01',
    until: undefined,
    kind: ['remove', 'undo'],
    area: 'actions',
  });
  expect(searchToHistoryFilter({ from: '2026-02-31', until: 'yesterday', area: 'moon' })).toEqual({
    from: undefined,
    until: undefined,
    kind: undefined,
    area: undefined,
  });
});
