import { forgetSketches } from '../../../stores/sql/repositories/gate-audit-sketches.ts';
import { forgetChanges } from '../../../stores/sql/repositories/gate-changes.ts';
import { forgetContacts } from '../../../stores/sql/repositories/gate-contacts.ts';
import { forgetGateDecisions, mergeGateCounts } from '../../../stores/sql/repositories/gate-decisions.ts';
import { forgetSendIncidents } from '../../../stores/sql/repositories/send-incidents.ts';
import { forgetSuppressed } from '../../../stores/sql/repositories/suppression-lists.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import { LONGEST_CAP_DAYS, LONGEST_LEASE_DAYS } from './gate-policy.ts';
import { LONGEST_CAUSE_DAYS } from './gather-people.ts';

/** Days that decisions stay with their reasons; afterwards they are counts. */
export const DECISIONS_KEPT_DAYS = 90;
/** Days that counts stay by day, use and channel, some thirteen months, afterwards by month alone; incidents go. */
export const COUNTS_KEPT_DAYS = 396;
/** Hours that a gate in a process of its own may be away before it takes everything anew. */
export const CHANGES_KEPT_HOURS = 24;

/**
 * Forgets what the gate no longer needs: contacts that no cap looks back to, rows of lists that have ended, decisions
 * and their reasons, which day a count is of, and what gates
 * were told. Gives how many rows went.
 */
export async function forgetOfGate(db: Database, now: Date, before: (days: number) => Date): Promise<number> {
  const contacts = await forgetContacts(db, before(LONGEST_CAP_DAYS + LONGEST_LEASE_DAYS + 1));
  const suppressed = await forgetSuppressed(db, now, before(LONGEST_CAUSE_DAYS));
  const decisions = await forgetGateDecisions(db, before(DECISIONS_KEPT_DAYS));
  const sketches = await forgetSketches(db, before(DECISIONS_KEPT_DAYS));
  // Whole months, so that a month is made of all of its days or of none.
  const counts = await mergeGateCounts(db, `${before(COUNTS_KEPT_DAYS).toISOString().slice(0, 7)}-01`);
  const changes = await forgetChanges(db, CHANGES_KEPT_HOURS);
  const incidents = await forgetSendIncidents(db, before(COUNTS_KEPT_DAYS));
  return contacts + suppressed + decisions + sketches + counts + changes + incidents;
}
