/**
 * What the shell says to the data process beside the page's own messages.
 *
 * Threat: a shell with a bug, or a page that found a way past its own channel, names a folder. Must hold: a folder is known under
 * a UUID and by an absolute path, or not at all; the page's channel carries none of these messages.
 */
import path from 'node:path';

export type Control =
  | { readonly type: 'connect'; readonly connection?: string }
  | { readonly type: 'message'; readonly connection: string; readonly data: string | Uint8Array }
  | { readonly type: 'disconnect'; readonly connection: string }
  /** A folder that the person chose for sync. It is answered with `SyncFolderKnown`. */
  | { readonly type: 'sync-folder'; readonly placeId: string; readonly path: string }
  | { readonly type: 'stop' };

/** `known` is false when no board is open, or the message made no sense. */
export type SyncFolderKnown = { readonly type: 'sync-folder'; readonly placeId: string; readonly known: boolean };

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Of the systems this runs on, none has longer ones. */
const LONGEST_PATH = 32_767;

/** Null for what is no such message. */
export const readSyncFolder = (message: unknown): { readonly placeId: string; readonly path: string } | null => {
  const { type, placeId, path: folder } = Object(message) as Readonly<Record<string, unknown>>;
  if (type !== 'sync-folder' || typeof placeId !== 'string' || !ID.test(placeId)) return null;
  if (typeof folder !== 'string' || folder.length > LONGEST_PATH || folder.includes('\0')) return null;
  return path.isAbsolute(folder) ? { placeId, path: folder } : null;
};
