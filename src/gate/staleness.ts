import type { GatePolicy } from './policy.ts';

/** Clocks of two machines may differ by so much; what was read further ahead was read by a clock that is wrong. */
const AHEAD_MS = 5_000;

/** Whether something was read too long ago to be relied on, or at a time that cannot be. */
export function isStale(
  asOf: Date,
  now: Date,
  { stalenessSeconds }: Pick<GatePolicy, 'stalenessSeconds'>,
): boolean {
  const age = now.getTime() - asOf.getTime();
  return !(age >= -AHEAD_MS && age <= stalenessSeconds * 1000);
}
