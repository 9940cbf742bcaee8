import { ensureInstalled, goOnWith } from './setup.mjs';
import { readStartOptions, startUsage } from './start-options.mjs';

const args = process.argv.slice(2);
const options = readStartOptions(args);
if (options.wrong !== null) {
  console.error(`${options.wrong}\n${startUsage}`);
  process.exit(2);
}
if (options.help) {
  console.log(startUsage);
  process.exit(0);
}
ensureInstalled();
goOnWith('scripts/launch.ts', args);
