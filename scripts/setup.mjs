/**
 * Makes a bare clone ready and goes on with the project's own Node. Plain JavaScript: this file runs on whatever Node (20 or later)
 * started it, before anything is installed.
 *
 * What must hold: the packages installed are exactly those of package-lock.json, and no package's install script is run. The stamp in
 * node_modules holds the lock file's SHA-256; it is written last, so an interrupted installation is done again.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Node 22.18 is the first that runs .ts files without a flag. */
const oldestNode = [22, 18];

/** @param {string} folder */
export function isInstalled(folder) {
  const stamp = stampFile(folder);
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === lockDigest(folder);
}

/** Installs the locked packages when they are missing or not those of the lock. Ends the process when that cannot be done. */
export function ensureInstalled() {
  if (isInstalled(projectFolder)) return;
  console.log('Installing the packages named in package-lock.json. This is done once and takes about a minute.');
  const npm = npmCommand();
  const result = spawnSync(
    npm.program,
    [...npm.args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: projectFolder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], shell: npm.shell },
  );
  if (result.status !== 0) {
    console.error(
      `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? `${result.error.message}\n` : ''}`.trim(),
    );
    console.error(
      'The packages could not be installed; npm’s own words are above. Nothing else was changed: put that right and run the same command again.',
    );
    process.exit(1);
  }
  writeFileSync(stampFile(projectFolder), lockDigest(projectFolder));
}

/**
 * Runs one of the project's TypeScript scripts on the project's Node, in this terminal, and ends as it ends.
 * @param {string} script path from the project folder
 * @param {readonly string[]} args
 */
export function goOnWith(script, args) {
  const child = spawn(projectNode(), [path.join(projectFolder, script), ...args], {
    cwd: process.cwd(),
    stdio: 'inherit',
    env: withProjectPath(process.env),
  });
  // A terminal sends Ctrl-C to the child as well; a SIGTERM reaches only this process.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  child.on('error', (error) => {
    console.error(`The project’s Node could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

function projectNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const installed = path.join(projectFolder, 'node_modules', `node-${system}-${process.arch}`, 'bin', name);
  if (existsSync(installed)) return installed;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return process.execPath;
  console.error(
    `This computer has Node ${process.versions.node}, and no newer Node can be installed from npm for it. Install Node 24 and run the same command again.`,
  );
  process.exit(1);
}

/** npm as it was started, else the npm on the path. */
function npmCommand() {
  const started = process.env.npm_execpath;
  if (started?.endsWith('.js') && existsSync(started)) {
    return { program: process.env.npm_node_execpath ?? process.execPath, args: [started], shell: false };
  }
  return { program: 'npm', args: [], shell: process.platform === 'win32' };
}

/** @param {NodeJS.ProcessEnv} env */
function withProjectPath(env) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...env, [name]: [path.join(projectFolder, 'node_modules', '.bin'), env[name]].join(path.delimiter) };
}

/** @param {string} folder */
const stampFile = (folder) => path.join(folder, 'node_modules', '.tracker-installed');

/** @param {string} folder */
const lockDigest = (folder) =>
  createHash('sha256')
    .update(readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');
