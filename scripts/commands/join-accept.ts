import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readingFile } from '../../db/service/joining.ts';
import { withFailures } from '../../db/store/failure.ts';
import { acceptRequest, confirmJoin, openAcceptance } from '../../db/sync/joining.ts';
import { LARGEST_JOIN_FILE } from '../../db/sync/limits.ts';
import { refusal, refusedToFailure } from '../../db/sync/refused.ts';
import { type Command, type CommandResult, text, UsageError } from './command.ts';
import { folderOf, withBoard } from './open-board.ts';
import { saveApart } from './save-beside.ts';

export const joinAccept: Command = {
  summary: 'Lets another laptop join: accepts its request, takes the check code; on that laptop, opens the acceptance',
  usage: `join-accept FOLDER --request FILE --out FILE          (on a laptop of the board: writes the acceptance)
       join-accept FOLDER --acceptance FILE                  (on the new laptop: shows the check code)
       join-accept FOLDER --request FILE --code K7QP2-M4XR9  (on the laptop of the board: lets it in)`,
  options: {
    request: { type: 'string' },
    acceptance: { type: 'string' },
    code: { type: 'string' },
    out: { type: 'string' },
  },
  takes: [1, 1],
  run: async ({ positionals, values }) => {
    const [request, acceptance] = [text(values, 'request'), text(values, 'acceptance')];
    const [code, out] = [text(values, 'code'), text(values, 'out')];
    const folder = folderOf(positionals[0]);
    if (acceptance !== undefined) {
      if (request !== undefined || code !== undefined || out !== undefined)
        throw new UsageError('--acceptance is for the new laptop, and stands alone.');
      return showCode(folder, path.resolve(acceptance));
    }
    if (request === undefined)
      throw new UsageError('Say which file: --request FILE, or --acceptance FILE on the new laptop.');
    if ((code === undefined) === (out === undefined))
      throw new UsageError('Say where the acceptance goes: --out FILE; or type the check code: --code K7QP2-M4XR9.');
    return code === undefined
      ? accept(folder, path.resolve(request), path.resolve(out ?? ''))
      : letIn(folder, path.resolve(request), code);
  },
};

const accept = (folder: string, requestFile: string, out: string): Promise<CommandResult> => {
  const bytes = joinFile(requestFile);
  return withBoard(folder, async ({ store }) => {
    const { offer, acceptance, code } = await readingFile(path.basename(requestFile), () =>
      acceptRequest(store, bytes),
    );
    const { file } = saveApart(out, acceptance);
    return {
      words: [
        `${offer.name} (${offer.post}) asks to join.`,
        file,
        `Check code: ${code}`,
        'Send the acceptance to the new laptop. Then let its post read its check code to you on the phone, and type what you hear: join-accept FOLDER --request FILE --code CODE.',
      ].join('\n'),
      json: { device: offer.device, name: offer.name, post: offer.post, file, code, endsAt: offer.endsAt },
    };
  });
};

const letIn = (folder: string, requestFile: string, code: string): Promise<CommandResult> => {
  const requestHash = createHash('sha256').update(joinFile(requestFile)).digest('hex');
  return withBoard(folder, async ({ store }) => {
    const { result } = await confirmJoin(store, requestHash, code);
    return {
      words: `It matches. ${result.name} (${result.post}) is a laptop of this board now.\nNext, write the whole board for it: sync-export FOLDER --to FILE --all. On the new laptop take that in: sync-import FOLDER --from FILE.`,
      json: { device: result.device, name: result.name, post: result.post },
    };
  });
};

const showCode = (folder: string, acceptanceFile: string): Promise<CommandResult> => {
  const bytes = joinFile(acceptanceFile);
  return withBoard(folder, async ({ present }) => {
    const { welcome, board, device, code } = await readingFile(path.basename(acceptanceFile), () =>
      openAcceptance(present, bytes),
    );
    return {
      words: [
        `${welcome.boardName}: accepted by ${welcome.deviceName} (${welcome.post}).`,
        `Check code: ${code}`,
        'Read the code out on the phone, to a person whom you know. Take in the first file of the board only after they say that it matches.',
      ].join('\n'),
      json: { board, boardName: welcome.boardName, device, deviceName: welcome.deviceName, post: welcome.post, code },
    };
  });
};

/** Judged by its size before it is read. */
const joinFile = (file: string): Buffer => {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  if (statSync(file).size > LARGEST_JOIN_FILE)
    throw refusedToFailure(refusal('join-too-large', {}), path.basename(file));
  return withFailures(() => readFileSync(file));
};
