import { readdirSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PackOptionsGiven } from '../../../db/contract/packs.ts';
import { BoardSession } from '../../../db/service/session.ts';
import {
  clientOf,
  createClock,
  openBoard,
  PASSPHRASE,
  refusalOf,
  surroundingsAt,
  temporaryFolder,
  TODAY,
} from '../../support/board.ts';

const OPTIONS: PackOptionsGiven = {
  title: 'Status pack',
  body: 'Executive group',
  meetingDate: '2026-12-01',
  purpose: 'decision',
  marking: 'OFFICIAL-SENSITIVE',
  sections: ['cover', 'one-page'],
};

describe('what changed', () => {
  it('is told as each operation lands, to each page, in order, and never for what changed nothing', async () => {
    const { client } = await openBoard();
    const stop = new AbortController();
    const pages = await Promise.all([1, 2].map(() => client.changes(undefined, { signal: stop.signal })));
    const firsts = pages.map((page) => page.next());
    await new Promise((resolve) => setImmediate(resolve));
    const agency = await client.records.add({ table: 'agencies', row: { name: 'Police' } });
    await client.records.edit({ table: 'agencies', id: agency.id, was: {}, now: { name: 'Police' }, force: true });
    const closure = await client.records.add({ table: 'closures', row: { date: TODAY, name: 'Closed' } });
    for (const [at, page] of pages.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one page after the other
      expect((await firsts[at])?.value).toEqual({ operationId: agency.operationId, tables: ['agencies'] });
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect((await page.next()).value).toEqual({ operationId: closure.operationId, tables: ['closures'] });
    }
    stop.abort();
    for (const page of pages) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect((await page.next().catch(() => ({ done: true }))).done).toBe(true);
    }
  });

  it('can be listened to before the board is open', async () => {
    const { session, client } = await openBoard();
    session.close();
    const stop = new AbortController();
    const changes = await client.changes(undefined, { signal: stop.signal });
    const next = changes.next();
    await new Promise((resolve) => setImmediate(resolve));
    await session.unlock(PASSPHRASE);
    expect((await next).value).toEqual({ operationId: '', tables: [] });
    const after = changes.next();
    const added = await client.records.add({ table: 'agencies', row: { name: 'Police' } });
    expect((await after).value).toEqual({ operationId: added.operationId, tables: ['agencies'] });
    stop.abort();
  });
});

describe('writing a pack', () => {
  it('tells its progress and ends with the file', async () => {
    const { client } = await openBoard();
    const steps = [];
    for await (const step of await client.packs.write({ options: OPTIONS, format: 'json' })) steps.push(step);
    expect([...new Set(steps.map(({ doing }) => doing))]).toEqual([
      'Reading the board',
      'Writing the document',
      'Ready',
    ]);
    const done = steps.map((step) => step.done);
    expect(done).toEqual(done.toSorted((one, other) => one - other));
    expect([done[0], done.at(-1), ...new Set(steps.map(({ of }) => of))]).toEqual([0, 2, 2]);
    expect(steps.flatMap(({ file }) => file?.name ?? [])).toEqual(['Status pack - Executive group - 2026-12-01.json']);
    expect(steps.at(-1)?.file).not.toBeNull();
    const text = Buffer.from(steps.at(-1)?.file?.base64 ?? '', 'base64').toString();
    expect(JSON.parse(text)).toMatchObject({ title: 'Status pack', marking: 'OFFICIAL-SENSITIVE' });
  });

  it('that is cancelled ends with that and no file', async () => {
    const { client } = await openBoard();
    const cancel = new AbortController();
    const write = async () => {
      const files = [];
      for await (const { file } of await client.packs.write(
        { options: OPTIONS, format: 'docx' },
        { signal: cancel.signal },
      )) {
        files.push(file);
        cancel.abort();
      }
      return files.at(-1);
    };
    expect((await refusalOf(write())).code).toBe('cancelled');
  });
});

describe('making the sample board', () => {
  const empty = () => {
    const folder = temporaryFolder();
    const session = new BoardSession(folder, surroundingsAt(createClock()));
    onTestFinished(() => session.close());
    return { folder, session, client: clientOf(session) };
  };

  it('that is cancelled leaves an empty folder', async () => {
    const { folder, client } = empty();
    const cancel = new AbortController();
    const make = async () => {
      for await (const { done } of await client.session.createSample({ today: TODAY }, { signal: cancel.signal })) {
        if (done > 0) cancel.abort();
      }
    };
    expect((await refusalOf(make())).code).toBe('cancelled');
    expect(readdirSync(folder)).toEqual([]);
    expect((await client.session.status()).state).toBe('empty');
  });

  it('is refused where a board is', async () => {
    const { client } = await openBoard();
    const make = async () => {
      for await (const _ of await client.session.createSample({ today: TODAY }));
    };
    expect((await refusalOf(make())).code).toBe('board-exists');
  });
});
