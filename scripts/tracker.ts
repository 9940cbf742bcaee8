/**
 * The command line: the same `db/` as the window, without one. `npm run tracker -- COMMAND …`.
 * What is asked for goes to stdout (one JSON document with --json), everything said on the way to stderr.
 * Ends with 0 when done, 1 when it failed, 2 when it was called wrongly.
 */
import { parseArgs } from 'node:util';
import { failureWords } from '../db/domain/failures.ts';
import { failureFrom } from '../db/store/failure.ts';
import { type Command, type CommandResult, UsageError, type Values } from './commands/command.ts';

/** Each command is loaded when it is called: a clock needs no document library. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  sample: async () => (await import('./commands/sample.ts')).sample,
  pack: async () => (await import('./commands/pack.ts')).pack,
  packs: async () => (await import('./commands/packs.ts')).packs,
  'pack-compare': async () => (await import('./commands/pack-compare.ts')).packCompare,
  'request-sheet': async () => (await import('./commands/request-sheet.ts')).requestSheet,
  'read-return': async () => (await import('./commands/read-return.ts')).readReturnCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  'hand-over': async () => (await import('./commands/hand-over.ts')).handOverCommand,
  history: async () => (await import('./commands/history.ts')).history,
  import: async () => (await import('./commands/import.ts')).importCommand,
  check: async () => (await import('./commands/check.ts')).check,
  'join-request': async () => (await import('./commands/join-request.ts')).joinRequest,
  'join-accept': async () => (await import('./commands/join-accept.ts')).joinAccept,
  devices: async () => (await import('./commands/devices.ts')).devices,
  'sync-export': async () => (await import('./commands/sync-export.ts')).syncExport,
  'sync-import': async () => (await import('./commands/sync-import.ts')).syncImport,
  'sync-status': async () => (await import('./commands/sync-status.ts')).syncStatus,
  'sync-key': async () => (await import('./commands/sync-key.ts')).syncKey,
  conflicts: async () => (await import('./commands/conflicts.ts')).conflicts,
  search: async () => (await import('./commands/search.ts')).search,
  clock: async () => (await import('./commands/clock.ts')).clock,
  deadlines: async () => (await import('./commands/deadlines.ts')).deadlines,
  backup: async () => (await import('./commands/backups.ts')).backup,
  restore: async () => (await import('./commands/backups.ts')).restore,
  serve: async () => (await import('./commands/serve.ts')).serve,
};

const usage = async (): Promise<string> => {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]) => `  ${name.padEnd(width)}  ${(await load()).summary}`),
  );
  return [
    'Usage: npm run tracker -- COMMAND …',
    '',
    ...lines,
    '',
    'npm run tracker -- COMMAND --help says how a command is used. --json prints one JSON document for machines.',
    'The passphrase is asked for, or taken from TRACKER_PASSPHRASE; it is never an argument.',
  ].join('\n');
};

const commandUsage = (command: Command): string =>
  `Usage: npm run tracker -- ${command.usage} [--json]\n\n${command.summary}.`;

const main = async (args: readonly string[]): Promise<number> => {
  const [name, ...rest] = args;
  if (name === undefined) return wrongly(await usage());
  if (name === '--help' || name === '-h' || name === 'help') return answered(await usage());
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) return wrongly(`There is no command “${name}”.\n\n${await usage()}`);
  return runCommand(await load(), rest);
};

const runCommand = async (command: Command, args: readonly string[]): Promise<number> => {
  const given = readArguments(command, args);
  if ('wrong' in given) return wrongly(`${given.wrong}\n\n${commandUsage(command)}`);
  if (given.values.help === true) return answered(commandUsage(command));
  const cancel = new AbortController();
  process.once('SIGINT', () => cancel.abort());
  const json = given.values.json === true;
  try {
    const result = await command.run({ ...given, signal: cancel.signal, say: (words) => console.error(words) });
    return printed(result, json);
  } catch (error) {
    return failed(error, command, json);
  }
};

const readArguments = (
  command: Command,
  args: readonly string[],
): { readonly positionals: readonly string[]; readonly values: Values } | { readonly wrong: string } => {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    const [least, most] = command.takes;
    if (values.help !== true && positionals.length < least) return { wrong: 'Something is missing.' };
    if (positionals.length > most) return { wrong: `“${positionals[most]}” is one word too many.` };
    return { positionals, values };
  } catch (error) {
    return { wrong: error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error) };
  }
};

const printed = ({ words, json, ok = true }: CommandResult, asJson: boolean): number => {
  console.log(asJson ? JSON.stringify(json, null, 2) : words);
  return ok ? 0 : 1;
};

const failed = (error: unknown, command: Command, asJson: boolean): number => {
  const document = (json: object): void => {
    if (asJson) console.log(JSON.stringify(json, null, 2));
  };
  if (error instanceof UsageError) {
    document({ failure: 'used-wrongly', details: { words: error.message } });
    return wrongly(`${error.message}\n\n${commandUsage(command)}`);
  }
  const failure = failureFrom(error);
  if (failure === null) {
    const words = error instanceof Error ? error.message : String(error);
    console.error(words);
    document({ failure: 'unexpected', details: { words } });
    return 1;
  }
  const { happened, advice } = failureWords(failure.code, failure.details);
  console.error(`${happened}\n${advice}`);
  document({ failure: failure.code, details: failure.details });
  return 1;
};

const answered = (words: string): number => {
  console.log(words);
  return 0;
};

const wrongly = (words: string): number => {
  console.error(words);
  return 2;
};

process.exitCode = await main(process.argv.slice(2));
