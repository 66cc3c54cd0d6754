import {
  contactsOf,
  gateDecisionsAbout,
  listsOf,
  outcomesAbout,
} from '../../../stores/sql/repositories/about-person.ts';
import { findGatePeople } from '../../../stores/sql/repositories/gate-people.ts';
import type { Database } from '../../../stores/sql/tables/index.ts';
import type { ServerContext } from '../context.ts';
import { pseudonymOf } from '../gate/gate-secrets.ts';
import type { ShortReason } from '../gate/log-rows.ts';

/** A decision of the gate as the person, or an authority, may see it. */
export interface ToldGateDecision {
  readonly [name: string]: unknown;
  readonly use: string;
  readonly channel: string;
  /** permit, hold, deny. */
  readonly outcome: string;
  /** `protected` where the reason would tell those who send something; holds and choices of the person tell it here. */
  readonly reasons: readonly string[];
  readonly clearance: string | null;
  readonly decidedAt: string;
}

/** A send, or what followed one. */
export interface ToldSend {
  readonly [name: string]: unknown;
  readonly use: string;
  readonly what: string;
  readonly channel: string | null;
  readonly at: string;
}

/** What the gate decided about a person, latest last. It is kept for 90 days. */
export async function gateDecisionsOf(
  db: Database,
  { gate }: Pick<ServerContext, 'gate'>,
  subjects: readonly string[],
): Promise<readonly ToldGateDecision[]> {
  const rows = await gateDecisionsAbout(
    db,
    subjects.map((subject) => pseudonymOf(gate.parts.gate, subject)),
  );
  return rows.map(({ useId, channel, outcome, reasons, clearanceId, decidedAt }) => ({
    use: useId,
    channel,
    outcome,
    reasons: (reasons as readonly ShortReason[]).map(({ code }) => code),
    clearance: clearanceId,
    decidedAt: decidedAt.toISOString(),
  }));
}

/** What was promised or sent to a person, and what followed, as it was told, in the order of time. */
export async function sendsTo(db: Database, subjects: readonly string[]): Promise<readonly ToldSend[]> {
  const contacts = await contactsOf(db, subjects);
  const outcomes = await outcomesAbout(db, subjects);
  return [
    ...contacts.map(({ useId, channel, state, reservedAt, settledAt }) => ({
      use: useId,
      what: state,
      channel,
      at: (settledAt ?? reservedAt).toISOString(),
    })),
    ...outcomes.map(({ useId, type, at }) => ({
      use: useId,
      what: type,
      channel: null,
      at: at.toISOString(),
    })),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** On which suppression lists a person is. */
export async function suppressionsOf(db: Database, subjects: readonly string[]) {
  return (await listsOf(db, subjects)).map(({ id, addedAt, endsAt, ...list }) => ({
    list: id,
    ...list,
    addedAt: addedAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
  }));
}

/** Where the gate was told that a person may be. */
export async function whereaboutsOf(db: Database, subjects: readonly string[]) {
  return (await findGatePeople(db, subjects)).map(({ zones, places, isAdult, toldAt }) => ({
    zones,
    places,
    isAdult,
    toldAt: toldAt.toISOString(),
  }));
}
