import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The data process that serves the board in this folder; null when none runs. */
export const dataProcessOf = (boardFolder: string): number | null =>
  runningCommands().find(({ command }) => command.includes('process.cjs') && command.includes(boardFolder))?.pid ??
  null;

type Running = { readonly pid: number; readonly command: string };

const runningCommands = (): readonly Running[] => (existsSync('/proc/self') ? fromProc() : fromPs());

const fromProc = (): readonly Running[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: commandOf(name) }));

const commandOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
};

const fromPs = (): readonly Running[] =>
  execFileSync('ps', ['-Ao', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => ({ pid: Number.parseInt(line, 10), command: line }));
