/** Where the Electron to run is: the one named by ELECTRON_OVERRIDE_DIST_PATH, the one installed, or one brought now. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Runtime =
  | { readonly found: true; readonly program: string; readonly major: number }
  | { readonly found: false; readonly because: string };

export type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** Null where there is no such number (Windows). */
  readonly userId: number | null;
};

/** The data process needs Node-API 10 inside Electron; older runtimes serve the tests, which give it another Node. */
const oldestRuntimeWithDataProcess = 35;
const noProgressMs = 60_000;
const dayMs = 24 * 60 * 60 * 1000;

/** Why no window can be opened here whatever is installed; null when one can. */
export function whyNoWindow({ platform, env, userId }: Surroundings): string | null {
  if (!hasDisplay({ platform, env })) return 'There is no display here';
  if (platform === 'linux' && userId === 0) return 'Electron’s sandbox does not work for the root user';
  return null;
}

export function hasDisplay({ platform, env }: Pick<Surroundings, 'platform' | 'env'>): boolean {
  return platform !== 'linux' || isSet(env.DISPLAY) || isSet(env.WAYLAND_DISPLAY);
}

/** The runtime already on this computer. */
export function installedRuntime(
  projectFolder: string,
  { platform, env }: Pick<Surroundings, 'platform' | 'env'>,
): Runtime {
  const named = env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = isSet(named) ? named : path.join(projectFolder, 'node_modules', 'electron', 'dist');
  const program = path.join(folder, programPath(platform));
  const versionFile = path.join(folder, 'version');
  if (existsSync(program) && existsSync(versionFile)) {
    const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
    if (isSet(named) || version === pinnedVersion(projectFolder)) {
      return { found: true, program, major: Number.parseInt(version, 10) };
    }
  }
  return {
    found: false,
    because: isSet(named) ? `There is no Electron in ${named}` : 'Electron is not on this computer',
  };
}

/** A runtime that a person can work with, brought from Electron's own download host when it is not here yet. */
export async function bringRuntime(
  projectFolder: string,
  surroundings: Surroundings,
  options: { readonly now: number; readonly evenAfterFailure: boolean },
): Promise<Runtime> {
  const installed = installedRuntime(projectFolder, surroundings);
  if (installed.found) {
    if (installed.major >= oldestRuntimeWithDataProcess) return installed;
    return {
      found: false,
      because: `The Electron named by ELECTRON_OVERRIDE_DIST_PATH is version ${installed.major}, which serves the tests only`,
    };
  }
  if (isSet(surroundings.env.ELECTRON_OVERRIDE_DIST_PATH)) return installed;
  const failureFile = path.join(projectFolder, 'out', '.electron-not-had');
  const again = '(tried again a day later, or now with “npm start -- --electron”)';
  if (!options.evenAfterFailure && failedWithinDay(failureFile, options.now)) {
    return { found: false, because: `Electron could not be downloaded earlier ${again}` };
  }
  console.log(`Downloading Electron ${pinnedVersion(projectFolder)} for the window. This is done once.`);
  const problem = await download(projectFolder, surroundings.env);
  const brought = installedRuntime(projectFolder, surroundings);
  if (problem === null && brought.found) {
    rmSync(failureFile, { force: true });
    return brought;
  }
  mkdirSync(path.dirname(failureFile), { recursive: true });
  writeFileSync(failureFile, String(options.now));
  return {
    found: false,
    because: `Electron could not be downloaded: ${problem ?? 'what came was not complete'} ${again}`,
  };
}

/** Runs Electron's own installer, which checks what it downloads against its pinned checksums. Null when it went well. */
function download(projectFolder: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const package_ = path.join(projectFolder, 'node_modules', 'electron');
  const arriving = path.join(projectFolder, 'out', '.electron-arriving');
  rmSync(arriving, { recursive: true, force: true });
  mkdirSync(arriving, { recursive: true });
  const child = spawn(process.execPath, [path.join(package_, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...env,
      TMPDIR: arriving,
      TEMP: arriving,
      TMP: arriving,
      NODE_USE_ENV_PROXY: '1',
      ELECTRON_GET_NO_PROGRESS: '1',
    },
  });
  return new Promise((resolve) => {
    let complaint = '';
    let stalled = false;
    let size = 0;
    let lastProgress = Date.now();
    const watch = setInterval(() => {
      const now = bytesUnder(arriving) + bytesUnder(path.join(package_, 'dist'));
      if (now !== size) {
        size = now;
        lastProgress = Date.now();
        if (process.stdout.isTTY) process.stdout.write(`\r${Math.round(size / 1e6)} MB `);
      } else if (Date.now() - lastProgress > noProgressMs) {
        stalled = true;
        child.kill();
      }
    }, 500);
    const end = (problem: string | null): void => {
      clearInterval(watch);
      rmSync(arriving, { recursive: true, force: true });
      if (process.stdout.isTTY && size > 0) process.stdout.write('\n');
      resolve(problem);
    };
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.on('error', (error) => end(error.message));
    child.on('close', (code) => {
      if (code === 0) end(null);
      else end(stalled ? 'nothing came for a minute' : inWords(complaint));
    });
  });
}

function failedWithinDay(file: string, now: number): boolean {
  if (!existsSync(file)) return false;
  const age = now - Number(readFileSync(file, 'utf8'));
  return age >= 0 && age < dayMs;
}

function bytesUnder(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (sum, entry) => sum + (statSync(path.join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
}

function programPath(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

function pinnedVersion(projectFolder: string): string {
  const manifest: { devDependencies: { electron: string } } = JSON.parse(
    readFileSync(path.join(projectFolder, 'package.json'), 'utf8'),
  );
  return manifest.devDependencies.electron;
}

/** Node's two words for every failure of a network are none for a person. */
const inWords = (complaint: string): string => {
  const line = firstLine(complaint);
  return line === '' || line === 'fetch failed' ? 'its download host cannot be reached from here' : line;
};

const firstLine = (text: string): string =>
  text
    .trim()
    .split('\n')[0]
    ?.replace(/^\w*Error: /, '') ?? '';

const isSet = (value: string | undefined): value is string => value !== undefined && value !== '';
