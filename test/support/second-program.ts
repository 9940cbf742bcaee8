import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { compiledPrograms } from './compiled-programs.ts';

/** Somebody without rights of their own, for folders that root could write in whatever their mode says. */
export const NOBODY = 65534;
export const isRoot = process.getuid?.() === 0;

/** Opens the board in another process; answers how that went, and the process, which holds the board until its stdin ends. */
export const openInSecondProgram = async (
  folder: string,
  passphrase: string,
  as: { readonly uid?: number; readonly gid?: number } = {},
): Promise<{ readonly said: string; readonly program: ChildProcessWithoutNullStreams }> => {
  const program = spawn(process.execPath, [path.join(import.meta.dirname, 'try-board.ts'), folder, passphrase], {
    ...as,
    cwd: '/',
    env: { PATH: process.env.PATH, HOME: '/nonexistent', ...compiledPrograms() },
  });
  onTestFinished(() => void program.kill('SIGKILL'));
  let errors = '';
  program.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [said] = (await Promise.race([
    once(program.stdout, 'data'),
    once(program, 'exit').then(() => [`ended without a word: ${errors}`]),
  ])) as [Buffer | string];
  return { said: String(said).trim(), program };
};
