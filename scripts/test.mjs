import { ensureInstalled, goOnWith } from './setup.mjs';

ensureInstalled();
goOnWith('scripts/run-suites.ts', process.argv.slice(2));
