import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { ChangesGone, type GateServer, type LeaseGrant } from './gate-server.ts';

export interface ServerAddress {
  /** The origin of the server, as `https://scruple.example`; plain HTTP to this machine alone. */
  readonly server: string;
  /** A key of the role gate. */
  readonly key: string;
  /** How long a question other than the feed may take; default 10 s. */
  readonly timeoutMs?: number;
}

/** Longer than this no line of a feed is: more is not kept while its end is waited for. */
const LONGEST_LINE = 8_000_000;

/**
 * The server over HTTPS, with the gate's own key: what comes over it is as good as the connection. Clearances and
 * revocations are signed beside, and verified by the gate. Throws a `TypeError` for an address that would send the key in
 * the clear.
 */
export function overHttp({ server, key, timeoutMs = 10_000 }: ServerAddress): GateServer {
  const origin = new URL(server);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(origin.hostname);
  if (origin.protocol !== 'https:' && !(origin.protocol === 'http:' && isLocal))
    throw new TypeError('the server of a gate is reached over https');
  const headers = { authorization: `Bearer ${key}` };

  const post = async <T>(path: string, body: unknown): Promise<Result<T, Problem>> => {
    try {
      const answer = await fetch(new URL(path, origin), {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (!answer.ok) return fail(refused(answer.status, await answer.text()));
      return ok((answer.status === 204 ? null : await answer.json()) as T);
    } catch {
      return fail(unreachable());
    }
  };

  return {
    async *feed(after, stop) {
      const query =
        after === null
          ? ''
          : `?${new URLSearchParams({ epoch: after.epoch, after: [after.at, after.seen, after.tick].join('.') })}`;
      const answer = await fetch(new URL(`/v1/gate/feed${query}`, origin), {
        headers,
        redirect: 'error',
        signal: stop,
      });
      if (answer.status === 410) throw new ChangesGone();
      if (!answer.ok || answer.body === null) throw new Error(`the feed answered ${answer.status}`);
      yield* linesOf(answer.body);
    },
    async lease(order) {
      const granted = await post<WireGrant>('/v1/gate/leases', order);
      return granted.ok ? readGrant(granted.value) : granted;
    },
    giveBack: (lease) => post<null>(`/v1/gate/leases/${encodeURIComponent(lease)}/return`, {}).then(nothing),
    report: (records) => post<null>('/v1/gate/reports', { decisions: records }).then(nothing),
    notSent: (contacts) => post<null>('/v1/gate/contacts:release', { contacts }).then(nothing),
  };
}

interface WireGrant {
  readonly lease: string;
  readonly endsAt: string;
  readonly people: ReadonlyArray<{
    readonly subject: string;
    readonly refused: { readonly code: string; readonly retryAfter: string | null } | null;
  }>;
}

/** Problems: `gate.unreachable` where the answer is none. */
function readGrant(wire: WireGrant): Result<LeaseGrant, Problem> {
  const endsAt = new Date(wire?.endsAt);
  if (typeof wire?.lease !== 'string' || Number.isNaN(endsAt.getTime()) || !Array.isArray(wire.people))
    return fail(unreachable());
  return ok({
    lease: wire.lease,
    endsAt,
    people: wire.people.map(({ subject, refused: because }) => ({
      subject,
      refused:
        because === null
          ? null
          : ({
              code: because.code,
              retryAfter: because.retryAfter === null ? null : new Date(because.retryAfter),
            } as LeaseGrant['people'][number]['refused']),
    })),
  });
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = pieces.pop()!;
    if (rest.length > LONGEST_LINE) throw new Error('a line of the feed does not end');
    yield* pieces;
  }
  if (rest !== '') throw new Error('the feed broke off');
}

const nothing = (result: Result<unknown, Problem>): Result<null, Problem> => (result.ok ? ok(null) : result);
const unreachable = (): Problem =>
  problem('gate.unreachable', 'the server does not answer', 'look whether it runs, and ask again');

function refused(status: number, body: string): Problem {
  try {
    const { code, detail, hint } = JSON.parse(body) as Record<string, unknown>;
    if (typeof code === 'string' && typeof detail === 'string')
      return problem(code as Problem['code'], detail, typeof hint === 'string' ? hint : 'see the API');
  } catch {
    // Said below.
  }
  return problem('gate.unreachable', `the server answered ${status}`, 'look at its log, and ask again');
}
