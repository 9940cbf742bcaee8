/** What every command of `npm run tracker` is, and what it may use. */
import type { parseArgs } from 'node:util';

export type CommandOptions = NonNullable<Parameters<typeof parseArgs>[0]>['options'];
export type Values = Readonly<Record<string, string | boolean | undefined>>;

export type CommandRun = {
  readonly positionals: readonly string[];
  readonly values: Values;
  /** For people: progress and advice, on stderr. */
  readonly say: (words: string) => void;
  readonly signal: AbortSignal;
};

export type Command = {
  readonly summary: string;
  /** After "npm run tracker -- ". */
  readonly usage: string;
  readonly options: CommandOptions;
  /** How many positional words it takes: at least, at most. */
  readonly takes: readonly [number, number];
  /** Answers what is printed: `words` for people, `json` for machines; `ok` false ends with 1. */
  readonly run: (given: CommandRun) => Promise<CommandResult>;
};

export type CommandResult = { readonly words: string; readonly json: unknown; readonly ok?: boolean };

/** The command was called in a way that it does not understand: exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const text = (values: Values, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
};
