import { createInterface } from 'node:readline';

/** Ends what was started when the terminal asks for it or goes away, or when the program that started this one does. */
export const endWithTerminal = (end: () => Promise<void>): (() => void) => {
  const leave = (): void => void end().finally(() => process.exit(0));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, leave);
  process.once('disconnect', leave);
  return () => {
    for (const signal of signals) process.off(signal, leave);
    process.off('disconnect', leave);
  };
};

/** Calls `act` each time the person presses Enter, where there is a person. */
export const onEnter = (act: () => void): (() => void) => {
  if (!process.stdin.isTTY) return () => undefined;
  const lines = createInterface({ input: process.stdin });
  lines.on('line', act);
  return () => lines.close();
};
