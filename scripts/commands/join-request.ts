import path from 'node:path';
import { beginToJoin } from '../../db/service/joining.ts';
import { BoardSession } from '../../db/service/session.ts';
import { makeJoinRequest, ownRequest } from '../../db/sync/joining.ts';
import { type Command, type CommandResult, text, UsageError } from './command.ts';
import { folderOf, surroundings, withBoard } from './open-board.ts';
import { askNewPassphrase } from './passphrase.ts';
import { saveApart } from './save-beside.ts';

const NEXT =
  'Give the request to somebody who works on the board. They accept it and send an acceptance back; open that with join-accept.';

export const joinRequest: Command = {
  summary: 'Makes a laptop ready to join the board of others, and the request to be let in',
  usage: `join-request FOLDER --name NAME --post POST --out FILE
       join-request FOLDER --out FILE [--anew]   (once more, from a folder that waits; --anew after an offer has ended)`,
  options: {
    name: { type: 'string' },
    post: { type: 'string' },
    out: { type: 'string' },
    anew: { type: 'boolean' },
  },
  takes: [1, 1],
  run: async ({ positionals, values, say }) => {
    const folder = folderOf(positionals[0]);
    const [name, post, out] = [text(values, 'name'), text(values, 'post'), text(values, 'out')];
    if (out === undefined) throw new UsageError('Say where the request goes: --out FILE.');
    const session = new BoardSession(folder, surroundings);
    if (session.status().state !== 'empty') {
      if (name !== undefined || post !== undefined)
        throw new UsageError(
          `${folder} is not empty. For another laptop choose an empty folder; to write the request of this one again, leave out --name and --post.`,
        );
      return requestOnceMore(folder, path.resolve(out), values.anew === true);
    }
    if (name === undefined) throw new UsageError('Say what the others will call this laptop: --name "Laptop B".');
    if (post === undefined) throw new UsageError('Say who works at it: --post "Business support officer".');
    const passphrase = await askNewPassphrase();
    try {
      const { recoveryCode, request } = await beginToJoin(session, { passphrase, post, deviceName: name });
      const { file } = saveApart(path.resolve(out), request);
      say('Print the recovery code and keep it apart from the laptop. It is shown this once.');
      return {
        words: `${file}\nRecovery code: ${recoveryCode}\n${NEXT}`,
        json: { folder, file, recoveryCode, device: session.present.device.id },
      };
    } finally {
      session.close();
    }
  },
};

const requestOnceMore = (folder: string, out: string, isAnew: boolean): Promise<CommandResult> =>
  withBoard(folder, async ({ present }) => {
    const request = isAnew ? await makeJoinRequest(present) : ownRequest(present).request;
    const { file } = saveApart(out, request);
    return { words: `${file}\n${NEXT}`, json: { folder, file, device: present.device.id } };
  });
