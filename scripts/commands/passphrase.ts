import { UsageError } from './command.ts';

/** From TRACKER_PASSPHRASE, else asked for at the terminal without showing it. Never an argument: those can be seen by others. */
export const askPassphrase = async (prompt: string): Promise<string> => {
  const given = process.env.TRACKER_PASSPHRASE;
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) {
    throw new UsageError('There is no terminal to ask for the passphrase at. Give it in TRACKER_PASSPHRASE.');
  }
  return readHidden(prompt);
};

/** For a new board: asked twice. */
export const askNewPassphrase = async (): Promise<string> => {
  const first = await askPassphrase('New passphrase: ');
  if (process.env.TRACKER_PASSPHRASE !== undefined) return first;
  const second = await readHidden('The same again: ');
  if (first !== second) throw new UsageError('The two were not the same. Nothing was made.');
  return first;
};

/** The passphrase of a hand-over file, which is not the board's: from TRACKER_FILE_PASSPHRASE, else asked for, twice for a new one. */
export const askFilePassphrase = async ({ isNew }: { readonly isNew: boolean }): Promise<string> => {
  const given = process.env.TRACKER_FILE_PASSPHRASE;
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) {
    throw new UsageError(
      'There is no terminal to ask for the file’s passphrase at. Give it in TRACKER_FILE_PASSPHRASE.',
    );
  }
  const first = await readHidden('Passphrase of the file: ');
  if (!isNew) return first;
  if ((await readHidden('The same again: ')) !== first)
    throw new UsageError('The two were not the same. Nothing was handed over.');
  return first;
};

const readHidden = (prompt: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { stdin } = process;
    process.stderr.write(prompt);
    let typed = '';
    const end = (): void => {
      stdin.setRawMode(false);
      stdin.pause();
      stdin.off('data', read);
      process.stderr.write('\n');
    };
    const read = (chunk: Buffer): void => {
      for (const character of chunk.toString('utf8')) {
        if (character === '\r' || character === '\n') {
          end();
          return resolve(typed);
        }
        if (character === '\u0003') {
          end();
          return reject(new UsageError('Cancelled.'));
        }
        typed = character === '\u007f' || character === '\b' ? typed.slice(0, -1) : typed + character;
      }
    };
    stdin.setRawMode(true);
    stdin.resume();
    stdin.on('data', read);
  });
