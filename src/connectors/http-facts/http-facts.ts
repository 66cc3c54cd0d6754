import type { Dispatcher } from 'undici';
import type { Fetch } from '../../kernel/ports/fetch.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { judgingLookup, RefusedAddress, type Resolve, systemResolver } from './judging-lookup.ts';
import { isPublicAddress, literalAddress } from './public-address.ts';
import { readJson } from './read-json.ts';

export interface HttpFactsOptions {
  /** Hosts of `facts.hosts` in scruple.yaml, with the port where it is not 443; exact, no patterns. */
  readonly hosts: readonly string[];
  /** Hosts that the command line allowed: these alone may lie at private addresses, and may be asked without TLS. */
  readonly allowPrivate: readonly string[];
  /** For the whole answer: names, connection, redirects and body. */
  readonly timeoutMs: number;
  /** Resolves names; the system's resolver by default. */
  readonly resolve?: Resolve;
}

const MAXIMUM_REDIRECTS = 3;
const AGENT = 'scruple-facts';

/**
 * Asks facts over HTTP under the limits of contract.md §1: listed hosts only, https only, public addresses only, no
 * cookie and no credential, no redirect to another host, JSON of at most 1 MiB, within the time limit. The address that
 * was judged is the one that is connected to, so a name that changes its mind in between gains nothing.
 * Problems: `fact.not-allowed`, `fact.unreachable`, `fact.invalid`.
 */
export function httpFacts(options: HttpFactsOptions): Fetch & { close(): Promise<void> } {
  const listed = new Set([...options.hosts, ...options.allowPrivate].map((host) => host.toLowerCase()));
  const mayBePrivate = new Set(options.allowPrivate.map((host) => host.toLowerCase()));
  const resolve = options.resolve ?? systemResolver;
  const dispatchers = new Map<boolean, Promise<Dispatcher>>();

  const dispatcherFor = (privateToo: boolean): Promise<Dispatcher> => {
    const known = dispatchers.get(privateToo);
    if (known !== undefined) return known;
    const made = import('undici').then(
      ({ Agent }) =>
        new Agent({
          connect: { lookup: judgingLookup(resolve, privateToo), timeout: options.timeoutMs },
          pipelining: 0,
          keepAliveTimeout: 1,
          maxResponseSize: -1,
        }),
    );
    dispatchers.set(privateToo, made);
    return made;
  };

  const ask = async (
    url: URL,
    signal: AbortSignal,
    redirects: number,
  ): Promise<Awaited<ReturnType<Fetch['json']>>> => {
    const refused = refusalOf(url, listed, mayBePrivate);
    if (refused !== null) return fail(refused);
    const { request } = await import('undici');
    const answer = await request(url, {
      dispatcher: await dispatcherFor(mayBePrivate.has(url.host)),
      headers: { accept: 'application/json', 'user-agent': AGENT, 'accept-encoding': 'identity' },
      signal,
    });
    if (answer.statusCode >= 300 && answer.statusCode < 400) {
      answer.body.on('error', () => {}).destroy();
      const next = redirectOf(answer.headers.location, url);
      if (!next.ok) return next;
      if (redirects >= MAXIMUM_REDIRECTS) return fail(unreachable(url, 'redirects in a circle'));
      return ask(next.value, signal, redirects + 1);
    }
    if (answer.statusCode !== 200) {
      answer.body.on('error', () => {}).destroy();
      return fail(unreachable(url, `answers with status ${answer.statusCode}`));
    }
    const value = await readJson(answer.body, answer.headers, url);
    return value.ok ? ok({ value: value.value, date: dateOf(answer.headers.date) }) : value;
  };

  return {
    async json(text) {
      const url = URL.canParse(text) ? new URL(text) : null;
      if (url === null)
        return fail(
          problem('fact.not-allowed', `\`${text}\` is no address`, 'write it as https://host/path'),
        );
      const signal = AbortSignal.timeout(options.timeoutMs);
      const { promise: late, resolve: giveUp } = Promise.withResolvers<Result<never, Problem>>();
      const tooLate = (): void =>
        giveUp(fail(unreachable(url, `gives no answer within ${options.timeoutMs} ms`)));
      signal.addEventListener('abort', tooLate, { once: true });
      const asked = ask(url, signal, 0).catch((error: unknown) =>
        signal.aborted
          ? fail(unreachable(url, `gives no answer within ${options.timeoutMs} ms`))
          : fail(error instanceof RefusedAddress ? privateAddress(url) : unreachable(url, reasonOf(error))),
      );
      return Promise.race([asked, late]);
    },
    async close() {
      for (const dispatcher of dispatchers.values()) await (await dispatcher).destroy();
    },
  };
}

function refusalOf(url: URL, listed: ReadonlySet<string>, mayBePrivate: ReadonlySet<string>): Problem | null {
  if (url.username !== '' || url.password !== '')
    return problem(
      'fact.not-allowed',
      `the address of \`${url.host}\` carries a credential`,
      'remove it from the address',
    );
  if (!listed.has(url.host))
    return problem(
      'fact.not-allowed',
      `\`${url.host}\` is not a host that may be asked`,
      'list it under `facts.hosts`',
    );
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && mayBePrivate.has(url.host)))
    return problem('fact.not-allowed', `\`${url.protocol}//${url.host}\` is not https`, 'ask over https');
  const literal = literalAddress(url.hostname);
  return literal !== null && !isPublicAddress(literal) && !mayBePrivate.has(url.host)
    ? privateAddress(url)
    : null;
}

function redirectOf(location: string | string[] | undefined, from: URL): Result<URL, Problem> {
  const target =
    typeof location === 'string' && URL.canParse(location, from.href) ? new URL(location, from.href) : null;
  if (target === null) return fail(unreachable(from, 'redirects to no address'));
  return target.host === from.host && target.protocol === from.protocol
    ? ok(target)
    : fail(
        problem(
          'fact.not-allowed',
          `\`${from.host}\` redirects to \`${target.host}\``,
          'name the final address in the fact',
        ),
      );
}

const unreachable = (url: URL, how: string): Problem =>
  problem('fact.unreachable', `\`${url.host}\` ${how}`, 'check the service, then run the check again');

const privateAddress = (url: URL): Problem =>
  problem(
    'fact.not-allowed',
    `\`${url.host}\` lies at an address that is not public`,
    'allow it on the command line with --allow-host',
  );

const dateOf = (header: string | string[] | undefined): Date | null => {
  const date = new Date(typeof header === 'string' ? header : Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date;
};

const reasonOf = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException)?.code;
  return typeof code === 'string' ? `cannot be reached (${code})` : 'cannot be reached';
};
