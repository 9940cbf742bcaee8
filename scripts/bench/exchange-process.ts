/**
 * One export or import in a process of its own, for its memory: prints what the open board takes and the most that it took, in MB.
 *
 *   node exchange-process.ts export|import FOLDER KEY FILE
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { openStore } from '../../db/store/store.ts';
import { exportToFile, importFromFile } from '../../db/sync/exchange.ts';
import { readLaptop } from '../../db/sync/this-laptop.ts';
import { surroundings } from '../commands/open-board.ts';

/** The most since `forgetMost`. */
const most = (): number => Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;

const forgetMost = (): void => writeFileSync('/proc/self/clear_refs', '5');

const [work, folder = '', key = '', file = ''] = process.argv.slice(2);
const store = openStore(folder, Buffer.from(key, 'hex'), surroundings);
const laptop = await readLaptop(store);
forgetMost();
const open = most();
await (work === 'export' ? exportToFile(store, laptop, file) : importFromFile(store, laptop, file));
console.log(JSON.stringify({ open, over: most() - open }));
store.close();
