import path from 'node:path';
import { PACK_FORMATS } from '../../db/packs/formats.ts';
import { packToHtml } from '../../db/packs/html.ts';
import { SAMPLE_PASSPHRASE } from '../../db/domain/sample.ts';
import { packOf } from '../../db/service/packs.ts';
import { printHtml } from '../chromium.ts';
import { pack as packCommand } from '../commands/pack.ts';
import { testChromium } from '../test-chromium.ts';
import { inTemporaryFolder, withBoard } from './boards.ts';
import type { Measurement } from './finding.ts';
import { packOptions } from './pack-options.ts';
import { median, timed, type Work } from './timing.ts';

const rounds = 3;

export const statusPack: Measurement = {
  name: 'status-pack',
  run: async ({ small }) => {
    const chromium = await testChromium();
    if (chromium === null) return [{ name: 'status pack', notRun: 'no Chromium to print the PDF with' }];
    process.env.CHROMIUM_PATH = chromium.program;
    process.env.TRACKER_PASSPHRASE = SAMPLE_PASSPHRASE;
    const [first = 0, ...later] = await repeated(() => commandInAllFormats(small));
    return [
      {
        name: 'status pack in five formats',
        values: { first, again: median(later) },
        unit: 'ms',
        limitOn: 'first',
        limit: 3000,
        how: 'the pack command on the sample board, from unlocking it until the five files are on disk, first and later in a process; wall clock',
      },
      {
        name: 'status pack, each format alone',
        values: await timesAlone(small),
        unit: 'ms',
        how: 'the model, then each format from it; the PDF starts Chromium each time; medians, wall clock',
      },
    ];
  },
};

const commandInAllFormats = (board: string): Promise<unknown> =>
  inTemporaryFolder((folder) =>
    packCommand.run({
      positionals: [board],
      values: { out: path.join(folder, 'pack') },
      say: () => undefined,
      signal: new AbortController().signal,
    }),
  );

const timesAlone = (board: string): Promise<Readonly<Record<string, number>>> =>
  withBoard(board, async ({ store }) => {
    const model = packOf(store, packOptions());
    const { docx, xlsx, html, json } = PACK_FORMATS;
    const works: Readonly<Record<string, Work>> = {
      model: () => packOf(store, packOptions()),
      docx: () => docx.write(model),
      xlsx: () => xlsx.write(model),
      html: () => html.write(model),
      pdf: () => printHtml(packToHtml(model)),
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
