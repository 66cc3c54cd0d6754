/** What is on record of a contact that was promised to a sender. */
export interface PromisedContact {
  readonly state: 'reserved' | 'drawn' | 'sent' | 'released';
  /** Until when the sender may send it: the end of the permit, or of the allotment. */
  readonly permittedUntil: Date;
  /** When somebody told what became of it; `null` while nobody did. */
  readonly settledAt: Date | null;
}

/**
 * The time at which a contact counts in a window: the last at which the person may have been reached. A permit that was
 * given on Monday and used on Tuesday reaches somebody on Tuesday, and one of which nobody ever tells may have been used
 * to its end. Counted from when it was promised, two messages could come within a window that allows one:
 * `test/properties/gate-interleavings.test.ts` finds the way. `null` for one that was not made.
 */
export function contactTime({ state, permittedUntil, settledAt }: PromisedContact): Date | null {
  if (state === 'released') return null;
  return state === 'sent' && settledAt !== null && settledAt < permittedUntil ? settledAt : permittedUntil;
}
