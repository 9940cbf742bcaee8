import path from 'node:path';
import { bringUpToDate } from '../build.ts';
import { hasDisplay } from '../electron-runtime.ts';
import { startBrowserShell } from '../serve.ts';
import { projectFolder } from '../setup.mjs';
import { type Command, text, UsageError } from './command.ts';
import { folderOf } from './open-board.ts';

export const serve: Command = {
  summary: 'Opens the board in the browser, on this laptop only; ends with Ctrl-C',
  usage: 'serve FOLDER [--port N] [--sync-folder DIR]',
  options: { port: { type: 'string' }, 'sync-folder': { type: 'string' } },
  takes: [1, 1],
  run: async ({ positionals, values, say }) => {
    const port = Number(text(values, 'port') ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--port is a number up to 65535.');
    await bringUpToDate('release');
    await startBrowserShell({
      folder: folderOf(positionals[0]),
      syncFolder: text(values, 'sync-folder') ?? null,
      port,
      staticDir: path.join(projectFolder, 'out', 'renderer'),
      dataProcessEntry: path.join(projectFolder, 'out', 'db', 'process.cjs'),
      openBrowser: hasDisplay(process),
      say,
    });
    // The shell ends itself with its terminal.
    return new Promise(() => undefined);
  },
};
