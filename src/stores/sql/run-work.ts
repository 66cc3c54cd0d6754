import { setTimeout } from 'node:timers/promises';
import { type IsolationLevel, sql } from 'kysely';
import type { Clock } from '../../kernel/ports/clock.ts';
import type { EvidenceDraft, NextEntry } from '../../kernel/ports/evidence-log.ts';
import type { Problem } from '../../kernel/problem.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { appendEvidence } from './append-evidence.ts';
import { isWorthRetrying, problemOfDatabase } from './engine/problem-of-database.ts';
import { Refusal } from './refusal.ts';
import type { Work } from './store.ts';
import type { Database } from './tables/index.ts';

const ATTEMPTS = 6;

/** Runs work that reads; see `Store.read`. */
export async function runRead<T>(
  database: Database,
  work: (db: Database) => Promise<T>,
): Promise<Result<T, Problem>> {
  try {
    return ok(await work(database));
  } catch (error) {
    return fail(expected(error));
  }
}

/** Runs work in a transaction; see `Store.write`. */
export async function runWrite<T>(
  database: Database,
  work: (work: Work) => Promise<T>,
  how: { readonly clock: Clock; readonly nextEntry: NextEntry; readonly isolation: IsolationLevel },
): Promise<Result<T, Problem>> {
  for (let attempt = 1; ; attempt += 1)
    try {
      const value = await database
        .transaction()
        .setIsolationLevel(how.isolation)
        .execute(async (db) => {
          const drafts: EvidenceDraft[] = [];
          const at = how.clock.now();
          const result = await work({
            db,
            at,
            record: (draft) => drafts.push(draft),
            attempt: (part) => runPart(db, drafts, part),
          });
          await appendEvidence(db, drafts, at, how.nextEntry);
          return result;
        });
      return ok(value);
    } catch (error) {
      if (!isWorthRetrying(error) || attempt === ATTEMPTS) return fail(expected(error));
      // Those who met once must not meet again at the same moment.
      await setTimeout(Math.random() * 10 * 2 ** attempt);
    }
}

async function runPart<T>(
  db: Database,
  drafts: EvidenceDraft[],
  part: () => Promise<T>,
): Promise<Result<T, Problem>> {
  const before = drafts.length;
  await sql`savepoint part`.execute(db);
  try {
    const value = await part();
    await sql`release savepoint part`.execute(db);
    return ok(value);
  } catch (error) {
    // A failure that trying again may mend is for the whole work to try again.
    if (isWorthRetrying(error)) throw error;
    const problem = expected(error);
    await sql`rollback to savepoint part`.execute(db);
    drafts.length = before;
    return fail(problem);
  }
}

/** The problem of an expected failure; a bug goes on as it came. */
function expected(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  const known = problemOfDatabase(error);
  if (known === null) throw error;
  return known;
}
