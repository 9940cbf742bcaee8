import type { SheetFormat } from '../../../db/domain/chasing.ts';
import { save } from '../../app/use-save.ts';
import { client } from '../../client.ts';
import { shell } from '../../shell/index.ts';
import { showToast } from '../../ui/index.ts';
import type { ActOutcome } from '../actions/acts/run-act.ts';
import { base64ToBytes } from './base64.ts';

type Wanted = { readonly agencyIds: string[]; readonly dueOn: string | null; readonly format: SheetFormat };

/** Writes the sheets and asks where they are to go. When no place is found the requests are taken back: nobody was asked. */
export const saveRequestSheets = async (wanted: Wanted): Promise<ActOutcome> => {
  const count = wanted.agencyIds.length;
  const written = await save(
    () => client.chasing.requestSheets(wanted),
    `Recorded the ${count === 1 ? 'request' : 'requests'} for updates`,
  );
  if (!written.ok) return { ok: false, message: written.message };
  const { file, sheets, operationId, without } = written.answer;
  const saved = await shell.saveFile({ suggestedName: file.name, bytes: base64ToBytes(file.base64) });
  if (saved.outcome === 'saved') {
    const nothing = without.map((name) => ({ id: name, number: name, why: 'It has no open action.' }));
    return { ok: true, changed: sheets.length, refused: nothing };
  }
  if (operationId !== null) await client.history.undo({ operationId });
  const why = saved.outcome === 'failed' ? saved.message : 'No place was chosen.';
  showToast({ message: `${why} The sheets were not saved, and the requests were not recorded.`, isProblem: true });
  return { ok: false, message: `${why} Nothing was recorded. Write the sheets again when you know where they go.` };
};
