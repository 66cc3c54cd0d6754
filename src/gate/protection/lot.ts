import { createHmac } from 'node:crypto';
import type { SubjectKey } from '../../playbook/6-control/ledger/subject-key.ts';

/** One of the few lengths that a rest can have, and how often it falls. */
export interface RestLength {
  readonly days: number;
  /** In [0, 1]; the weights of all lengths add up to 1. */
  readonly weight: number;
}

export interface LotPolicy {
  /** Share of people who have a rest by lot at any moment, in [0, 1]. */
  readonly restShare: number;
  readonly restLengths: readonly RestLength[];
}

const DAY_MS = 86_400_000;
/** Slots in the time that one rest lasts. The more there are, the nearer starts come to those of chance events. */
const SLOTS = 8;
const DRAWS = 2 ** 32;

/**
 * The end of the rest that a person has by lot in a scope at `now`; `null` where they have none. In each slot of each
 * length a start is drawn from a keyed hash of person, scope, length and slot, at a moment that is drawn as well: the
 * same for every question, and not to be foretold without the key. At any moment a share `restShare` has one.
 */
export function lotRest(
  key: string,
  subject: SubjectKey,
  scope: string,
  { restShare, restLengths }: LotPolicy,
  now: Date,
): Date | null {
  let end = Number.NEGATIVE_INFINITY;
  const time = now.getTime();
  for (const { days, weight } of restLengths) {
    const length = days * DAY_MS;
    const slotMs = length / SLOTS;
    const chance = chancePerSlot(restShare * weight);
    if (!(chance > 0) || !(length > 0)) continue;
    const latest = Math.floor(time / slotMs);
    for (let slot = latest; slot >= latest - SLOTS; slot -= 1) {
      const drawn = createHmac('sha256', key)
        .update(`${subject}\u0000${scope}\u0000${days}\u0000${slot}`)
        .digest();
      if (drawn.readUInt32BE(0) / DRAWS >= chance) continue;
      const start = (slot + drawn.readUInt32BE(4) / DRAWS) * slotMs;
      if (start <= time && start + length > time) end = Math.max(end, start + length);
    }
  }
  return end === Number.NEGATIVE_INFINITY ? null : new Date(Math.ceil(end));
}

/** Chance of a start in a slot so that a share of all people is inside a rest at any moment: 1 − (1 − c)^8 = share. */
const chancePerSlot = (share: number): number => 1 - (1 - Math.min(1, Math.max(0, share))) ** (1 / SLOTS);
