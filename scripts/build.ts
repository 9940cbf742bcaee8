/**
 * Builds what is out of date, and nothing else: `out/` is what is shipped, `out/test/` the same tree for the end-to-end tests.
 *
 *   node scripts/build.ts          the release build
 *   node scripts/build.ts --test   the release build, and the tree for the tests
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Flavour, TargetName } from './build-targets.ts';
import { inputsDigest, readBuiltRecord, writeBuiltRecord } from './freshness.ts';
import { projectFolder as thisProject } from './setup.mjs';

type Step = {
  readonly name: string;
  /** Files and folders the result depends on; how it is built and with which packages is added to all of them. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly run: (projectFolder: string) => Promise<void>;
};

const howItIsBuilt = ['package.json', 'package-lock.json', 'scripts/build.ts', 'scripts/build-targets.ts'];
const pageSources = ['renderer', 'db/contract', 'db/domain', 'db/charts'];
const shellSources = ['electron', 'db/contract', 'db/domain'];

const releaseSteps: readonly Step[] = [
  viteStep('renderer', 'release', 'out', pageSources, 'renderer/index.html'),
  viteStep('preload', 'release', 'out', shellSources, 'electron/preload.cjs'),
  viteStep('main', 'release', 'out', shellSources, 'electron/main.cjs'),
  viteStep('process', 'release', 'out', ['db'], 'db/process.cjs'),
  // After the data process, whose build empties the folder.
  viteStep('return-worker', 'release', 'out', ['db'], 'db/return-worker.cjs'),
];

const testSteps: readonly Step[] = [
  viteStep('preload', 'test', 'out/test', shellSources, 'electron/preload.cjs'),
  viteStep('main', 'test', 'out/test', shellSources, 'electron/main.cjs'),
  {
    name: 'the page and the data process for the tests',
    inputs: [...pageSources, 'db'],
    outputs: [
      'out/test/renderer/index.html',
      'out/test/db/process.cjs',
      'out/test/db/return-worker.cjs',
      'out/test/package.json',
    ],
    run: completeTestTree,
  },
];

/** Builds what is out of date and names it; an up-to-date tree costs reading the sources once. */
export async function bringUpToDate(flavour: Flavour, projectFolder = thisProject): Promise<readonly string[]> {
  const recordFile = path.join(projectFolder, 'out', '.built.json');
  const built: string[] = [];
  for (const step of flavour === 'test' ? [...releaseSteps, ...testSteps] : releaseSteps) {
    const digest = inputsDigest(projectFolder, [...howItIsBuilt, ...step.inputs], step.name);
    const { [step.name]: last, ...others } = readBuiltRecord(recordFile);
    if (last === digest && step.outputs.every((output) => existsSync(path.join(projectFolder, output)))) continue;
    // Taken off the record first: a build that is interrupted or fails is done again.
    writeBuiltRecord(recordFile, others);
    console.log(`Building ${step.name}.`);
    await step.run(projectFolder);
    writeBuiltRecord(recordFile, { ...others, [step.name]: digest });
    built.push(step.name);
  }
  return built;
}

function viteStep(
  target: TargetName,
  flavour: Flavour,
  outFolder: string,
  inputs: readonly string[],
  output: string,
): Step {
  const words: Readonly<Record<TargetName, string>> = {
    renderer: 'the page',
    preload: 'the preload script',
    main: 'the window’s shell',
    process: 'the data process',
    'return-worker': 'the reader of returned sheets',
  };
  return {
    name: flavour === 'test' ? `${words[target]} for the tests` : words[target],
    inputs,
    outputs: [`${outFolder}/${output}`],
    run: async (projectFolder) => {
      // Loaded only when something is built: a start with nothing to do must not pay for it.
      const [{ build }, { targetConfig }] = await Promise.all([import('vite'), import('./build-targets.ts')]);
      await build(targetConfig(target, { projectFolder, outFolder: path.join(projectFolder, outFolder), flavour }));
    },
  };
}

/** A complete program folder, so that `electron out/test` finds everything where `electron .` finds it from the project. */
async function completeTestTree(projectFolder: string): Promise<void> {
  const out = path.join(projectFolder, 'out');
  for (const folder of ['renderer', 'db']) {
    rmSync(path.join(out, 'test', folder), { recursive: true, force: true });
    cpSync(path.join(out, folder), path.join(out, 'test', folder), { recursive: true });
  }
  const { name, productName, version }: { name: string; productName: string; version: string } = JSON.parse(
    readFileSync(path.join(projectFolder, 'package.json'), 'utf8'),
  );
  mkdirSync(path.join(out, 'test'), { recursive: true });
  const program = { name, productName, version, main: 'electron/main.cjs' };
  writeFileSync(path.join(out, 'test', 'package.json'), `${JSON.stringify(program, null, 2)}\n`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { test: { type: 'boolean' } } });
  const built = await bringUpToDate(values.test === true ? 'test' : 'release');
  if (built.length === 0) console.log('Everything is up to date.');
}

const isWrongUse = (error: unknown): boolean =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = isWrongUse(error) ? 2 : 1;
  }
}
