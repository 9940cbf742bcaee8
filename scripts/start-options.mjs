import { parseArgs } from 'node:util';

export const startUsage = `Usage: npm start                         open the tracker in its own window
       npm start -- --browser [FOLDER]   open it in the browser, on the board in FOLDER if given
       npm start -- --browser [FOLDER] --sync-folder DIR
                                         the same, with the folder that the laptops of the board share
       npm start -- --electron           try to bring the window again, even after it could not be had
       npm start -- --help               show this`;

/**
 * @param {readonly string[]} args
 * @returns {{ wrong: string } | { wrong: null, help: boolean, browser: boolean, electron: boolean, folder: string | null,
 *   syncFolder: string | null }}
 */
export function readStartOptions(args) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        browser: { type: 'boolean' },
        electron: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        'sync-folder': { type: 'string' },
      },
    });
    const [folder = null, ...more] = positionals;
    const browser = values.browser ?? false;
    const electron = values.electron ?? false;
    if (more.length > 0) return { wrong: `One folder at most, not also “${more.join('”, “')}”.` };
    if (folder !== null && !browser) return { wrong: `A folder goes with --browser: npm start -- --browser ${folder}` };
    const syncFolder = values['sync-folder'] ?? null;
    if (syncFolder !== null && !browser)
      return { wrong: 'In the window you choose the folder for sync yourself; --sync-folder goes with --browser.' };
    if (browser && electron) return { wrong: '--browser and --electron ask for different things: give one of them.' };
    return { wrong: null, help: values.help ?? false, browser, electron, folder, syncFolder };
  } catch (error) {
    return { wrong: /** @type {Error} */ (error).message.split('. ')[0] ?? '' };
  }
}
