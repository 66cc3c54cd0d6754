import type { NormId } from '../../../kernel/norms/index.ts';
import { type Incident, toTell, unproven, wasTold } from './incident.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** GDPR art. 33(1): not later than 72 hours after having become aware of a breach. Hours of the calendar. */
export const AUTHORITY_HOURS = 72;
/** Ours: no law says how soon a remedy is decided and done. */
export const DECIDE_DAYS = 7;
export const PROVE_DAYS = 30;

/** Something that is to happen until a moment. */
export interface IncidentClock {
  readonly what: 'authority' | 'remedy' | 'proof';
  readonly dueAt: string;
  /** `null` where the time is ours. */
  readonly norm: NormId | null;
  /** `stopped` where nothing is owed any more, in time or not. */
  readonly runs: boolean;
  /** Whether it happened late, or is late by now. */
  readonly isLate: boolean;
}

/**
 * The clocks of an incident as they stand. That of the authority runs from when it was known, also while nobody has decided
 * whether it is a breach: the decision does not make the time longer.
 */
export function clocksOf(incident: Incident, now: Date): readonly IncidentClock[] {
  const isOpen = incident.state !== 'closed';
  const clock = (
    what: IncidentClock['what'],
    from: string,
    milliseconds: number,
    norm: NormId | null,
    doneAt: string | null,
    runs: boolean,
  ): IncidentClock => {
    const due = Date.parse(from) + milliseconds;
    const until = doneAt === null ? (runs ? now.getTime() : due) : Date.parse(doneAt);
    return { what, dueAt: new Date(due).toISOString(), norm, runs, isLate: until > due };
  };
  const { notice, told, knownSince, openedAt, remedy, proofs } = incident;
  const owed = notice === null || toTell(incident).includes('authority');
  const told33 = told.find(({ whom }) => whom === 'authority');
  const last =
    proofs
      .map(({ doneOn }) => doneOn)
      .sort()
      .at(-1) ?? null;
  const isProven = remedy !== null && unproven(incident).length === 0;
  return [
    clock(
      'authority',
      knownSince,
      AUTHORITY_HOURS * HOUR_MS,
      'eu-gdpr-33',
      owed ? (told33?.on ?? null) : null,
      isOpen && owed && !wasTold(incident, 'authority'),
    ),
    clock('remedy', openedAt, DECIDE_DAYS * DAY_MS, null, remedy?.at ?? null, isOpen && remedy === null),
    clock('proof', openedAt, PROVE_DAYS * DAY_MS, null, isProven ? last : null, isOpen && !isProven),
  ];
}

/** When the next clock that runs ends; `null` where none does. */
export function nextDue(incident: Incident): Date | null {
  const due = clocksOf(incident, new Date(0)).filter(({ runs }) => runs);
  return due.length === 0 ? null : new Date(Math.min(...due.map(({ dueAt }) => Date.parse(dueAt))));
}
