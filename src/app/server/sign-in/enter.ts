import type { Problem } from '../../../kernel/problem.ts';
import type { Result } from '../../../kernel/result.ts';
import type { PersonKey } from '../../../playbook/5-oversight/people/person.ts';
import type { Authenticate } from '../caller.ts';
import type { ServerContext } from '../context.ts';
import { say } from '../evidence/say.ts';
import type { BrowserAnswer } from './create-sign-in.ts';

/** Signs somebody in by password, and logs it. Problems: `request.unauthenticated`, those of the store. */
export async function enterWithPassword(
  context: ServerContext,
  authenticate: Authenticate,
  {
    email,
    password,
    cookie,
  }: { readonly email: string; readonly password: string; readonly cookie: string | null },
): Promise<Result<BrowserAnswer, Problem>> {
  const answer = await context.signIn.withPassword(email, password, cookie);
  if (answer.ok) await logEntry(context, authenticate, answer.value, 'password');
  return answer;
}

/** Takes the answer of the company's provider, and logs who came in. */
export async function enterWithProvider(
  context: ServerContext,
  authenticate: Authenticate,
  pathAndQuery: string,
  cookie: string | null,
): Promise<BrowserAnswer> {
  const answer = await context.signIn.finishOidc(pathAndQuery, cookie);
  await logEntry(context, authenticate, answer, 'oidc');
  return answer;
}

/** Logs that attempts to sign in were cut off: once for all that came within the minute. */
export async function logFailures(context: ServerContext, count: number): Promise<void> {
  await context.store.write(async (work) =>
    say(work, 'sign-in', 'sign-in.failed', { through: 'password', count }),
  );
}

async function logEntry(
  { store, clock }: ServerContext,
  authenticate: Authenticate,
  { cookies }: BrowserAnswer,
  through: string,
): Promise<void> {
  const cookie = cookies.map((one) => one.split(';')[0]!).join('; ');
  const caller = cookie === '' ? null : await authenticate({ kind: 'cookie', cookie }, clock.now());
  if (caller === null) return;
  const by: PersonKey = caller.account.key;
  await store.write(async (work) => say(work, 'sign-in', 'sign-in', { by, through }));
}
