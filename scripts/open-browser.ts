import { spawn } from 'node:child_process';

/** Asks the system to open an address in the person's browser; true when it took the request. */
export function openInBrowser(address: string): Promise<boolean> {
  const [program, ...args] = openingCommand(process.platform, address);
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    child.on('error', () => resolve(false));
    child.on('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

export function openingCommand(platform: NodeJS.Platform, address: string): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open', address];
  // `start` is a word of cmd.exe, where & ends a command; rundll32 takes the address as it is.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  return ['xdg-open', address];
}
