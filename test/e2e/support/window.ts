/** The tracker in a real Electron window, on folders of its own, with the person at its dialogs played by a file of answers. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test as base } from '@playwright/test';
import { installedRuntime } from '../../../scripts/electron-runtime.ts';
import { nodeOnOneDay, oneDayInPage } from './one-day.ts';
import { collectFaults } from './page-faults.ts';
import { copyPreparedBoard } from './prepared-boards.ts';
import { dataProcessOf } from './processes.ts';

export { expect } from '@playwright/test';

export type TrackerWindow = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Everything that this run may write to. */
  readonly all: string;
  readonly sampleFolder: string;
  /** The folder that documents are saved to. */
  readonly documents: string;
  readonly launch: {
    readonly executablePath: string;
    readonly args: readonly string[];
    readonly env: NodeJS.ProcessEnv;
  };
  /** What the person will answer at the next dialogs: paths, or null for "changed their mind". */
  answerDialogs(answers: readonly (string | null)[]): void;
  dataProcess(): number | null;
};

const project = path.join(import.meta.dirname, '../../..');

/** Older ones have no room for the database: the data process then runs on this Node. */
const firstRuntimeWithDataProcess = 35;

export const test = base.extend<{ tracker: TrackerWindow; expectedFaults: readonly RegExp[] }>({
  expectedFaults: [[], { option: true }],
  tracker: async ({ expectedFaults }, use) => {
    const runtime = installedRuntime(project, process);
    if (!runtime.found) throw new Error(runtime.because);
    const all = mkdtempSync(path.join(tmpdir(), 'tracker-window-'));
    const [home, userData, temporary, documents] = ['home', 'user-data', 'temporary', 'home/Documents'].map((name) => {
      mkdirSync(path.join(all, name), { recursive: true });
      return path.join(all, name);
    }) as [string, string, string, string];
    const sampleFolder = path.join(userData, 'sample-board');
    copyPreparedBoard('sample', sampleFolder);
    const dialogs = path.join(all, 'dialogs.json');
    writeFileSync(dialogs, '[]');
    const launch = {
      executablePath: runtime.program,
      args: ['--no-sandbox', '--disable-gpu', `--user-data-dir=${userData}`, path.join(project, 'out/test')],
      env: {
        ...process.env,
        HOME: home,
        XDG_CONFIG_HOME: path.join(home, '.config'),
        XDG_CACHE_HOME: path.join(home, '.cache'),
        TMPDIR: temporary,
        TRACKER_TEST_DIALOG: dialogs,
        ...(runtime.major < firstRuntimeWithDataProcess ? { TRACKER_TEST_NODE: nodeOnOneDay(all) } : {}),
      },
    };
    const app = await _electron.launch(launch);
    const faults = collectFaults(app.context());
    await oneDayInPage(app.context());
    try {
      const page = await app.firstWindow();
      await expect(page.getByRole('heading', { level: 1, name: 'Welcome' })).toBeVisible();
      await use({
        app,
        page,
        all,
        sampleFolder,
        documents,
        launch,
        answerDialogs: (answers) => writeFileSync(dialogs, JSON.stringify(answers)),
        dataProcess: () => dataProcessOf(sampleFolder),
      });
      const unexpected = faults.filter((fault) => !expectedFaults.some((expected) => expected.test(fault)));
      expect(unexpected, 'the page had nothing to complain of').toEqual([]);
    } finally {
      await app.close();
      rmSync(all, { recursive: true, force: true });
    }
  },
});

export const openSampleInWindow = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Open the sample board' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
};
