import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** A server of ours, as the command line reaches it. */
export interface RemoteServer {
  readonly url: string;
  readonly token: string | null;
}

const WAIT_MS = 120_000;

/**
 * Asks a server. What it refuses comes back as its own words. Problems: `remote.unreachable`, `remote.refused`.
 */
export async function askServer<T>(
  { url, token }: RemoteServer,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Result<{ readonly body: T; readonly cookies: readonly string[] }, Problem>> {
  let answer: Response;
  try {
    answer = await fetch(new URL(path, url), {
      method,
      // A credential goes to the server that was named, and nowhere it points to.
      redirect: 'error',
      signal: AbortSignal.timeout(WAIT_MS),
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    const { cause, name } = error as { readonly cause?: { readonly code?: string }; readonly name: string };
    return fail(
      problem(
        'remote.unreachable',
        `${url} does not answer (${cause?.code ?? name})`,
        'check --server and that it runs',
      ),
    );
  }
  const said: unknown = await answer.json().catch(() => null);
  if (answer.ok) return ok({ body: said as T, cookies: answer.headers.getSetCookie() });
  const { code, detail, hint } = (said ?? {}) as Readonly<Record<string, string | undefined>>;
  if (answer.status === 401)
    return fail(
      problem('remote.refused', `${url} knows no such credential`, 'run scruple login, or set SCRUPLE_TOKEN'),
    );
  return fail(
    problem(
      'remote.refused',
      `${url} refused (${answer.status}${code === undefined ? '' : `, ${code}`})${detail === undefined ? '' : `: ${detail}`}`,
      hint ?? 'look into the log of the server',
    ),
  );
}

/** The address of a server as it is used: its origin. Problems: `remote.unreachable`. */
export function serverUrl(text: string): Result<string, Problem> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    return fail(
      problem(
        'remote.unreachable',
        `\`${text}\` is no address`,
        'write it as https://scruple.harbor.example',
      ),
    );
  const isNear = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (url.protocol === 'http:' && !isNear)
    return fail(
      problem('remote.unreachable', `a credential is not sent to \`${url.host}\` without TLS`, 'use https'),
    );
  return ok(url.origin);
}
