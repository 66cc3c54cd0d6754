import {
  type Contribution,
  changedContributions,
} from '../../../playbook/7-outcomes/counts/contributions.ts';
import { StreamCounts } from '../../../playbook/7-outcomes/counts/stream-counts.ts';
import { countUses, keptUse } from '../../../playbook/7-outcomes/counts/use-counts.ts';
import {
  countedHours,
  eventsOfPeople,
  lockCounts,
  type PersonOfUse,
  recountDone,
  recountsAsked,
  removeCounts,
  setCountedHours,
} from '../../../stores/sql/repositories/outcome-counts.ts';
import {
  forgetEvents,
  type NewOutcomeEvent,
  type OutcomeRow,
  outcomeEventsOf,
  peopleBefore,
} from '../../../stores/sql/repositories/outcome-events.ts';
import type { Work } from '../../../stores/sql/store.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { eventOfRow, idOf } from './event-of-row.ts';

/** People whose events are read at a time. */
const AT_ONCE = 5_000;

/**
 * Counts events that were kept just now, in the transaction that keeps them: counts always say what the events say, and
 * nothing is counted twice. Deliveries that speak of one use come one after the other.
 */
export async function countNewEvents(
  { db }: Pick<Work, 'db'>,
  fresh: readonly NewOutcomeEvent[],
): Promise<void> {
  await lockCounts(db, [...new Set(fresh.map(({ useId }) => useId))]);
  const isNew = new Set(fresh.map(idOf));
  await changeCounts(db, fresh, (known) => ({
    before: known.filter((row) => !isNew.has(idOf(row))),
    after: known,
  }));
}

/**
 * Counts a use anew from its events where that is asked for: after it was armed again, and of what was told before there
 * were counts. Tells whether it was.
 */
export async function recountIfAsked(
  { db }: Pick<Work, 'db'>,
  useId: string,
  armedAt: Date,
): Promise<boolean> {
  await lockCounts(db, [useId]);
  if (!(await recountsAsked(db, [useId])).has(useId)) return false;
  await removeCounts(db, useId);
  const events = (await outcomeEventsOf(db, useId, armedAt)).map(eventOfRow);
  const hours = keptUse(countUses(events).get(useId) ?? new Map());
  await setCountedHours(
    db,
    hours.map(({ group, hour, counts }) => ({ useId, people: group, hour, counts })),
  );
  await recountDone(db, useId);
  return true;
}

/** Forgets events of before a time, and takes them out of the counts. Gives how many events went. */
export async function forgetCountedEvents({ db }: Pick<Work, 'db'>, before: Date): Promise<number> {
  let gone = 0;
  for (;;) {
    const people = await peopleBefore(db, before, AT_ONCE);
    if (people.length === 0) return gone;
    await lockCounts(db, [...new Set(people.map(({ useId }) => useId))]);
    await changeCounts(db, people, (known) => ({
      before: known,
      after: known.filter(({ at }) => at >= before),
    }));
    gone += await forgetEvents(db, people, before);
  }
}

type Known = readonly OutcomeRow[];

/** Applies what changes in the counts of these people; whoever calls holds the lock. */
async function changeCounts(
  db: Database,
  touched: readonly PersonOfUse[],
  changeOf: (known: Known) => { readonly before: Known; readonly after: Known },
): Promise<void> {
  const waiting = await recountsAsked(db, [...new Set(touched.map(({ useId }) => useId))]);
  const people = new Map(
    touched
      .filter(({ useId }) => !waiting.has(useId))
      .map(({ useId, subject }) => [`${useId}\u0000${subject}`, { useId, subject }]),
  );
  const changes = new Changes();
  const all = [...people.values()];
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const rows = await eventsOfPeople(db, all.slice(start, start + AT_ONCE));
    for (const known of Map.groupBy(rows, ({ useId, subject }) => `${useId}\u0000${subject}`).values()) {
      const { before, after } = changeOf(known);
      for (const change of changedContributions(before.map(eventOfRow), after.map(eventOfRow)))
        changes.add(known[0]!.useId, change);
    }
  }
  await changes.write(db);
}

/** Changes of counts by the hours of streams that they fall into. */
class Changes {
  readonly #hours = new Map<
    string,
    { useId: string; people: string; hour: number; changes: Contribution[] }
  >();

  add(useId: string, change: Contribution): void {
    const hour = Math.floor(change.second / 3600);
    const key = [useId, change.group, hour].join('\u0000');
    const known = this.#hours.get(key);
    if (known === undefined) this.#hours.set(key, { useId, people: change.group, hour, changes: [change] });
    else known.changes.push(change);
  }

  async write(db: Database): Promise<void> {
    const hours = [...this.#hours.values()];
    const keys = hours.map(({ useId, people, hour }) => ({ useId, people, hour }));
    const keyOf = ({ useId, people, hour }: (typeof keys)[number]): string =>
      [useId, people, hour].join('\u0000');
    const kept = new Map((await countedHours(db, keys)).map((row) => [keyOf(row), row.counts]));
    await setCountedHours(
      db,
      hours.map(({ changes, ...key }) => {
        const stream = new StreamCounts();
        stream.recall(key.hour, kept.get(keyOf(key)) ?? {});
        for (const change of changes) stream.add(change);
        return { ...key, counts: stream.keep(key.hour) };
      }),
    );
  }
}
