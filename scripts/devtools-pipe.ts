import type { Readable, Writable } from 'node:stream';

/**
 * Chromium's own protocol over two pipes: JSON messages, each ended by a NUL. No port is opened, so nothing else on the
 * machine can reach the browser, and the browser ends with the pipes.
 */
export type DevTools = {
  call<Result>(method: string, params?: object, sessionId?: string): Promise<Result>;
  /** Once all that was called so far is out of this program, or never will be: the call that broke says why. */
  sent(): Promise<void>;
  /** Every call still waiting fails with this. */
  fail(reason: Error): void;
};

type Waiting = { readonly resolve: (result: never) => void; readonly reject: (reason: Error) => void };
type Answer = { readonly id?: number; readonly result?: unknown; readonly error?: { readonly message: string } };

export const createDevTools = (toBrowser: Writable, fromBrowser: Readable): DevTools => {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let failure: Error | null = null;

  const hear = (text: string): void => {
    const { id, result, error } = JSON.parse(text) as Answer;
    const caller = waiting.get(id ?? 0);
    if (caller === undefined || id === undefined) return;
    waiting.delete(id);
    if (error === undefined) caller.resolve(result as never);
    else caller.reject(new Error(error.message));
  };

  let parts: Buffer[] = [];
  fromBrowser.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      hear(Buffer.concat([...parts, rest.subarray(0, end)]).toString('utf8'));
      parts = [];
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) parts.push(rest);
  });

  const fail = (reason: Error): void => {
    failure ??= reason;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };
  // A broken pipe is the browser's end, and that is told with its reason by whoever started it.
  fromBrowser.on('error', () => undefined);
  toBrowser.on('error', () => undefined);

  return {
    fail,
    sent: () => new Promise((resolve) => toBrowser.write('', () => resolve())),
    call: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (failure !== null) return reject(failure);
        calls += 1;
        waiting.set(calls, { resolve, reject });
        toBrowser.write(`${JSON.stringify({ id: calls, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
      }),
  };
};
