import { app, type Session, session } from 'electron';
import { mayBeGranted } from './guards/permissions.ts';
import { mayRequest } from './guards/requests.ts';

/**
 * A session with nothing of the outside in it: held in memory (no `persist:`), no cache, no permissions, no network,
 * no downloads, no spell-checker.
 */
export const createClosedSession = (
  name: string,
  allowed: { readonly origins: readonly string[]; readonly devTools: boolean },
): Session => {
  const closed = session.fromPartition(name, { cache: false });
  closed.setPermissionRequestHandler((_contents, permission, answer) => answer(mayBeGranted(permission)));
  closed.setPermissionCheckHandler((_contents, permission) => mayBeGranted(permission));
  closed.setDevicePermissionHandler(({ deviceType }) => mayBeGranted(deviceType));
  closed.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest(url, allowed) }));
  closed.on('will-download', (event) => event.preventDefault());
  closed.setSpellCheckerEnabled(false);
  return closed;
};

/** Before the program is ready: no name is ever looked up, so nothing in the program can reach a host by name. */
export const refuseNames = (): void => app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
