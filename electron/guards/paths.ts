import path from 'node:path';

/**
 * Which file a page's address stands for, and what a file may be called.
 *
 * Threat: an address that climbs out of the folder of pages (`..`, encoded or encoded twice, a NUL, a backslash, a drive,
 * a sibling folder whose name begins alike), or a suggested file name that is really a path.
 * Must hold: decoded once; every part plain; the result inside the folder by comparison of whole parts.
 * Accepted gap: links inside the folder of pages are followed; the folder is part of the program.
 */
export const fileWithin = (folder: string, addressPath: string): string | null => {
  const decoded = decodedOnce(addressPath);
  if (decoded === null || !decoded.startsWith('/')) return null;
  const parts = decoded.slice(1).split('/');
  if (!parts.every(isPlainPart)) return null;
  const file = path.resolve(folder, ...parts);
  return isInside(folder, file) ? file : null;
};

const decodedOnce = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/** Letters, digits and `_ @ . -`, not beginning with a dot: all that our build ever writes. */
const isPlainPart = (part: string): boolean => /^[A-Za-z0-9_@-][A-Za-z0-9_@.-]*$/.test(part);

export const isInside = (folder: string, file: string): boolean => {
  const way = path.relative(path.resolve(folder), path.resolve(file));
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
};

const reservedOnWindows = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/** A suggested name as one harmless file name: no folders, no control or reserved characters, at most 120 characters. */
export const safeFileName = (suggested: string): string => {
  const spaced = suggested
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const { name, ext } = path.posix.parse(spaced);
  const short = `${name.slice(0, 120 - ext.length).trimEnd()}${ext}`.slice(0, 120);
  if (short === '') return 'Untitled';
  return reservedOnWindows.test(short) ? `_${short}` : short;
};
