import { contentHash } from '../../../kernel/canonical.ts';
import { listReached } from '../../../stores/sql/repositories/affected-people.ts';
import { findIncident } from '../../../stores/sql/repositories/incidents.ts';
import { type Change, demand, missing } from '../change.ts';
import { say } from '../evidence/say.ts';
import { lockedUse } from '../uses/standing.ts';
import { contestants, reachedBy } from './affected.ts';
import { incidentsOf } from './stored-incident.ts';

export interface ReachedPeople {
  /** Keys of people in the ledger, or as the sender made them; of somebody who is erased one that leads to nobody. */
  readonly subjects: readonly string[];
  /** The last of these, where there are more; `null` otherwise. */
  readonly next: string | null;
}

/**
 * Whom an incident reached, a page at a time, for a remedy; the purpose goes into the evidence log by its hash.
 * Refusals: `people.not-allowed`, `store.not-found`.
 */
export async function readPeopleOfIncident(
  change: Change,
  id: string,
  {
    purpose,
    after,
    limit,
  }: { readonly purpose: string; readonly after: string | null; readonly limit: number },
): Promise<ReachedPeople> {
  const { db, at } = change;
  demand(change, 'incident.read-people', { purpose });
  const row = await findIncident(db, id);
  if (row === undefined) throw missing();
  await lockedUse(change, row.useId);
  const [stored] = await incidentsOf(db, [row]);
  const asked = await contestants(db, stored!.incident);
  const reached = asked.length > 0 ? null : await reachedBy(db, stored!, at);
  const found =
    reached === null
      ? asked.filter((one) => after === null || one > after).sort()
      : await listReached(db, reached, { after, limit: limit + 1 });
  const subjects = found.slice(0, limit);
  say(change, row.useId, 'incident.people-read', {
    by: change.caller.account.key,
    incident: id,
    count: subjects.length,
    purposeHash: contentHash(purpose),
  });
  return { subjects, next: found.length > limit ? subjects.at(-1)! : null };
}
