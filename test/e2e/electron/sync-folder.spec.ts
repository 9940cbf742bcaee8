import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { ShellBridge } from '../../../db/contract/shell.ts';
import { expect, openSampleInWindow, test } from '../support/window.ts';

test('a folder for sync is chosen in a dialog; the page hears what it is called and never where it is', async ({
  tracker,
}) => {
  const { page, documents, answerDialogs } = tracker;
  const shared = path.join(documents, 'Shared by all');
  mkdirSync(shared);
  const choose = () => page.evaluate(() => (window as unknown as { tracker: ShellBridge }).tracker.chooseSyncFolder());
  expect(await choose()).toMatchObject({ outcome: 'refused' });
  await openSampleInWindow(page);
  answerDialogs([null, shared]);
  expect(await choose()).toEqual({ outcome: 'cancelled' });
  const chosen = await choose();
  expect(chosen).toEqual({
    outcome: 'chosen',
    placeId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    folderName: 'Shared by all',
  });
  expect(JSON.stringify(chosen)).not.toContain(documents);
});
