import type { SubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { allRestChanges } from '../../../stores/sql/repositories/gate-changes.ts';
import { readKeys } from '../../../stores/sql/repositories/gate-contacts.ts';
import type { ServerContext } from '../context.ts';
import { gatherPeople } from '../gate/gather-people.ts';
import type { FeedWorld } from './feed.ts';

export const HOUR_MS = 3_600_000;

/**
 * Who rests otherwise at one hour than at another: by lot, or since somebody's protection changed in between. Both are
 * told at the full hour alone, so that the moment at which a rest is told says nothing of what it rests on.
 */
export async function changedRests(
  { store, gate }: Pick<ServerContext, 'store' | 'gate'>,
  { policy, uses }: FeedWorld,
  ticks: { readonly from: number; readonly to: number },
  everybody: AsyncIterable<readonly string[]>,
): Promise<readonly string[]> {
  const noted = await store.read(allRestChanges);
  if (!noted.ok) throw new Error(noted.problem.message);
  const changed = new Set(noted.value);
  const states = [...uses.values()];
  const [from, to] = [new Date(ticks.from * HOUR_MS), new Date(ticks.to * HOUR_MS)];
  for await (const part of everybody) {
    const people = await store.read(async (db) =>
      gatherPeople(db, gate.parts, part as SubjectKey[], await readKeys(db, part as SubjectKey[]), to),
    );
    if (!people.ok) throw new Error(people.problem.message);
    for (const [subject, person] of people.value) {
      const at = (hour: Date): string =>
        JSON.stringify(person.factsToTell(subject, states, policy, hour).rests);
      if (at(from) !== at(to)) changed.add(subject);
    }
  }
  return [...changed];
}
