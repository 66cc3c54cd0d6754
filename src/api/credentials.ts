import type { IncomingHttpHeaders } from 'node:http';
import type { Presented } from '../app/server/caller.ts';

/** No credential is longer: what is, is not looked up. */
const MAXIMUM = 4096;

/**
 * The credential of a request. A bearer token wins over cookies, so that a wrong token never falls back on a session
 * that a browser sends along.
 */
export function presentedBy({ authorization, cookie }: IncomingHttpHeaders): Presented {
  if (authorization !== undefined) {
    const token = /^Bearer +([!-~]+) *$/i.exec(authorization)?.[1];
    return { kind: 'bearer', token: token === undefined || token.length > MAXIMUM ? '' : token };
  }
  return cookie === undefined || cookie.length > 4 * MAXIMUM ? { kind: 'none' } : { kind: 'cookie', cookie };
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/**
 * Whether a change that rests on a cookie may come from somewhere else than our own pages. Browsers say where a request
 * comes from in `Sec-Fetch-Site`, older ones in `Origin`, which pages cannot set; a change that says neither is not
 * trusted. `Origin` alone would not do: a form on a page without referrer sends `null`.
 */
export function isCrossSite(method: string, headers: IncomingHttpHeaders, origin: string): boolean {
  if (SAFE.has(method)) return false;
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers.origin !== origin : site !== 'same-origin';
}
