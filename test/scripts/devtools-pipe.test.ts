import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createDevTools } from '../../scripts/devtools-pipe.ts';

describe('speaking to a browser through pipes', () => {
  it('says when all that was asked is out, which a full pipe may delay', async () => {
    let take: () => void = () => undefined;
    const read: string[] = [];
    const slow = new Writable({
      write: (chunk: Buffer, _, next) => {
        read.push(chunk.toString('utf8'));
        take = next;
      },
    });
    const { call, sent } = createDevTools(slow, new PassThrough());
    void call('Page.setDocumentContent', { html: '<p>' });
    let isSent = false;
    const all = sent().then(() => {
      isSent = true;
    });
    await new Promise(setImmediate);
    expect(isSent).toBe(false);
    take();
    await new Promise(setImmediate);
    take();
    await all;
    expect(read[0]).toContain('setDocumentContent');
  });

  it('does not wait for a pipe that broke: the call says why', async () => {
    const broken = new Writable({ write: (_, __, next) => next(new Error('EPIPE')) });
    const { call, sent, fail } = createDevTools(broken, new PassThrough());
    const called = call('Page.printToPDF');
    await sent();
    fail(new Error('The browser ended.'));
    await expect(called).rejects.toThrow('The browser ended.');
  });
});
