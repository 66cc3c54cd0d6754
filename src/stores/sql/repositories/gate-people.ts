import { sql } from 'kysely';
import { asJson } from '../tables/column-types.ts';
import type { Database, Row } from '../tables/index.ts';

export type GatePerson = Row<'gatePeople'>;

/** Sets where people may be; what was told before of the same keys is replaced. */
export async function tellGatePeople(db: Database, people: readonly GatePerson[]): Promise<void> {
  if (people.length === 0) return;
  const rows = [...new Map(people.map((one) => [one.subject, one])).values()].map((one) => ({
    subject: one.subject,
    zones: one.zones,
    places: one.places,
    is_adult: one.isAdult,
    told_at: one.toldAt,
  }));
  await sql`
    insert into gate_people (subject, zones, places, is_adult, told_at)
    select subject, zones, places, is_adult, told_at from json_to_recordset(${asJson(rows)}::json)
      as r (subject text, zones json, places json, is_adult boolean, told_at timestamptz)
    on conflict (subject) do update set zones = excluded.zones, places = excluded.places,
      is_adult = excluded.is_adult, told_at = excluded.told_at`.execute(db);
}

export async function findGatePeople(db: Database, subjects: readonly string[]): Promise<GatePerson[]> {
  if (subjects.length === 0) return [];
  const { rows } = await sql<GatePerson>`
    select p.subject, p.zones, p.places, p.is_adult as "isAdult", p.told_at as "toldAt"
    from json_array_elements_text(${asJson(subjects)}::json) as n (subject)
    join gate_people p on p.subject = n.subject`.execute(db);
  return rows;
}

export async function forgetGatePeople(db: Database, subjects: readonly string[]): Promise<void> {
  await db.deleteFrom('gatePeople').where('subject', 'in', subjects).execute();
  await db.deleteFrom('gateContacts').where('subject', 'in', subjects).execute();
}
