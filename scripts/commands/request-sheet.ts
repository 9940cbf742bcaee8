import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { SHEET_FORMATS, type SheetFormat } from '../../db/domain/chasing.ts';
import { isCivilDate } from '../../db/domain/partial-date.ts';
import { writeRequestSheets } from '../../db/service/request-sheets.ts';
import { withFailures } from '../../db/store/failure.ts';
import { writeFileDurably } from '../../db/store/files.ts';
import type { Store } from '../../db/store/store.ts';
import { type Command, text, UsageError } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';

export const requestSheet: Command = {
  summary: 'Writes request sheets for agencies and logs the requests',
  usage: `request-sheet FOLDER --agency NAME|--all --out DIR [--due D] [--format ${SHEET_FORMATS.join('|')}]`,
  options: {
    agency: { type: 'string' },
    all: { type: 'boolean' },
    out: { type: 'string' },
    due: { type: 'string' },
    format: { type: 'string' },
  },
  takes: [1, 1],
  run: async ({ positionals, values, say }) => {
    const [out, agency, dueOn] = [text(values, 'out'), text(values, 'agency'), text(values, 'due') ?? null];
    if (out === undefined) throw new UsageError('Say where the sheets go: --out DIR.');
    if ((agency === undefined) === (values.all !== true)) {
      throw new UsageError('Say which agency, --agency NAME, or that all are asked: --all.');
    }
    if (dueOn !== null && !isCivilDate(dueOn)) {
      throw new UsageError(`--due is a day such as 2026-12-01, not “${dueOn}”.`);
    }
    const format = formatOf(text(values, 'format') ?? 'xlsx');
    const folder = path.resolve(out);
    return withBoard(folderOf(positionals[0]), async ({ store }) => {
      const agencyIds = agency === undefined ? null : [agencyNamed(store, agency)];
      withFailures(() => mkdirSync(folder, { recursive: true }));
      const { sheets, request, operationId } = await writeRequestSheets(store, { agencyIds, dueOn, format });
      const files = sheets.map(({ bytes, fileName, ...sheet }) => {
        const file = path.join(folder, fileName);
        withFailures(() => writeFileDurably(file, bytes));
        return { ...sheet, file };
      });
      say(`Recorded request ${request}. Sending the sheets is up to you.`);
      return {
        words: files
          .map(({ file, actions }) => `${file} (${actions} ${actions === 1 ? 'action' : 'actions'})`)
          .join('\n'),
        json: { request, operationId, sheets: files },
      };
    });
  },
};

const formatOf = (given: string): SheetFormat => {
  const format = SHEET_FORMATS.find((known) => known === given);
  if (format === undefined) throw new UsageError(`--format is ${SHEET_FORMATS.join(' or ')}, not “${given}”.`);
  return format;
};

/** By its name or its short name, in capitals or not. */
export const agencyNamed = (store: Store, given: string): string => {
  const agencies = store
    .prepare<[], { id: string; name: string; shortName: string }>(
      'select id, name, shortName from agencies where removed is null order by name',
    )
    .all();
  const wanted = given.trim().toLowerCase();
  const found = agencies.filter(({ name, shortName }) =>
    [name, shortName].some((word) => word.toLowerCase() === wanted),
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only.id;
  const names = agencies.map(({ name }) => `  ${name}`).join('\n');
  throw new UsageError(
    `${found.length === 0 ? 'There is no agency' : 'There are several agencies'} called “${given}”. The agencies of this board:\n${names}`,
  );
};
