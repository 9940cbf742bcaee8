import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createBoardSession } from '../../electron/board-session.ts';
import { type Connection, forkDataProcess } from '../../electron/forked-data-process.ts';
import { echoProcess } from './temporary-folder.ts';

const createSession = () => {
  let instant = 0;
  const onEnded = vi.fn();
  const onStopping = vi.fn();
  const started: string[] = [];
  const session = createBoardSession({
    start: (folder) => {
      started.push(folder);
      return forkDataProcess({ node: process.execPath, entry: echoProcess, folder });
    },
    onEnded,
    onStopping,
    now: () => (instant += 1000),
  });
  onTestFinished(() => session.close());
  return { session, onEnded, onStopping, started };
};

const ask = (connection: Connection | null, message: string | Uint8Array) =>
  new Promise<string | Uint8Array>((resolve) => {
    connection?.onMessage(resolve);
    connection?.send(message);
  });

const isRunning = (pid: string): boolean => {
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
};

describe('the open board and its data process', () => {
  it('relays text and bytes unchanged to the process of the folder', async () => {
    const { session } = createSession();
    expect(await session.open('/boards/north')).toBe(true);
    expect(await session.currentFolder()).toBe('/boards/north');
    const connection = await session.connect();
    expect(await ask(connection, 'where')).toBe('north');
    expect(await ask(connection, '{"i":"1"}')).toBe('{"i":"1"}');
    expect(new Uint8Array((await ask(connection, new Uint8Array([0, 255, 7]))) as Uint8Array)).toEqual(
      new Uint8Array([0, 255, 7]),
    );
  });

  it('keeps the messages of two connections apart', async () => {
    const { session } = createSession();
    await session.open('/boards/north');
    const [one, other] = [await session.connect(), await session.connect()];
    expect(await Promise.all([ask(one, 'one'), ask(other, 'other')])).toEqual(['one', 'other']);
  });

  it('tells the process a folder, and says when no board is open in it', async () => {
    const { session } = createSession();
    expect(await session.offerSyncFolder('one', '/shared')).toBe(false);
    await session.open('/boards/north');
    expect(await session.offerSyncFolder('two', '/shared')).toBe(true);
    expect(await ask(await session.connect(), 'folders')).toBe('/shared');
    await session.open('/boards/locked');
    expect(await session.offerSyncFolder('three', '/shared')).toBe(false);
    expect(await ask(await session.connect(), 'folders')).toBe('');
  });

  it('lock ends the process and its keys, and a new one waits on the same folder', async () => {
    const { session, onEnded, onStopping } = createSession();
    await session.open('/boards/north');
    const before = await session.connect();
    const pid = (await ask(before, 'pid')) as string;
    await session.lock();
    expect(isRunning(pid)).toBe(false);
    expect(await session.currentFolder()).toBe('/boards/north');
    expect(await ask(await session.connect(), 'pid')).not.toBe(pid);
    expect(onStopping).toHaveBeenCalledTimes(1);
    expect(onEnded).not.toHaveBeenCalled();
  });

  it('nothing of a locked connection is heard or answered any more', async () => {
    const { session } = createSession();
    await session.open('/boards/north');
    const before = await session.connect();
    const heard = vi.fn();
    before?.onMessage(heard);
    const locked = session.lock();
    before?.send('late');
    await locked;
    before?.send('later');
    await pause(50);
    expect(heard.mock.calls.filter(([message]) => message === 'later')).toEqual([]);
  });

  it('a process that does not stop when asked to is killed within moments', async () => {
    const { session } = createSession();
    await session.open('/boards/stubborn');
    const pid = (await ask(await session.connect(), 'pid')) as string;
    const asked = Date.now();
    await session.close();
    expect(isRunning(pid)).toBe(false);
    expect(Date.now() - asked).toBeLessThan(3000);
    expect(await session.currentFolder()).toBeNull();
  });

  it('a process that ends unasked is followed by a new one, and it is told', async () => {
    const { session, onEnded } = createSession();
    await session.open('/boards/north');
    (await session.connect())?.send('die');
    await vi.waitFor(() => expect(onEnded).toHaveBeenCalledTimes(1), 10_000);
    expect(await ask(await session.connect(), 'where')).toBe('north');
  });

  it('a process that ends again and again is not started for ever', async () => {
    const { session, onEnded, started } = createSession();
    await session.open('/boards/north');
    for (let end = 1; end <= 4; end += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one end after another is the point
      (await session.connect())?.send('die');
      // oxlint-disable-next-line no-await-in-loop
      await vi.waitFor(() => expect(onEnded).toHaveBeenCalledTimes(end), 10_000);
    }
    expect(started).toHaveLength(4);
    expect(await session.connect()).toBeNull();
    expect(await session.currentFolder()).toBeNull();
  });

  it('a process that cannot start opens nothing', async () => {
    const { session, onEnded } = createSession();
    expect(await session.open('/boards/broken')).toBe(false);
    expect(await session.currentFolder()).toBeNull();
    expect(await session.connect()).toBeNull();
    expect(onEnded).not.toHaveBeenCalled();
  });

  it('a program that is not there opens nothing', async () => {
    const session = createBoardSession({
      start: (folder) => forkDataProcess({ node: '/no/such/node', entry: echoProcess, folder }),
      onEnded: () => undefined,
      now: Date.now,
    });
    expect(await session.open('/boards/north')).toBe(false);
  });

  it('opening another board ends the one before it', async () => {
    const { session } = createSession();
    await session.open('/boards/north');
    const pid = (await ask(await session.connect(), 'pid')) as string;
    await session.open('/boards/south');
    expect(isRunning(pid)).toBe(false);
    expect(await ask(await session.connect(), 'where')).toBe('south');
  });

  it('what is asked for at the same time is done one after another', async () => {
    const { session, started } = createSession();
    const [, , , connection] = await Promise.all([
      session.open('/boards/north'),
      session.lock(),
      session.open('/boards/south'),
      session.connect(),
    ]);
    expect(started).toEqual(['/boards/north', '/boards/north', '/boards/south']);
    expect(await ask(connection, 'where')).toBe('south');
  });

  it('locking without a board does nothing', async () => {
    const { session, started } = createSession();
    await session.lock();
    expect(started).toEqual([]);
  });
});
