import { suppressedCells } from '../../../playbook/4-harm/fairness/suppression.ts';
import type { Incident } from '../../../playbook/7-outcomes/incidents/incident.ts';
import {
  countReached,
  countReachedByGroup,
  type Reached,
} from '../../../stores/sql/repositories/affected-people.ts';
import { alarmsById } from '../../../stores/sql/repositories/alarm-reviews.ts';
import { findCustomerRequest } from '../../../stores/sql/repositories/customer-requests.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { flawOfCause } from './causes.ts';
import type { StoredIncident } from './stored-incident.ts';

/** Fewer people than this are not told apart: somebody could be recognised. */
const MINIMUM_CELL = 10;

/** Whom an incident reached, as counts. */
export interface Affected {
  /** `null` where it cannot be told: it was reported by a person, or the sends are no longer kept. */
  readonly people: number | null;
  /** By attribute and value; `people` is `null` where the cell is small, or would show one that is. */
  readonly groups: ReadonlyArray<{
    readonly name: string;
    readonly value: string;
    readonly people: number | null;
  }>;
}

/** Where those are found whom an incident reached; `null` where nothing tells. */
export async function reachedBy(
  db: Database,
  { row, incident }: StoredIncident,
  now: Date,
): Promise<Reached | null> {
  const { useId } = row;
  const to = row.closedAt ?? now;
  const flaw = flawOfCause(row.cause);
  if (flaw !== null) return { by: 'flaw', useId, flaw, from: row.openedAt, to };
  const alarms = await alarmsById(db, idsOf(incident, 'alarm'));
  const [first] = alarms;
  if (first === undefined) return null;
  // An alarm about everybody is about all groups.
  const groups = alarms.some(({ people }) => people === null) ? [] : alarms.map(({ people }) => people!);
  return { by: 'sends', useId, from: first.armedAt, to, groups };
}

/** The counts; the groups for those alone who may see results by group. */
export async function countAffected(
  db: Database,
  stored: StoredIncident,
  { now, withGroups }: { readonly now: Date; readonly withGroups: boolean },
): Promise<Affected> {
  const contests = idsOf(stored.incident, 'request');
  if (contests.length > 0) return { people: contests.length, groups: [] };
  const reached = await reachedBy(db, stored, now);
  if (reached === null) return { people: null, groups: [] };
  const people = await countReached(db, reached);
  if (people === 0) return { people: null, groups: [] };
  return { people, groups: withGroups ? hideSmall(await countReachedByGroup(db, reached)) : [] };
}

/** Keys of those whose contests it is about, as far as they are still known. */
export async function contestants(db: Database, incident: Incident): Promise<readonly string[]> {
  const rows = await Promise.all(idsOf(incident, 'request').map((id) => findCustomerRequest(db, id)));
  return rows.flatMap((row) => (row?.subject == null ? [] : [row.subject]));
}

const idsOf = ({ evidence }: Incident, of: Incident['evidence'][number]['of']): readonly string[] =>
  evidence.filter((one) => one.of === of).map(({ id }) => id);

function hideSmall(groups: Awaited<ReturnType<typeof countReachedByGroup>>): Affected['groups'] {
  return [...Map.groupBy(groups, ({ name }) => name).values()].flatMap((attribute) => {
    const hidden = suppressedCells(
      attribute.map(({ value }) => [value]),
      attribute.map(({ people }) => people),
      MINIMUM_CELL,
    );
    return attribute.map((one, place) => ({ ...one, people: hidden.has(place) ? null : one.people }));
  });
}
