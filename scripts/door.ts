import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * Who may come in to the browser shell. Decided for every request and every WebSocket, before anything else.
 *
 * Threat: another page in the person's browser, another user or program on this computer, or a name that a foreign server
 * pointed at 127.0.0.1, asks the shell for a board.
 * Must hold: the address is ours, literally (Host, 421); who asks for more than a page says it is our page (Origin, 403);
 * a random one-time ticket, shown in the terminal, is exchanged for a cookie no script can read (used or wrong: 403); without
 * the cookie nothing is answered (401).
 * Accepted gap: a browser sends a cookie to every port of 127.0.0.1, so a server of another user that the person opens in
 * the same browser could see it. A new start makes a new cookie.
 */
export type Door = {
  /** A new address that lets one browser in, once; the address before it, if unused, is void. */
  newAddress(): string;
  judge(request: Knock): Verdict;
};

export type Knock = {
  readonly method: string;
  /** The request target as sent: path and query. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly isWebSocket: boolean;
};

export type Verdict =
  | { readonly outcome: 'enter'; readonly pathname: string }
  | { readonly outcome: 'welcome'; readonly cookie: string }
  | { readonly outcome: 'refuse'; readonly status: 400 | 401 | 403 | 405 | 421; readonly message: string };

export const createDoor = (port: number, newSecret: () => string = randomSecret): Door => {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  const cookieName = `case-review-tracker-${port}`;
  const pass = newSecret();
  let ticket: string | null = null;

  const comesFromOurPage = ({ method, isWebSocket, headers }: Knock): boolean =>
    headers.origin === origin || (headers.origin === undefined && method === 'GET' && !isWebSocket);

  const redeem = (given: string): Verdict => {
    if (ticket === null || !isSame(given, ticket)) {
      return refuse(
        403,
        'This address was used before, or is not complete. Press Enter in the terminal for a new one.',
      );
    }
    ticket = null;
    return { outcome: 'welcome', cookie: `${cookieName}=${pass}; HttpOnly; SameSite=Strict; Path=/` };
  };

  return {
    newAddress: () => {
      ticket = newSecret();
      return `${origin}/?ticket=${ticket}`;
    },
    judge: (knock) => {
      if (knock.headers.host !== host) return refuse(421, 'This is not the address of Case Review Tracker.');
      if (!comesFromOurPage(knock)) return refuse(403, 'Only the page of Case Review Tracker may ask this.');
      if (knock.method !== 'GET' && knock.method !== 'POST') return refuse(405, 'Only GET and POST are answered.');
      const url = parsed(knock.target, origin);
      if (url === null) return refuse(400, 'The address is malformed.');
      const given = url.searchParams.get('ticket');
      if (given !== null && url.pathname === '/' && knock.method === 'GET' && !knock.isWebSocket) return redeem(given);
      if (!isSame(cookieValue(knock.headers.cookie, cookieName), pass)) {
        return refuse(401, 'Open the address that the terminal shows. Press Enter there for a new one.');
      }
      return { outcome: 'enter', pathname: url.pathname };
    },
  };
};

const randomSecret = (): string => randomBytes(32).toString('hex');

const refuse = (status: (Verdict & { outcome: 'refuse' })['status'], message: string): Verdict => ({
  outcome: 'refuse',
  status,
  message,
});

/** Only a path: `GET http://elsewhere/` and `//elsewhere` are not addresses of ours. */
const parsed = (target: string, origin: string): URL | null => {
  if (!target.startsWith('/') || target.startsWith('//')) return null;
  try {
    const url = new URL(target, origin);
    return url.origin === origin ? url : null;
  } catch {
    return null;
  }
};

const cookieValue = (header: string | undefined, name: string): string =>
  header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? '';

/** In a time that does not depend on where they differ. */
const isSame = (given: string, secret: string): boolean => timingSafeEqual(digest(given), digest(secret));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
