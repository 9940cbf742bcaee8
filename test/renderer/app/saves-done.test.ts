import { expect, it } from 'vitest';
import { saveBegan, saveEnded, savesDone } from '../../../renderer/state/saving.ts';

it('waits for every save that is under way, and for none when there is none', async () => {
  await savesDone();
  const order: string[] = [];
  saveBegan();
  saveBegan();
  const done = savesDone().then(() => order.push('done'));
  saveEnded('saved');
  await Promise.resolve();
  order.push('one is left');
  saveEnded('refused');
  await done;
  expect(order).toEqual(['one is left', 'done']);
});
