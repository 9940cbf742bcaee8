/**
 * The name under which a file that somebody chose is kept.
 *
 * Threat: a name that is a path, that hides its end (“annual report‮fdp.exe”), or that a system reads as a device.
 * Must hold: one plain name of at most 120 characters; what a person sees is what it ends with.
 */
const RESERVED_ON_WINDOWS = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
export const LONGEST_FILE_NAME = 120;

export const cleanFileName = (given: string): string => {
  const own = given.slice(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
  const plain = own
    .normalize('NFC')
    .replace(/\p{Cf}+/gu, '')
    .replace(/[\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const dot = plain.lastIndexOf('.');
  const end = dot > 0 ? plain.slice(dot, dot + 20) : '';
  const name = (dot > 0 ? plain.slice(0, dot) : plain).slice(0, LONGEST_FILE_NAME - end.length).trimEnd();
  const short = `${name}${end}`;
  if (short === '') return 'Untitled';
  return RESERVED_ON_WINDOWS.test(short) ? `_${short}` : short;
};

/** "docx"; nothing when the name has none. */
export const fileNameExtension = (fileName: string): string => {
  const dot = fileName.lastIndexOf('.');
  return dot === -1 ? '' : fileName.slice(dot + 1).toLowerCase();
};
