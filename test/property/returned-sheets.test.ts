import fc from 'fast-check';
import type { CellValue } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ANSWER_COLUMNS } from '../../db/domain/chasing.ts';
import { RefusedFile } from '../../db/imports/refused-file.ts';
import { readReturnedFile } from '../../db/imports/returned-sheet.ts';
import { requestSheetToDocx } from '../../db/packs/request-sheet-docx.ts';
import { requestSheetToXlsx } from '../../db/packs/request-sheet-xlsx.ts';
import { proposalsOf } from '../../db/service/returned-proposals.ts';
import { writeRequestSheets } from '../../db/service/request-sheets.ts';
import { Failure } from '../../db/store/failure.ts';
import { openSharedBoard } from '../support/board.ts';
import { requestSheet } from '../support/request-sheets.ts';
import { returned } from '../support/returned-sheets.ts';

let board: Awaited<ReturnType<typeof openSharedBoard>>;
let sheet: Uint8Array;

beforeAll(async () => {
  board = await openSharedBoard('sample');
  const { rows } = await board.client.chasing.agencies();
  const agencyIds = [rows[0]?.agencyId ?? ''];
  const { sheets } = await writeRequestSheets(board.store, { agencyIds, dueOn: null, format: 'xlsx' });
  sheet = sheets[0]?.bytes ?? new Uint8Array();
});
afterAll(() => board.close());

const words = fc.string({ unit: 'grapheme', maxLength: 60 });

it('whatever stands in a request sheet, returned unchanged it proposes nothing', async () => {
  const rows = fc.array(
    fc.record({ origin: words, number: words, action: words, target: words, state: words, lastUpdate: words }),
    { minLength: 1, maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(rows, words, async (asked, agency) => {
      const [template] = requestSheet().rows;
      const made = requestSheet({
        agency: { id: '01980000-0000-7000-8000-0000000000a0', name: agency },
        rows: asked.map((row, at) => ({ ...row, reference: `${template?.reference}-${at}` })),
      });
      for (const write of [requestSheetToXlsx, requestSheetToDocx]) {
        // oxlint-disable-next-line no-await-in-loop -- one file in memory at a time
        const file = await readReturnedFile(await write(made));
        expect(file).toMatchObject({ rows: [], unanswered: asked.length, ignoredColumns: [] });
        expect(file.facts).toEqual({ board: made.board.id, request: made.request, agency: made.agency.id });
      }
    }),
    { seed: 5, numRuns: 8 },
  );
});

it('however its cells are edited, a sheet is read or refused in words, and reading changes nothing', async () => {
  const value: fc.Arbitrary<CellValue> = fc.oneof(
    words,
    fc.constantFrom('In progress', 'On time', 'Signed off', '31 February 2027', 'late 2027', '=1+1', '', null),
    fc.double(),
    fc.boolean(),
    fc.date({ noInvalidDate: true, min: new Date('1900-03-01'), max: new Date('9999-12-31') }),
  );
  const edit = fc.record({ row: fc.nat(16), column: fc.nat(14), value });
  const answer = fc.record({ row: fc.nat(8), column: fc.constantFrom(...ANSWER_COLUMNS), value });
  const operations = (): unknown =>
    board.store.prepare('select count(*) as n, max(number) as last from operations').get();
  const before = operations();
  await fc.assert(
    fc.asyncProperty(
      fc.array(edit, { maxLength: 4 }),
      fc.array(answer, { maxLength: 6 }),
      fc.boolean(),
      async (edits, answers, merges) => {
        const bytes = await returned(sheet, (filled) => {
          for (const { row, column, value } of answers) filled.set(row, column, value);
          for (const { row, column, value } of edits) (filled.rows[row] ??= [])[column] = value;
          return merges ? { merges: [{ startRow: 4, endRow: 6, startCol: 0, endCol: 9 }] } : {};
        });
        try {
          const { proposals, refused } = proposalsOf(board.store, await readReturnedFile(bytes));
          for (const { text, state } of proposals) {
            expect(text.trim()).not.toBe('');
            expect([null, 'in-progress', 'reported-complete']).toContain(state);
          }
          for (const { why } of refused) expect(why).toMatch(/\.$/);
        } catch (error) {
          if (error instanceof RefusedFile || (error instanceof Failure && error.code === 'import-refused')) return;
          throw error;
        }
      },
    ),
    { seed: 11, numRuns: 40 },
  );
  expect(operations()).toEqual(before);
});
