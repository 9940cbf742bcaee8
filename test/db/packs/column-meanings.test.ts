import { expect, test } from 'vitest';
import { PACK_SECTIONS } from '../../../db/contract/packs.ts';
import { columnUnit, hasMeaning } from '../../../db/packs/column-meanings.ts';
import { openBoard } from '../../support/board.ts';
import { printSections, tablesOf } from './sections/printed-sections.ts';

test('every column of a pack has words for the data dictionary, and every number says what it counts', async () => {
  const tables = tablesOf(printSections(await openBoard('sample'), PACK_SECTIONS));
  const columns = tables.flatMap(({ id, columns }) => columns.map((column) => ({ id, column })));
  expect(columns.length).toBeGreaterThan(100);
  expect(columns.filter(({ id, column }) => !hasMeaning(id, column)).map(({ id, column }) => [id, column.key])).toEqual(
    [],
  );
  for (const { column } of columns) expect(columnUnit(column) === '').toBe(column.kind !== 'number');
});
