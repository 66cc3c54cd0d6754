import { Problem } from './problem.ts';

export interface Asking {
  readonly signal?: AbortSignal | undefined;
  /** The version that an edit was made from, sent as `If-Match`. */
  readonly version?: number | undefined;
  /** Makes a repeated request answer as the first one did, sent as `Idempotency-Key`. */
  readonly once?: string | undefined;
}

interface Request extends Asking {
  readonly query?: object | undefined;
  readonly body?: unknown;
}

const listeners = new Set<() => void>();

/** Calls back when a request found that the session is over. Gives the way to end that. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Asks our own server, with the session's cookie; the browser says by itself that the request comes from our page, which
 * is what the server trusts. An answer that is no JSON comes as a `Blob`. Throws a `Problem`.
 */
export async function ask<T>(method: string, path: string, request: Request = {}): Promise<T> {
  const { query, body, signal, version, once } = request;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (version !== undefined) headers['if-match'] = `"${version}"`;
  if (once !== undefined) headers['idempotency-key'] = once;
  const answer = await fetch(`${path}${queryOf(query)}`, {
    method,
    headers,
    credentials: 'same-origin',
    cache: 'no-store',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new Problem(
      0,
      'console.no-answer',
      'the server did not answer',
      'check the connection, then try again',
      null,
    );
  });
  if (!answer.ok) throw await problemIn(answer);
  if (answer.status === 204) return undefined as T;
  const isJson = /^application\/json(?:;|$)/.test(answer.headers.get('content-type') ?? '');
  return (await (isJson ? answer.json() : answer.blob())) as T;
}

/** A path whose parts may hold anything: what is put in cannot lead elsewhere. */
export const at = (parts: TemplateStringsArray, ...names: readonly string[]): string =>
  String.raw({ raw: parts }, ...names.map(encodeURIComponent));

function queryOf(query: object | undefined): string {
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '');
  return pairs.length === 0
    ? ''
    : `?${new URLSearchParams(Object.fromEntries(pairs.map(([name, value]) => [name, String(value)])))}`;
}

async function problemIn(answer: Response): Promise<Problem> {
  const said = (await answer.json().catch(() => ({}))) as Partial<
    Record<'code' | 'detail' | 'hint' | 'id', string>
  >;
  if (answer.status === 401) for (const listener of listeners) listener();
  return new Problem(
    answer.status,
    said.code ?? 'console.unreadable',
    said.detail ?? 'the server answered something that cannot be read',
    said.hint ?? 'try again in a moment',
    said.id ?? answer.headers.get('x-request-id'),
  );
}
