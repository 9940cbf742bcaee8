import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { PACK_FORMATS as PACK_FORMAT_NAMES } from '../../db/contract/packs.ts';
import { PACK_FORMATS } from '../../db/packs/formats.ts';
import { packToHtml } from '../../db/packs/html.ts';
import { BOARD_PACK } from '../../db/packs/templates.ts';
import { SAMPLE_PASSPHRASE } from '../../db/domain/sample.ts';
import { packOf } from '../../db/service/packs.ts';
import { printHtml } from '../chromium.ts';
import { pack as packCommand } from '../commands/pack.ts';
import { testChromium } from '../test-chromium.ts';
import { inTemporaryFolder, withBoard } from './boards.ts';
import { type BigPack, bigPackProgram } from './big-pack.ts';
import type { Finding, Measurement } from './finding.ts';
import { packOptions } from './pack-options.ts';
import { median, timed, type Work } from './timing.ts';

const rounds = 3;

export const statusPack: Measurement = {
  name: 'status-pack',
  run: async ({ small, big }) => {
    const chromium = await testChromium();
    if (chromium === null) return [{ name: 'status pack', notRun: 'no Chromium to print the PDF with' }];
    process.env.CHROMIUM_PATH = chromium.program;
    process.env.TRACKER_PASSPHRASE = SAMPLE_PASSPHRASE;
    const [first = 0, ...later] = await repeated(() => commandInAllFormats(small));
    return [
      {
        name: 'status pack in every format',
        values: { first, again: median(later) },
        unit: 'ms',
        limitOn: 'first',
        limit: 2000,
        how: 'the pack command on the sample board, the board pack from unlocking until every file is on disk, first and later in a process; wall clock',
      },
      {
        name: 'status pack, each format alone',
        values: await timesAlone(small),
        unit: 'ms',
        how: 'the model, then each format from it; the PDF starts Chromium each time; medians, wall clock',
      },
      bigPack(big, 'docx'),
      bigPack(big, 'xlsx'),
    ];
  },
};

const commandInAllFormats = (board: string): Promise<unknown> =>
  inTemporaryFolder((folder) =>
    packCommand.run({
      positionals: [board],
      values: { out: path.join(folder, 'pack'), format: PACK_FORMAT_NAMES.join(','), 'no-register': true },
      say: () => undefined,
      signal: new AbortController().signal,
    }),
  );

/** In a process of its own, so that its memory is that of this one document. */
const bigPack = (board: string, format: 'docx' | 'xlsx'): Finding => {
  const told = execFileSync(process.execPath, [bigPackProgram, board, format], { encoding: 'utf8' });
  const { rows, model, write, silence, megabytes }: BigPack = JSON.parse(told);
  return {
    name: `big pack as ${format.toUpperCase()}, ${rows.toLocaleString('en-GB')} rows`,
    values: { model, write, silence },
    unit: 'ms',
    limitOn: 'silence',
    limit: 1500,
    how: `every section of the big board; silence: the longest time in which a Cancel is not heard while the document is written; at most ${megabytes} MB resident; wall clock`,
  };
};

const timesAlone = (board: string): Promise<Readonly<Record<string, number>>> =>
  withBoard(board, async ({ store }) => {
    const model = packOf(store, packOptions(BOARD_PACK.sections));
    const { docx, xlsx, html, csv, json } = PACK_FORMATS;
    const works: Readonly<Record<string, Work>> = {
      model: () => packOf(store, packOptions(BOARD_PACK.sections)),
      docx: () => docx.write(model),
      xlsx: () => xlsx.write(model),
      html: () => html.write(model),
      pdf: () => printHtml(packToHtml(model)),
      csv: () => csv.write(model),
      json: () => json.write(model),
    };
    const times: Record<string, number> = {};
    // oxlint-disable-next-line no-await-in-loop -- what is timed must run alone
    for (const [part, work] of Object.entries(works)) times[part] = median(await repeated(work));
    return times;
  });

const repeated = async (work: Work): Promise<readonly number[]> => {
  const times: number[] = [];
  // oxlint-disable-next-line no-await-in-loop -- what is timed must run alone
  for (let round = 0; round < rounds; round += 1) times.push(await timed(work, 'wall'));
  return times;
};
