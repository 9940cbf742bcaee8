import type { Shell, ShellBridge } from '../../db/contract/shell.ts';

/** The shell of Electron's window: the bridge of the preload script, and the port that follows it as a message. */
export const createElectronShell = (bridge: ShellBridge): Shell => ({
  kind: 'electron',
  ...bridge,
  connect: async () => {
    const request = crypto.randomUUID();
    const waiting = waitForPort(request);
    try {
      await bridge.requestPort(request);
      return await waiting.port;
    } finally {
      waiting.end();
    }
  },
});

/** Only a message of this window to itself counts, and only the one that answers this request. */
const waitForPort = (request: string) => {
  const ending = new AbortController();
  const port = new Promise<MessagePort>((resolve) => {
    const listen = ({ source, origin, data, ports: [given] }: MessageEvent): void => {
      if (source !== window || origin !== location.origin || given === undefined) return;
      if (data?.type === 'tracker:port' && data.request === request) resolve(given);
    };
    window.addEventListener('message', listen, { signal: ending.signal });
  });
  return { port, end: () => ending.abort() };
};
