import { type Problem, problem } from '../../../kernel/problem.ts';
import { Refusal } from '../refusal.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { Work } from '../store.ts';
import type { Database } from '../tables/index.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface OnceRequest {
  /** Who asks: the same key of somebody else is another key. */
  readonly caller: string;
  readonly key: string;
  /** Hash over method, path and body: the same key with another request is refused. */
  readonly requestHash: string;
  /** After this time the key is free again. */
  readonly expiresAt: Date;
  /** The answer may hold what is shown once, so it is kept sealed. */
  readonly sealer: Sealer;
  /** The answer to a refusal, which is kept too: a repeated key gives the first answer, whatever it was. */
  readonly answerTo: (problem: Problem) => Answer;
}

/**
 * Does work once for a key: the first request does it, every later one gets the first answer. Work, answer and key are
 * kept together or not at all; of two at once the second waits for the first.
 * Refusals: `store.key-reused`.
 */
export async function answerOnce(
  { db, at, attempt }: Work,
  request: OnceRequest,
  work: () => Promise<Answer>,
): Promise<Answer & { readonly isRepeated: boolean }> {
  const { caller, key, requestHash, expiresAt, sealer } = request;
  const context = `idempotency:${caller}:${key}`;
  await db
    .deleteFrom('idempotencyKeys')
    .where('caller', '=', caller)
    .where('key', '=', key)
    .where('expiresAt', '<=', at)
    .execute();
  const taken = await db
    .insertInto('idempotencyKeys')
    .values({ caller, key, requestHash, createdAt: at, expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (taken === undefined) return { ...(await readAnswer(db, request, context)), isRepeated: true };
  const done = await attempt(work);
  const answer = done.ok ? done.value : request.answerTo(done.problem);
  await db
    .updateTable('idempotencyKeys')
    .set({ status: answer.status, answer: sealer.seal(JSON.stringify(answer.body ?? null), context) })
    .where('caller', '=', caller)
    .where('key', '=', key)
    .execute();
  return { ...answer, isRepeated: false };
}

async function readAnswer(
  db: Database,
  { caller, key, requestHash, sealer }: OnceRequest,
  context: string,
): Promise<Answer> {
  const first = await db
    .selectFrom('idempotencyKeys')
    .selectAll()
    .where('caller', '=', caller)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (first.requestHash !== requestHash)
    throw new Refusal(
      problem(
        'store.key-reused',
        'the idempotency key came with another request before',
        'send a new key with a new request',
      ),
    );
  const opened = sealer.open(first.answer!, context);
  if (!opened.ok) throw new Refusal(opened.problem);
  return { status: first.status!, body: JSON.parse(opened.value) as unknown };
}

/** How many were removed. */
export async function removeOldKeys(db: Database, expiredBefore: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('idempotencyKeys')
    .where('expiresAt', '<', expiredBefore)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
