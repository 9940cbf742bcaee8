import { expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  contentTypeOf,
  printContentSecurityPolicy,
  responseHeaders,
} from '../../../electron/guards/response-headers.ts';

it('the policy of the window lets in our own files and no connection', () => {
  expect(contentSecurityPolicy()).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types tracker-figures",
  );
});

it('the policy of the browser shell adds its own origin to the connections and nothing else', () => {
  const own = ['http://127.0.0.1:4000', 'ws://127.0.0.1:4000'];
  expect(contentSecurityPolicy(own).replace(own.join(' '), "'none'")).toBe(contentSecurityPolicy());
});

it('a document to print has no script and no connection', () => {
  expect(printContentSecurityPolicy).toMatch(/^default-src 'none';/);
  expect(printContentSecurityPolicy).not.toMatch(/script|connect|frame|http/);
});

it('nothing is kept by the browser or guessed about', () => {
  expect(responseHeaders('p', 'text/html')).toMatchObject({
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': 'p',
  });
});

it.each([
  ['/a/index.html', 'text/html; charset=utf-8'],
  ['/a/x.JS', 'text/javascript; charset=utf-8'],
  ['/a/inter.woff2', 'font/woff2'],
  ['/a/unknown', 'application/octet-stream'],
])('%s is served as %s', (file, type) => {
  expect(contentTypeOf(file)).toBe(type);
});
