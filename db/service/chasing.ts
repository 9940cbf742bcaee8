import { LARGEST_RETURN } from '../domain/chasing.ts';
import { stableZip } from '../packs/stable-zip.ts';
import { Failure } from '../store/failure.ts';
import { acceptUpdates } from './accept-updates.ts';
import { os, todayOf } from './context.ts';
import { writeRequestSheets, type WrittenSheet } from './request-sheets.ts';
import { readReturn } from './returned-proposals.ts';
import { openWithoutLead, silentAgencies } from './silent-agencies.ts';

export const chasing = {
  agencies: os.chasing.agencies.handler(({ context: { session } }) => ({
    rows: silentAgencies(session.store, todayOf(session.store)),
    withoutLead: openWithoutLead(session.store),
  })),
  requestSheets: os.chasing.requestSheets.handler(async ({ input, context: { session } }) => {
    const { sheets, askedOn, ...written } = await writeRequestSheets(session.store, input);
    const { name, bytes } = oneFile(sheets, askedOn);
    return {
      ...written,
      file: { name, base64: Buffer.from(bytes).toString('base64') },
      sheets: sheets.map(({ bytes: _, ...sheet }) => sheet),
    };
  }),
  readReturn: os.chasing.readReturn.handler(async ({ input, context: { session } }) => {
    const bytes = new Uint8Array(Buffer.from(input.base64, 'base64'));
    if (bytes.length > LARGEST_RETURN) throw new Failure('import-refused', { problem: 'it is larger than 5 MB' });
    return readReturn(session.store, bytes);
  }),
  accept: os.chasing.accept.handler(({ input, context: { session } }) => acceptUpdates(session.store, input)),
};

/** Several sheets in one zip: one question where to put them. */
const oneFile = (
  sheets: readonly WrittenSheet[],
  askedOn: string,
): { readonly name: string; readonly bytes: Uint8Array } => {
  const [only] = sheets;
  if (only !== undefined && sheets.length === 1) return { name: only.fileName, bytes: only.bytes };
  return {
    name: `Update requests - ${askedOn}.zip`,
    bytes: stableZip(Object.fromEntries(sheets.map(({ fileName, bytes }) => [fileName, bytes]))),
  };
};
