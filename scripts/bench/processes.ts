import { execFileSync } from 'node:child_process';

export type RunningProcess = { readonly pid: number; readonly command: string; readonly megabytes: number };

/** The program and everything that it started. Memory is what is resident, memory shared with others included. */
export const processesUnder = (program: number): readonly RunningProcess[] => {
  const all = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,rss=,args='], { encoding: 'utf8', maxBuffer: 64e6 })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, kilobytes, command = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return pid === undefined
        ? []
        : [{ pid: Number(pid), parent: Number(parent), megabytes: Number(kilobytes) / 1024, command }];
    });
  const found = new Set([program]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return all.filter(({ pid }) => found.has(pid));
};

/** The data process, and the page's: the largest of the browser's renderers. */
export const memoryUnder = (
  program: number,
): { readonly main: number; readonly page: number; readonly dataProcess: number } => {
  const processes = processesUnder(program);
  const largest = (isIt: (process: RunningProcess) => boolean): number =>
    Math.max(0, ...processes.filter(isIt).map(({ megabytes }) => megabytes));
  return {
    main: largest(({ pid }) => pid === program),
    page: largest(({ command }) => command.includes('--type=renderer')),
    dataProcess: largest(({ command }) => command.includes('process.cjs')),
  };
};
