import { describe, expect, it } from 'vitest';
import { createDoor, type Knock } from '../../scripts/door.ts';

const createFixture = () => {
  let secrets = 0;
  const door = createDoor(4000, () => `secret${(secrets += 1)}`);
  const knock = (changes: Partial<Knock> = {}, headers: Record<string, string | undefined> = {}) =>
    door.judge({
      method: 'GET',
      target: '/',
      isWebSocket: false,
      ...changes,
      headers: { host: '127.0.0.1:4000', cookie: 'case-review-tracker-4000=secret1', ...headers },
    });
  return { door, knock };
};

describe('the door of the browser shell', () => {
  it.each([
    ['a page with the cookie comes in', {}, {}, 'enter'],
    ['a call of our page comes in', { method: 'POST' }, { origin: 'http://127.0.0.1:4000' }, 'enter'],
    ['a connection of our page comes in', { isWebSocket: true }, { origin: 'http://127.0.0.1:4000' }, 'enter'],
    ['the cookie is found among others', {}, { cookie: 'a=b; case-review-tracker-4000=secret1; c=d' }, 'enter'],
    ['another host name is refused, whatever it points at', {}, { host: 'evil.example:4000' }, 421],
    ['localhost by name is refused', {}, { host: 'localhost:4000' }, 421],
    ['another port is refused', {}, { host: '127.0.0.1:4001' }, 421],
    ['no host is refused', {}, { host: undefined }, 421],
    ['a call of another page is refused', { method: 'POST' }, { origin: 'https://evil.example' }, 403],
    ['a call of a page on another port is refused', { method: 'POST' }, { origin: 'http://127.0.0.1:5000' }, 403],
    ['a call of a page without an origin is refused', { method: 'POST' }, { origin: 'null' }, 403],
    ['a call that does not say where it comes from is refused', { method: 'POST' }, {}, 403],
    ['a page asked for by another page’s script is refused', {}, { origin: 'https://evil.example' }, 403],
    ['a connection of another page is refused', { isWebSocket: true }, { origin: 'https://evil.example' }, 403],
    ['a connection that does not say where it comes from is refused', { isWebSocket: true }, {}, 403],
    ['no cookie is refused', {}, { cookie: undefined }, 401],
    ['a wrong cookie is refused', {}, { cookie: 'case-review-tracker-4000=secret' }, 401],
    ['an empty cookie is refused', {}, { cookie: 'case-review-tracker-4000=' }, 401],
    ['the cookie of another run is refused', {}, { cookie: 'case-review-tracker-4001=secret1' }, 401],
    ['a wrong ticket is refused, also with the cookie', { target: '/?ticket=secret9' }, {}, 403],
    ['other methods are refused', { method: 'PUT' }, { origin: 'http://127.0.0.1:4000' }, 405],
    ['the address of another server is refused', { target: 'http://evil.example/' }, {}, 400],
    ['an address without a scheme is refused', { target: '//evil.example/' }, {}, 400],
  ] as const)('%s', (_, changes, headers, expected) => {
    const verdict = createFixture().knock(changes, headers);
    expect(verdict.outcome === 'refuse' ? verdict.status : verdict.outcome).toBe(expected);
  });

  it('a ticket lets one browser in, once', () => {
    const { door, knock } = createFixture();
    expect(door.newAddress()).toBe('http://127.0.0.1:4000/?ticket=secret2');
    expect(knock({ target: '/?ticket=secret2' }, { cookie: undefined })).toEqual({
      outcome: 'welcome',
      cookie: 'case-review-tracker-4000=secret1; HttpOnly; SameSite=Strict; Path=/',
    });
    expect(knock({ target: '/?ticket=secret2' }, { cookie: undefined })).toMatchObject({ status: 403 });
  });

  it('a new address makes the one before it void', () => {
    const { door, knock } = createFixture();
    door.newAddress();
    door.newAddress();
    expect(knock({ target: '/?ticket=secret2' })).toMatchObject({ status: 403 });
    expect(knock({ target: '/?ticket=secret3' })).toMatchObject({ outcome: 'welcome' });
  });

  it('a ticket is not used up by a connection, a call or another page', () => {
    const { door, knock } = createFixture();
    door.newAddress();
    const origin = 'http://127.0.0.1:4000';
    knock({ target: '/?ticket=secret2', isWebSocket: true }, { origin });
    knock({ target: '/?ticket=secret2', method: 'POST' }, { origin });
    knock({ target: '/?ticket=secret2' }, { origin: 'https://evil.example' });
    expect(knock({ target: '/?ticket=secret2' })).toMatchObject({ outcome: 'welcome' });
  });

  it('secrets are long and never the same', () => {
    const [one, other] = [createDoor(4000).newAddress(), createDoor(4000).newAddress()];
    expect(one).toMatch(/ticket=[0-9a-f]{64}$/);
    expect(one).not.toBe(other);
  });
});
