/**
 * How quick the product is: each line a JSON object of figures made in this one run, with its limit where there is one; the last
 * line is for people. Ratios come from turns (A B A B …), so a slow machine is slow for both. A figure over its limit is
 * printed as that and is no failure: this ends with 1 only when something could not be measured.
 *
 *   node scripts/bench.ts [MEASUREMENT …]
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { actionLists } from './bench/action-lists.ts';
import { sampleBoards } from './bench/boards.ts';
import { edit } from './bench/edit.ts';
import { type Finding, type Measurement, summary, toJsonLine } from './bench/finding.ts';
import { history } from './bench/history.ts';
import { memory } from './bench/memory.ts';
import { overview } from './bench/overview.ts';
import { search } from './bench/search.ts';
import { stageBoard } from './bench/stage-board.ts';
import { statusPack } from './bench/status-pack.ts';
import { themeMatrix } from './bench/theme-matrix.ts';
import { sync } from './bench/sync.ts';
import { window } from './bench/window.ts';
import { workbook } from './bench/workbook.ts';
import { projectFolder } from './setup.mjs';

const measurements: readonly Measurement[] = [
  overview,
  actionLists,
  stageBoard,
  search,
  themeMatrix,
  edit,
  history,
  window,
  statusPack,
  workbook,
  sync,
  memory,
];

const main = async (wanted: readonly string[]): Promise<number> => {
  const names = measurements.map(({ name }) => name);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    console.error(`There is no measurement “${unknown}”. There are: ${names.join(', ')}.`);
    return 2;
  }
  if (!isBuilt()) return 1;
  const boards = await sampleBoards();
  const [load = 0] = loadavg();
  const findings: Finding[] = [];
  let failed = 0;
  for (const { name, run } of measurements) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    try {
      // oxlint-disable-next-line no-await-in-loop -- what is timed must run alone
      const found = await run(boards);
      for (const finding of found) console.log(toJsonLine(finding));
      findings.push(...found);
    } catch (error) {
      failed += 1;
      console.error(error);
      console.log(JSON.stringify({ name, failed: error instanceof Error ? error.message : String(error) }));
    }
  }
  const machine = `${availableParallelism()} processors, load ${load.toFixed(1)} before`;
  console.log(`${summary(findings)}${failed === 0 ? '' : `; ${failed} could not be measured`} (${machine}).`);
  return failed === 0 ? 0 : 1;
};

/** The page and the window are measured as built. What the build says goes to stderr: stdout is for the figures. */
const isBuilt = (): boolean =>
  spawnSync(process.execPath, [path.join(projectFolder, 'scripts', 'build.ts'), '--test'], { stdio: ['ignore', 2, 2] })
    .status === 0;

process.exitCode = await main(process.argv.slice(2));
