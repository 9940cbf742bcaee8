import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect as connectTcp } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startBrowserShell, type BrowserShellOptions } from '../../scripts/serve.ts';
import { echoProcess, temporaryFolder } from '../electron/temporary-folder.ts';

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };
type Asked = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string };

const start = async (options: Partial<BrowserShellOptions> = {}) => {
  const folder = temporaryFolder();
  const staticDir = path.join(folder, 'renderer');
  mkdirSync(path.join(staticDir, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(staticDir, 'index.html'), '<!doctype html><title>Tracker</title>');
  writeFileSync(path.join(staticDir, 'assets', 'page.js'), 'export {};');
  const said: string[] = [];
  const home = path.join(folder, 'home');
  const shell = await startBrowserShell({
    home,
    staticDir,
    dataProcessEntry: echoProcess,
    openBrowser: false,
    say: (line) => said.push(line),
    ...options,
  });
  onTestFinished(() => shell.close());
  const { port, origin, search } = new URL(shell.url);

  /** As sent, without what a client would tidy away. */
  const ask = (target: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path: target, method, headers }, (response) => {
        response.setEncoding('utf8');
        let text = '';
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      });
      asked.on('error', reject);
      asked.end(body);
    });

  const enter = async () => {
    const welcome = await ask(`/${search}`);
    const cookie = welcome.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const call = async (name: string, ...given: readonly unknown[]) => {
      const headers = { cookie, origin, 'content-type': 'application/json' };
      const answer = await ask(`/shell/${name}`, { method: 'POST', headers, body: JSON.stringify(given) });
      return { ...answer, value: answer.status === 200 ? JSON.parse(answer.body) : undefined };
    };
    const connect = () => new WebSocket(`ws://127.0.0.1:${port}/connect`, { headers: { cookie, origin } });
    return { cookie, call, connect, welcome };
  };
  return { shell, home, folder, ask, enter, origin, search, port: Number(port), said };
};

const nextMessage = (socket: WebSocket) =>
  new Promise<string | Uint8Array>((resolve) => {
    socket.once('message', (data: Buffer, isBinary) => resolve(isBinary ? new Uint8Array(data) : data.toString()));
  });
const closeCode = (socket: WebSocket) => new Promise<number>((resolve) => socket.once('close', resolve));
const refusalOf = (socket: WebSocket) =>
  new Promise<number | undefined>((resolve) => {
    socket.once('unexpected-response', (_, response) => resolve(response.statusCode));
    socket.once('error', () => undefined);
  });

describe('coming in', () => {
  it('the address lets a browser in once, with a cookie that no script and no other site can use', async () => {
    const { ask, enter, search } = await start();
    const { welcome } = await enter();
    expect(welcome.status).toBe(303);
    expect(welcome.headers.location).toBe('/');
    expect(welcome.headers['set-cookie']?.[0]).toMatch(
      /^case-review-tracker-\d+=[0-9a-f]{64}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    expect((await ask(`/${search}`)).status).toBe(403);
  });

  it('without the cookie nothing is answered, pages included', async () => {
    const { ask, origin } = await start();
    for (const target of ['/', '/index.html', '/assets/page.js', '/nothing']) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await ask(target)).status).toBe(401);
    }
    const headers = { origin, 'content-type': 'application/json' };
    expect((await ask('/shell/about', { method: 'POST', headers, body: '[]' })).status).toBe(401);
  });

  it('another host name is misdirected, another origin is forbidden, with the cookie as well', async () => {
    const { ask, enter } = await start();
    const { cookie } = await enter();
    expect((await ask('/', { headers: { cookie, host: 'evil.example' } })).status).toBe(421);
    const headers = { cookie, origin: 'https://evil.example', 'content-type': 'application/json' };
    expect((await ask('/shell/about', { method: 'POST', headers, body: '[]' })).status).toBe(403);
  });

  it('listens on this computer only', async () => {
    const { port } = await start();
    const outside = Object.values((await import('node:os')).networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
    if (outside === undefined) return;
    const refused = await new Promise((resolve) => {
      connectTcp(port, outside)
        .on('error', () => resolve(true))
        .on('connect', () => resolve(false));
    });
    expect(refused).toBe(true);
  });

  it('the terminal is told an address that works', async () => {
    const { said, shell } = await start();
    expect(said.join('\n')).toContain(shell.url);
  });
});

describe('pages', () => {
  it('are served with a policy that lets them connect to this origin only', async () => {
    const { ask, enter, port } = await start();
    const { cookie } = await enter();
    const page = await ask('/', { headers: { cookie } });
    expect(page).toMatchObject({ status: 200, body: '<!doctype html><title>Tracker</title>' });
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const policy = page.headers['content-security-policy'] as string;
    expect(policy).toContain(`connect-src http://127.0.0.1:${port} ws://127.0.0.1:${port};`);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect((await ask('/assets/page.js', { headers: { cookie } })).headers['content-type']).toMatch('text/javascript');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%252e%252e%252fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/index.html%00',
    '/assets',
    '/%E0%A4%A',
  ])('%s is nothing', async (target) => {
    const { ask, enter } = await start();
    const { cookie } = await enter();
    const answer = await ask(target, { headers: { cookie } });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });
});

describe('calls', () => {
  it('say about the program', async () => {
    const { call } = await (await start()).enter();
    expect((await call('about')).value).toMatchObject({
      name: 'Case Review Tracker',
      runtime: expect.stringMatching(/^Node /),
    });
  });

  it('make a new board’s folder at home, list it once it has a name, and open it again', async () => {
    const { enter, home } = await start();
    const { call } = await enter();
    expect((await call('currentBoard')).value).toBeNull();
    expect((await call('chooseBoard', 'create', 'North & South')).value).toEqual({
      outcome: 'opened',
      board: { folderName: 'north-south', sample: false },
    });
    writeFileSync(path.join(home, 'north-south', 'vault.json'), '{}');
    await call('nameBoard', 'North & South');
    await call('closeBoard');
    expect((await call('currentBoard')).value).toBeNull();
    const { value: boards } = await call('recentBoards');
    expect(boards).toMatchObject([{ name: 'North & South', folderName: 'north-south', found: true }]);
    expect((await call('openRecentBoard', boards[0].id)).value).toMatchObject({ outcome: 'opened' });
  });

  it('open the sample board in a folder of its own', async () => {
    const { enter, home } = await start();
    const { call } = await enter();
    expect((await call('openSampleBoard')).value).toEqual({
      outcome: 'opened',
      board: { folderName: 'sample-board', sample: true },
    });
    expect(existsSync(path.join(home, 'sample-board'))).toBe(true);
  });

  it('cannot choose a folder, and say what to do instead', async () => {
    const { call } = await (await start()).enter();
    expect((await call('chooseBoard', 'open', '')).value).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('npm start -- --browser FOLDER'),
    });
  });

  it.each([
    ['a call that does not exist', 'readFile', '["/etc/passwd"]', 'application/json', 400],
    ['saving a file, which the browser does itself', 'saveFile', '[{}]', 'application/json', 400],
    ['arguments that are not what the call takes', 'forgetBoard', '["../north"]', 'application/json', 400],
    ['arguments that are not a list', 'about', '{}', 'application/json', 400],
    ['malformed JSON', 'about', '[', 'application/json', 400],
    ['what a form could send', 'about', '[]', 'text/plain', 415],
    ['a call as long as a book', 'nameBoard', `["${'x'.repeat(100_000)}"]`, 'application/json', 413],
  ])('%s is refused', async (_, name, body, type, status) => {
    const { ask, enter, origin } = await start();
    const { cookie } = await enter();
    const headers = { cookie, origin, 'content-type': type };
    expect((await ask(`/shell/${name}`, { method: 'POST', headers, body })).status).toBe(status);
  });

  it('choose the folder for sync that the program was started with, else one beside the boards, and never say where', async () => {
    const shared = path.join(temporaryFolder(), 'shared with all');
    const { call, connect } = await (await start({ syncFolder: shared })).enter();
    expect((await call('chooseSyncFolder')).value).toMatchObject({ outcome: 'refused' });
    await call('chooseBoard', 'create', 'North');
    const { value, body } = await call('chooseSyncFolder');
    expect(value).toEqual({
      outcome: 'chosen',
      placeId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      folderName: 'shared with all',
    });
    expect(body).not.toContain(path.dirname(shared));
    const socket = connect();
    await nextMessage(socket);
    socket.send('folders');
    expect(await nextMessage(socket)).toBe(shared);
    expect(existsSync(shared)).toBe(false);

    const other = await start();
    const page = await other.enter();
    await page.call('chooseBoard', 'create', 'North');
    expect((await page.call('chooseSyncFolder')).value).toMatchObject({ outcome: 'chosen', folderName: 'sync' });
    expect(existsSync(path.join(other.home, 'sync'))).toBe(true);
    expect((await page.call('chooseSyncFolder', '/etc')).status).toBe(400);
  });

  it('are not made with GET', async () => {
    const { ask, enter } = await start();
    const { cookie } = await enter();
    expect((await ask('/shell/lock', { headers: { cookie } })).status).toBe(405);
  });
});

describe('the connection to the data process', () => {
  it('carries text and bytes unchanged, both ways', async () => {
    const { call, connect } = await (await start()).enter();
    await call('chooseBoard', 'create', 'North');
    const socket = connect();
    expect(await nextMessage(socket)).toBe('connected');
    for (const message of ['{"i":"1"}', new Uint8Array([0, 255, 7]), 'ünïcode 雪', new Uint8Array(3_000_000).fill(5)]) {
      socket.send(message);
      // oxlint-disable-next-line no-await-in-loop
      expect(await nextMessage(socket)).toEqual(message);
    }
  });

  it('is refused without a cookie, from another origin, and at another address', async () => {
    const { port, enter, origin } = await start();
    const { cookie } = await enter();
    const at = (target: string, headers: Record<string, string>) =>
      refusalOf(new WebSocket(`ws://127.0.0.1:${port}${target}`, { headers }));
    expect(await at('/connect', { origin })).toBe(401);
    expect(await at('/connect', { cookie, origin: 'https://evil.example' })).toBe(403);
    expect(await at('/connect', { cookie })).toBe(403);
    expect(await at('/connect', { cookie, origin, host: 'evil.example' })).toBe(421);
    expect(await at('/elsewhere', { cookie, origin })).toBe(404);
  });

  it('says when no board is open', async () => {
    const { connect } = await (await start()).enter();
    expect(await closeCode(connect())).toBe(4004);
  });

  it('lock ends the process, sends every page away, and a new process waits', async () => {
    const { call, connect } = await (await start()).enter();
    await call('chooseBoard', 'create', 'North');
    const [one, other] = [connect(), connect()];
    await Promise.all([nextMessage(one), nextMessage(other)]);
    one.send('pid');
    const pid = await nextMessage(one);
    const codes = Promise.all([closeCode(one), closeCode(other)]);
    expect((await call('lock')).status).toBe(200);
    expect(await codes).toEqual([4000, 4000]);
    const again = connect();
    await nextMessage(again);
    again.send('pid');
    expect(await nextMessage(again)).not.toBe(pid);
  });

  it('a data process that dies is replaced, and the page is told so', async () => {
    const { call, connect } = await (await start()).enter();
    await call('chooseBoard', 'create', 'North');
    const socket = connect();
    await nextMessage(socket);
    socket.send('die');
    expect(await closeCode(socket)).toBe(4001);
    const again = connect();
    expect(await nextMessage(again)).toBe('connected');
  });

  it('a reload keeps the data process; an absence locks', async () => {
    const { call, connect } = await (await start({ longestAbsence: 300 })).enter();
    await call('chooseBoard', 'create', 'North');
    const pidOf = async () => {
      const socket = connect();
      await nextMessage(socket);
      socket.send('pid');
      const pid = await nextMessage(socket);
      socket.close();
      await closeCode(socket);
      return pid;
    };
    const pid = await pidOf();
    expect(await pidOf()).toBe(pid);
    await vi.waitFor(async () => expect(await pidOf()).not.toBe(pid), { timeout: 5000, interval: 600 });
  });
});

describe('starting and ending', () => {
  it('a folder with a board is opened at once', async () => {
    const folder = path.join(temporaryFolder(), 'north');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'vault.json'), '{}');
    const { call } = await (await start({ folder })).enter();
    expect((await call('currentBoard')).value).toEqual({ folderName: 'north', sample: false });
  });

  it('an empty folder is where the new board is made', async () => {
    const folder = path.join(temporaryFolder(), 'north');
    const { call } = await (await start({ folder })).enter();
    expect((await call('currentBoard')).value).toBeNull();
    expect((await call('chooseBoard', 'create', 'Some other name')).value).toMatchObject({
      board: { folderName: 'north' },
    });
  });

  it('a folder with something else in it is refused in words', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'letter.txt'), '');
    await expect(start({ folder })).rejects.toThrow('There is no board in');
  });

  it('a port that is taken is refused in words', async () => {
    const { port } = await start();
    await expect(start({ port })).rejects.toThrow(`Port ${port} is used by another program`);
  });

  it('closing ends the data process, the connections and the server', async () => {
    const { shell, enter, ask } = await start();
    const { call, connect } = await enter();
    await call('chooseBoard', 'create', 'North');
    const socket = connect();
    await nextMessage(socket);
    socket.send('pid');
    const pid = Number(await nextMessage(socket));
    const closed = closeCode(socket);
    await shell.close();
    await closed;
    expect(() => process.kill(pid, 0)).toThrow();
    await expect(ask('/')).rejects.toThrow();
  });
});
