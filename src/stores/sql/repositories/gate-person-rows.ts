import { sql } from 'kysely';
import { asJson } from '../tables/column-types.ts';
import type { Database } from '../tables/index.ts';

/** A hold, also one that has ended and whose rest may not have. */
export interface HoldSpan {
  readonly subject: string;
  readonly channel: string;
  readonly purpose: string;
  readonly heldFrom: Date;
  readonly heldUntil: Date;
}

export async function findHoldSpans(db: Database, subjects: readonly string[]): Promise<HoldSpan[]> {
  if (subjects.length === 0) return [];
  const { rows } = await sql<HoldSpan>`
    select h.subject, h.channel, h.purpose, h.held_from as "heldFrom", h.held_until as "heldUntil"
    from json_array_elements_text(${asJson(subjects)}::json) as n (subject)
    join protective_holds h on h.subject = n.subject`.execute(db);
  return rows;
}

/** A decision that somebody contests, or contested not long ago. */
export interface ContestSpan {
  readonly subject: string;
  readonly useId: string;
  readonly askedAt: Date;
  readonly closedAt: Date | null;
}

export async function findContestSpans(
  db: Database,
  subjects: readonly string[],
  since: Date,
): Promise<ContestSpan[]> {
  if (subjects.length === 0) return [];
  const { rows } = await sql<ContestSpan>`
    select r.subject, r.use_id as "useId", r.asked_at as "askedAt", r.closed_at as "closedAt"
    from json_array_elements_text(${asJson(subjects)}::json) as n (subject)
    join customer_requests r on r.subject = n.subject
    where r.kind = 'contest' and (r.closed_at is null or r.asked_at >= ${since})`.execute(db);
  return rows;
}

/** What each key chose last about how often. */
export async function lastRhythms(
  db: Database,
  subjects: readonly string[],
): Promise<ReadonlyArray<{ readonly subject: string; readonly rhythm: string; readonly chosenAt: Date }>> {
  if (subjects.length === 0) return [];
  const { rows } = await sql<{ subject: string; rhythm: string; chosenAt: Date }>`
    select distinct on (r.subject) r.subject, r.rhythm, r.chosen_at as "chosenAt"
    from json_array_elements_text(${asJson(subjects)}::json) as n (subject)
    join contact_rhythms r on r.subject = n.subject
    order by r.subject, r.chosen_at desc, r.id`.execute(db);
  return rows;
}

/** Whose law stood with what people chose. */
export async function jurisdictionsOfChoices(
  db: Database,
  subjects: readonly string[],
): Promise<ReadonlyArray<{ readonly subject: string; readonly jurisdiction: string }>> {
  if (subjects.length === 0) return [];
  const { rows } = await sql<{ subject: string; jurisdiction: string }>`
    select distinct c.subject, c.jurisdiction
    from json_array_elements_text(${asJson(subjects)}::json) as n (subject)
    join choices c on c.subject = n.subject
    where c.jurisdiction is not null`.execute(db);
  return rows;
}
