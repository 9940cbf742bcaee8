/** A second program on a board's folder: says on stdout how opening it went, and holds it open until its stdin ends. */
import { randomBytes } from 'node:crypto';
import { BoardSession } from '../../db/service/session.ts';
import { failureFrom } from '../../db/store/failure.ts';

const [folder = '', passphrase = ''] = process.argv.slice(2);
const session = new BoardSession(folder, { now: Date.now, random: (length) => randomBytes(length) });
const say = (said: string): void => void process.stdout.write(`${said}\n`);

try {
  await session.unlock(passphrase);
  say('opened');
} catch (error) {
  say(failureFrom(error)?.code ?? String(error));
  process.exit(0);
}
process.stdin.on('end', () => {
  session.close();
  process.exit(0);
});
process.stdin.resume();
