import type { Problem } from '../../kernel/problem.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { askServer } from './server.ts';

const DAYS = 90;

interface Me {
  readonly key: string;
  readonly roles: readonly string[];
}

/**
 * Signs in by address and password, makes a key for this machine with all roles of the person, and ends the session.
 * Problems: `remote.*`.
 */
export async function makeOwnKey(
  url: string,
  who: { readonly email: string; readonly password: string; readonly machine: string },
): Promise<Result<{ readonly token: string; readonly roles: readonly string[] }, Problem>> {
  const anonymous = { url, token: null };
  const entered = await askServer(anonymous, 'POST', '/auth/sign-in', {
    email: who.email,
    password: who.password,
  });
  if (!entered.ok) return entered;
  const session = {
    cookie: entered.value.cookies.map((one) => one.split(';')[0]).join('; '),
    origin: url,
  };
  const me = await askServer<Me>(anonymous, 'GET', '/v1/me', undefined, session);
  if (!me.ok) return me;
  const { roles } = me.value.body;
  const name = `command line on ${who.machine}`.slice(0, 100);
  const made = await askServer<{ readonly secret: string }>(
    anonymous,
    'POST',
    '/v1/me/keys',
    { name, roles, days: DAYS },
    session,
  );
  await askServer(anonymous, 'POST', '/auth/sign-out', undefined, session);
  return made.ok ? ok({ token: made.value.body.secret, roles }) : made;
}

/** The roles of a key. Problems: `remote.*`. */
export async function rolesOf(url: string, token: string): Promise<Result<readonly string[], Problem>> {
  const me = await askServer<Me>({ url, token }, 'GET', '/v1/me');
  return me.ok ? ok(me.value.body.roles) : me;
}
