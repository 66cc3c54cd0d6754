import { sql } from 'kysely';
import { asJson } from '../tables/column-types.ts';
import type { Database, NewRow } from '../tables/index.ts';
import { type GateCount, inOrderOfKeys } from './gate-decisions.ts';

/** What comes of questions that were decided together. */
export interface Decided {
  readonly contacts: ReadonlyArray<NewRow<'gateContacts'>>;
  readonly decisions: ReadonlyArray<NewRow<'gateDecisions'>>;
  readonly counts: readonly GateCount[];
}

/**
 * Writes new contacts, decisions and their counts in one statement of a text that is always the same: rows come as one
 * list each, so that a thousand of them are read no slower than the same text in one.
 */
export async function addDecided(db: Database, { contacts, decisions, counts }: Decided): Promise<void> {
  if (decisions.length === 0 && contacts.length === 0) return;
  await sql`
    with contacts as (
      insert into gate_contacts (id, subject, use_id, channel, dispatch, lease_id, decision_id, holder, state,
        reserved_at, permitted_until, settled_at)
      select * from json_to_recordset(${asJson(contacts)}::json) as c ("id" text, "subject" text, "useId" text,
        "channel" text, "dispatch" text, "leaseId" text, "decisionId" text, "holder" text, "state" text,
        "reservedAt" timestamptz, "permittedUntil" timestamptz, "settledAt" timestamptz)
    ), decisions as (
      insert into gate_decisions (id, pseudonym, use_id, version_id, clearance_id, channel, dispatch, outcome, codes,
        reasons, shadow, sealed, inputs, door, decided_at, permitted_until, logged_at)
      select id, pseudonym, "useId", "versionId", "clearanceId", channel, dispatch, outcome, codes, reasons::json,
        shadow::json, sealed, inputs::json, door, "decidedAt", "permittedUntil", "loggedAt"
      from json_to_recordset(${asJson(decisions)}::json) as d (id text, pseudonym text, "useId" text,
        "versionId" text, "clearanceId" text, channel text, dispatch text, outcome text, codes text, reasons text,
        shadow text, sealed text, inputs text, door text, "decidedAt" timestamptz, "permittedUntil" timestamptz,
        "loggedAt" timestamptz)
    )
    insert into gate_counts (day, use_id, channel, mode, outcome, code, decisions)
    select * from json_to_recordset(${asJson(inOrderOfKeys(counts))}::json) as n ("day" text, "useId" text,
      "channel" text, "mode" text, "outcome" text, "code" text, "decisions" bigint)
    on conflict (day, use_id, channel, mode, outcome, code)
      do update set decisions = gate_counts.decisions + excluded.decisions`.execute(db);
}
