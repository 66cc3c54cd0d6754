import type { Waiver, WaiversFact } from './facts/waivers.ts';
import type { Outcome } from './finding.ts';
import { outcome } from './run.ts';

/** Renewals that a waiver may have; one more and it waives nothing. */
export const MAXIMUM_RENEWALS = 2;

/**
 * Applies the waivers of one use to its outcomes. A waiver covers all findings of its check; one that is expired,
 * renewed too often or owned by the owner of the use covers nothing, and its state says why.
 */
export function waive(
  outcomes: readonly Outcome[],
  waivers: readonly Waiver[],
  useOwner: string | undefined,
  now: Date,
): { readonly outcomes: readonly Outcome[]; readonly waivers: WaiversFact['waivers'] } {
  const states = waivers.map((waiver) => {
    if (endOfDay(waiver.until) < now) return { waiver, state: 'expired' as const };
    if (waiver.renewals > MAXIMUM_RENEWALS) return { waiver, state: 'renewed-too-often' as const };
    if (useOwner !== undefined && waiver.owner === useOwner)
      return { waiver, state: 'owned-by-use' as const };
    const covers = outcomes.some((one) => one.check === waiver.check && one.findings.length > 0);
    return { waiver, state: covers ? ('in-force' as const) : ('unused' as const) };
  });
  const inForce = new Map(
    states.filter(({ state }) => state === 'in-force').map(({ waiver }) => [waiver.check, waiver.id]),
  );
  return {
    outcomes: outcomes.map((one) => {
      const waivedBy = inForce.get(one.check);
      if (waivedBy === undefined) return one;
      return outcome(
        one.check,
        one.findings.map((finding) => ({ ...finding, waivedBy })),
        one.notAssessed,
      );
    }),
    waivers: states,
  };
}

/** A date without a time holds to the end of that day, in UTC. */
const endOfDay = (until: string): Date =>
  new Date(/^\d{4}-\d{2}-\d{2}$/.test(until) ? `${until}T23:59:59.999Z` : until);
