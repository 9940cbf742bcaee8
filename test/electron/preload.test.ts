import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Script } from 'node:vm';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { shellCalls } from '../../electron/shell-calls.ts';
import { targetConfig } from '../../scripts/build-targets.ts';
import { projectFolder } from '../../scripts/setup.mjs';

const outFolder = mkdtempSync(path.join(tmpdir(), 'tracker-preload-'));
let script: Script;

beforeAll(async () => {
  await build(targetConfig('preload', { projectFolder, outFolder, flavour: 'release' }));
  script = new Script(readFileSync(path.join(outFolder, 'electron', 'preload.cjs'), 'utf8'));
});
afterAll(() => rmSync(outFolder, { recursive: true, force: true }));

type Listener = (event: object, ...message: readonly unknown[]) => void;
type Bridge = Readonly<Record<string, (...given: readonly unknown[]) => unknown>>;

/** Runs the built script where there is nothing but what a sandboxed preload has. */
const runPreload = () => {
  const listeners = new Map<string, Listener>();
  const invoke = vi.fn(async () => 'answer');
  const postMessage = vi.fn();
  const exposed: [string, Bridge][] = [];
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, bridge: Bridge) => exposed.push([name, bridge]) },
    ipcRenderer: { invoke, on: (channel: string, listener: Listener) => listeners.set(channel, listener) },
  };
  const exported = {};
  script.runInNewContext({
    require: (name: string) => (name === 'electron' ? electron : expect.unreachable(`required ${name}`)),
    module: { exports: exported },
    exports: exported,
    window: { postMessage },
    location: { origin: 'app://tracker' },
  });
  const [[name, bridge] = ['', {}]] = exposed;
  return { exposed, name, bridge, listeners, invoke, postMessage };
};

it('the page is given the calls of the shell, two listeners and the request for a port, and nothing else', () => {
  const { exposed, name, bridge } = runPreload();
  expect(exposed).toHaveLength(1);
  expect(name).toBe('tracker');
  expect(Object.keys(bridge).toSorted()).toEqual(
    [...Object.keys(shellCalls), 'requestPort', 'onCommand', 'onDataProcessEnded'].toSorted(),
  );
  expect(Object.values(bridge).every((call) => typeof call === 'function')).toBe(true);
});

it('each call asks on its own channel', () => {
  const { bridge, invoke } = runPreload();
  for (const call of Object.keys(shellCalls)) {
    void bridge[call]?.('one', 'two', 'three');
    expect(invoke).toHaveBeenLastCalledWith(`tracker:${call}`, ...['one', 'two'].slice(0, bridge[call]?.length));
  }
});

it('the port goes to our own window at our own origin only', () => {
  const { listeners, postMessage } = runPreload();
  const port = {};
  listeners.get('tracker:port')?.({ ports: [port] }, 'request-1');
  expect(postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'tracker:port', request: 'request-1' }, 'app://tracker', [
    port,
  ]);
});

it('a listener of the page hears the command and nothing of the event', () => {
  const { bridge, listeners } = runPreload();
  const heard = vi.fn();
  bridge.onCommand?.(heard);
  listeners.get('tracker:command')?.({ sender: 'the way to everything' }, 'undo');
  expect(heard).toHaveBeenCalledExactlyOnceWith('undo');
});
