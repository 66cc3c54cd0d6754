import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { judgingLookup, RefusedAddress, systemResolver } from '../http-facts/judging-lookup.ts';
import { isPublicAddress, literalAddress } from '../http-facts/public-address.ts';

export interface PostOptions {
  /** Whether the message may go to an address that is not public. */
  readonly privateToo: boolean;
  readonly timeoutMs: number;
}

/**
 * Posts a message as JSON. Only over https, and only to public addresses, unless `privateToo`; follows no redirect, and
 * reads nothing of the answer but its status. Problems: `hook.not-allowed`, `hook.not-delivered`.
 */
export async function postHook(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  { privateToo, timeoutMs }: PostOptions,
): Promise<Result<null, Problem>> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !mayBeAsked(url, privateToo)) return notAllowed();
  const { Agent, request } = await import('undici');
  const dispatcher = new Agent({
    connect: { lookup: judgingLookup(systemResolver, privateToo), timeout: timeoutMs },
    pipelining: 0,
  });
  try {
    const answer = await request(url, {
      method: 'POST',
      dispatcher,
      headers: { 'content-type': 'application/json', 'user-agent': 'scruple-webhooks', ...headers },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    answer.body.on('error', () => {}).destroy();
    return answer.statusCode >= 200 && answer.statusCode < 300
      ? ok(null)
      : notDelivered(`the answer has status ${answer.statusCode}`);
  } catch (error) {
    return error instanceof RefusedAddress ? notAllowed() : notDelivered('there is no answer in time');
  } finally {
    await dispatcher.destroy();
  }
}

/** Whether a message may go to this address at all, as far as the address itself tells. */
export function mayBeAsked(url: URL, privateToo: boolean): boolean {
  if (url.username !== '' || url.password !== '') return false;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && privateToo)) return false;
  const literal = literalAddress(url.hostname);
  return privateToo || literal === null || isPublicAddress(literal);
}

const notAllowed = (): Result<never, Problem> =>
  fail(
    problem(
      'hook.not-allowed',
      'the address of a webhook is not https, carries a credential, or leads to a private network',
      'give a public https address',
    ),
  );
const notDelivered = (why: string): Result<never, Problem> =>
  fail(problem('hook.not-delivered', `a webhook was not delivered: ${why}`, 'look at its receiver'));
