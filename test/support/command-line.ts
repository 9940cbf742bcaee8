/** The commands of the command line: each as a process of its own, or called where only what it does is asked. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { Command, Values } from '../../scripts/commands/command.ts';
import { SAMPLE } from './board.ts';
import { compiledPrograms } from './compiled-programs.ts';

const TRACKER = path.resolve(import.meta.dirname, '../../scripts/tracker.ts');

export type TrackerOptions = {
  readonly passphrase?: string | null;
  /** Sees what is said as it is said. */
  readonly during?: (said: string, child: ChildProcess) => void;
};

/** Runs the command line as its own process, without a terminal. */
export const tracker = async (args: readonly string[], { passphrase = SAMPLE, during }: TrackerOptions = {}) => {
  const { TRACKER_PASSPHRASE: _, ...environment } = process.env;
  const env = {
    ...environment,
    ...compiledPrograms(),
    ...(passphrase === null ? {} : { TRACKER_PASSPHRASE: passphrase }),
  };
  const child = spawn(process.execPath, [TRACKER, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    during?.(said, child);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, said };
};

/** One JSON document and nothing else on stdout. */
export const trackerJson = async (args: readonly string[], options: TrackerOptions = {}) => {
  const { code, out, said } = await tracker([...args, '--json'], options);
  return { code, said, document: JSON.parse(out) as Record<string, unknown> };
};

/** The command itself, without a process of its own: starting one takes longer than most commands. */
export const runCommand = async (command: Command, positionals: readonly string[], values: Values = {}) => {
  const said: string[] = [];
  const { signal } = new AbortController();
  const result = await command.run({ positionals, values, signal, say: (words) => said.push(words) });
  return { ...result, json: result.json as Record<string, unknown>, said };
};
