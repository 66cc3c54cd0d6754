import { contentHash } from '../../../kernel/canonical.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { onlyCategories } from '../../../playbook/6-control/access/only-categories.ts';
import {
  changePersonCopy,
  claimPersonCopy,
  type PersonCopy,
} from '../../../stores/sql/repositories/person-copies.ts';
import { asJson } from '../../../stores/sql/tables/column-types.ts';
import type { ServerContext } from '../context.ts';
import { signLog } from '../evidence/log.ts';
import { say } from '../evidence/say.ts';
import { collect, type PartProgress } from './collect.ts';
import { openOrder, sealContent } from './copy-order.ts';
import { makeDossier } from './make-dossier.ts';

/** So long one process has a copy to itself; one that ended meanwhile leaves it to the next. */
const CLAIM_MS = 15 * 60_000;
/** A copy that ends the process each time must not do so for ever. */
const MOST_ATTEMPTS = 3;

const running = new WeakMap<ServerContext['store'], Promise<unknown>>();

/**
 * Makes every copy that waits, one after another, and gives how many it made. What one process began and did not end,
 * another begins anew. Problems: those of the store.
 */
export async function makeCopies(context: ServerContext): Promise<Result<number, Problem>> {
  const before = running.get(context.store) ?? Promise.resolve();
  const turn = before.then(() => makeWaiting(context));
  running.set(
    context.store,
    turn.catch(() => {}),
  );
  return turn;
}

/** Begins to make what waits, and lets nobody wait for it; what fails is tried again by a job. */
export function makeCopiesSoon(context: ServerContext): void {
  void makeCopies(context).catch(() => {});
}

/** Waits for what is being made, before the store is closed. */
export const copiesMade = async ({ store }: Pick<ServerContext, 'store'>): Promise<void> => {
  await running.get(store);
};

async function makeWaiting(context: ServerContext): Promise<Result<number, Problem>> {
  for (let made = 0; ; made += 1) {
    const claimed = await context.store.write(({ db, at }) =>
      claimPersonCopy(db, at, new Date(at.getTime() + CLAIM_MS)),
    );
    if (!claimed.ok) return claimed;
    if (claimed.value === undefined) return ok(made);
    const kept = await make(context, claimed.value);
    if (!kept.ok) return kept;
  }
}

async function make(context: ServerContext, row: PersonCopy): Promise<Result<unknown, Problem>> {
  if (row.attempts > MOST_ATTEMPTS) return fail(context, row, 'access.failed');
  try {
    // So that the archives of evidence in it end in an anchor.
    const signed = row.kind === 'dossier' ? await signLog(context) : null;
    if (signed?.ok === false) return await fail(context, row, signed.problem.code);
    const made = await context.store.read((db) => {
      const order = openOrder(context, row.id, row.sealedOrder!);
      const onProgress = (parts: readonly PartProgress[]) => keepProgress(context, row.id, parts);
      return row.kind === 'dossier'
        ? makeDossier(db, context, row, order, onProgress)
        : collect(db, context, { identifiers: order.identifiers, request: row.requestId }, onProgress).then(
            (document) => JSON.stringify(order.categoriesOnly ? onlyCategories(document) : document),
          );
    });
    return made.ok ? await keep(context, row, made.value) : await fail(context, row, made.problem.code);
  } catch (error) {
    // A bug of ours: whoever waits must not wait for ever, and the others go on.
    await fail(context, row, 'server.failed');
    throw error;
  }
}

const keepProgress = async (
  { store }: ServerContext,
  id: string,
  parts: readonly PartProgress[],
): Promise<void> => {
  await store.write(({ db }) => changePersonCopy(db, id, 'collecting', { progress: asJson(parts) }));
};

const keep = (context: ServerContext, row: PersonCopy, content: string): Promise<Result<unknown, Problem>> =>
  context.store.write(async (work) => {
    const hash = contentHash(content);
    const isThere = await changePersonCopy(work.db, row.id, 'collecting', {
      state: 'ready',
      sealedContent: sealContent(context, row.id, content),
      contentHash: hash,
      // Whose it is was needed to ask, and is not to take it.
      sealedOrder: null,
      claimedUntil: null,
      readyAt: work.at,
    });
    // Erased, or removed, while it was made: then nothing of it is kept.
    if (isThere) say(work, 'access', 'access.made', { copy: row.id, contentHash: hash });
    return null;
  });

const fail = (context: ServerContext, row: PersonCopy, code: string): Promise<Result<unknown, Problem>> =>
  context.store.write(({ db }) =>
    changePersonCopy(db, row.id, 'collecting', {
      state: 'failed',
      problem: code,
      sealedOrder: null,
      claimedUntil: null,
    }),
  );
