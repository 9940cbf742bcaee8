/** The suites of `npm test`, in the order in which they run. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { hasDisplay, installedRuntime } from './electron-runtime.ts';
import { projectFolder } from './setup.mjs';
import { testChromium } from './test-chromium.ts';
import { type Counts, playwrightCounts, vitestCounts } from './test-counts.ts';

export type Outcome = Counts | { readonly notRun: string };
export type Suite = { readonly name: string; readonly about: string; readonly run: () => Promise<Outcome> };

type Command = { readonly program: string; readonly args: readonly string[] };
type Environment = Readonly<Record<string, string>>;

export const suites: readonly Suite[] = [
  {
    name: 'types',
    about: 'TypeScript, both projects',
    run: () =>
      asOneTest([
        tool('typescript', 'tsc', '--noEmit'),
        tool('typescript', 'tsc', '--noEmit', '-p', 'renderer/tsconfig.json'),
        tool('typescript', 'tsc', '--noEmit', '-p', 'test/e2e/tsconfig.json'),
      ]),
  },
  {
    name: 'lint',
    about: 'oxlint with types',
    run: () => asOneTest([tool('oxlint', 'oxlint', '--type-aware', '--deny-warnings')]),
  },
  { name: 'format', about: 'biome', run: () => asOneTest([tool('@biomejs/biome', 'biome', 'format')]) },
  { name: 'imports', about: 'who may import whom', run: () => asOneTest([script('scripts/check-imports.ts')]) },
  {
    name: 'build',
    about: 'the program, and its build for the tests',
    run: () => asOneTest([script('scripts/build.ts', '--test')]),
  },
  { name: 'unit', about: 'unit and integration, on a real encrypted database', run: runVitest },
  { name: 'browser', about: 'end to end in a real browser', run: runBrowser },
  { name: 'electron', about: 'end to end in a real Electron window', run: runElectron },
];

/** Commands that give no figures of their own: one test together. All of them run, so that everything wrong is seen at once. */
async function asOneTest(commands: readonly Command[]): Promise<Counts> {
  let failed = false;
  for (const command of commands) {
    // oxlint-disable-next-line no-await-in-loop -- their output would be mixed
    if ((await run(command)) !== 0) failed = true;
  }
  return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, skips: [] };
}

async function runVitest(): Promise<Counts> {
  const report = emptyReport('unit');
  const chromium = await testChromium();
  const code = await run(
    tool('vitest', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`),
    chromium === null ? {} : { CHROMIUM_PATH: chromium.program },
  );
  return counted(code, report, vitestCounts);
}

async function runBrowser(): Promise<Outcome> {
  const chromium = await testChromium();
  if (chromium === null) return { notRun: 'no Chromium here; install one, or name it in CHROMIUM_PATH' };
  return await runPlaywright('browser', { CHROMIUM_PATH: chromium.program });
}

async function runElectron(): Promise<Outcome> {
  const runtime = installedRuntime(projectFolder, process);
  if (!runtime.found) {
    return {
      notRun:
        'no Electron runtime here; “npm start -- --electron” brings one, or name its folder in ELECTRON_OVERRIDE_DIST_PATH',
    };
  }
  if (hasDisplay(process)) return await runPlaywright('electron');
  const xvfb = '/usr/bin/xvfb-run';
  if (!existsSync(xvfb)) return { notRun: 'no display here; install xvfb to have one made for the tests' };
  return await runPlaywright('electron', {}, [xvfb, '-a', '-s', '-screen 0 1600x1000x24']);
}

async function runPlaywright(project: string, env: Environment = {}, display: readonly string[] = []): Promise<Counts> {
  const report = emptyReport(project);
  const { program, args } = tool(
    '@playwright/test',
    'playwright',
    'test',
    `--project=${project}`,
    '--reporter=list,json',
  );
  const [first = program, ...rest] = [...display, program, ...args];
  const code = await run({ program: first, args: rest }, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return counted(code, report, playwrightCounts);
}

/** A command that fails without saying which test did, or leaves no report, is a failed test. */
function counted(code: number, reportFile: string, count: (report: string) => Counts): Counts {
  if (!existsSync(reportFile)) return { passed: 0, failed: code === 0 ? 0 : 1, skips: [] };
  const counts = count(readFileSync(reportFile, 'utf8'));
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function emptyReport(name: string): string {
  const folder = path.join(projectFolder, 'out', 'reports');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

function script(file: string, ...args: readonly string[]): Command {
  return { program: process.execPath, args: [path.join(projectFolder, file), ...args] };
}

/** A tool's own entry, run on this Node: the same on every system, and nothing is looked up on the path. */
function tool(packageName: string, bin: string, ...args: readonly string[]): Command {
  const folder = path.join(projectFolder, 'node_modules', packageName);
  const manifest: { bin: string | Record<string, string> } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const entry = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[bin];
  if (entry === undefined) throw new Error(`${packageName} has no command ${bin}`);
  return { program: process.execPath, args: [path.join(folder, entry), ...args] };
}

function run({ program, args }: Command, env: Environment = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: projectFolder,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
