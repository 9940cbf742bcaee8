/**
 * A program of its own: writes every section of a board in one format and says as JSON how long it took and what it needed.
 *
 *   node scripts/bench/big-pack.ts BOARD docx|xlsx
 */
import { fileURLToPath } from 'node:url';
import { isPackFormatName, PACK_FORMATS } from '../../db/packs/formats.ts';
import { packOf } from '../../db/service/packs.ts';
import { breathe } from '../../db/service/write-in-turns.ts';
import { withBoard } from './boards.ts';
import { packOptions } from './pack-options.ts';

export const bigPackProgram = fileURLToPath(import.meta.url);

export type BigPack = {
  readonly rows: number;
  /** In milliseconds, as the next two. */
  readonly model: number;
  readonly write: number;
  readonly silence: number;
  readonly megabytes: number;
};

const measured = (board: string, format: string): Promise<BigPack> =>
  withBoard(board, async ({ store }) => {
    if (!isPackFormatName(format)) throw new TypeError(`there is no format ${format}`);
    const began = performance.now();
    const pack = packOf(store, packOptions());
    const read = performance.now();
    let heard = read;
    let silence = 0;
    const hear = (): void => {
      const now = performance.now();
      silence = Math.max(silence, now - heard);
      heard = now;
    };
    await PACK_FORMATS[format].write(pack, async () => {
      hear();
      await breathe();
    });
    hear();
    return {
      rows: pack.sections
        .flatMap(({ blocks }) => blocks)
        .reduce((sum, b) => sum + (b.kind === 'table' ? b.rows.length : 0), 0),
      model: Math.round(read - began),
      write: Math.round(heard - read),
      silence: Math.round(silence),
      megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  });

const [board, format] = process.argv.slice(2);
if (process.argv[1] === bigPackProgram && board !== undefined && format !== undefined) {
  console.log(JSON.stringify(await measured(board, format)));
}
