import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { makeToken, type TokenContent } from '../tokens/token.ts';
import type { TokenSecrets } from '../tokens/token-secrets.ts';

/** The two headers of RFC 8058. A valid DKIM signature must cover both: whoever sends lists them in its `h=`. */
export interface OneClickHeaders {
  readonly 'List-Unsubscribe': string;
  readonly 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click';
}

/**
 * The headers by which the person leaves what this mail belongs to. `origin` is ours as the world sees it. A mail address
 * may stand beside the link, for programs that know no other way (RFC 2369).
 * Problems: `unsubscribe.not-https`, where mail programs would not show their button.
 */
export function oneClickHeaders(
  secrets: TokenSecrets,
  origin: string,
  content: TokenContent,
  now: Date,
  mailto: string | null = null,
): Result<OneClickHeaders, Problem> {
  if (!origin.startsWith('https://'))
    return fail(
      problem(
        'unsubscribe.not-https',
        'the links of this server do not begin with https',
        'set the origin to the https address that the world sees',
      ),
    );
  const ways = [`<${origin}/u/${makeToken(secrets, 'one-click', content, now)}>`];
  if (mailto !== null) ways.push(`<mailto:${encodeURIComponent(mailto).replaceAll('%40', '@')}>`);
  return ok({ 'List-Unsubscribe': ways.join(', '), 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
}
