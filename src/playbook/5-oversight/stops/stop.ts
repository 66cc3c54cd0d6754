import { type Problem, problem } from '../../../kernel/problem.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { may } from '../people/may.ts';
import type { Person, PersonKey } from '../people/person.ts';

/** A use that somebody stopped. While one stop of it is not lifted, nothing of it is sent. */
export interface Stop {
  readonly id: string;
  readonly use: string;
  /** `null` where an alarm stopped it. */
  readonly by: PersonKey | null;
  readonly reason: string;
  readonly at: string;
  /** A drill stops and is lifted like any other, and shows how long it takes. */
  readonly kind: 'real' | 'drill' | 'alarm';
  /** From when on the gate refused; `null` until it did. */
  readonly effectiveAt: string | null;
  readonly lifted: { readonly by: PersonKey; readonly reason: string; readonly at: string } | null;
}

/**
 * Stops a use at once: anyone with a role, without asking, with a reason.
 * Problems: `people.not-allowed`, `stop.no-reason`.
 */
export function stopUse(
  request: Pick<Stop, 'id' | 'use' | 'reason'> & { readonly kind?: 'real' | 'drill' },
  person: Person,
  now: Date,
): Result<Stop, Problem> {
  const allowed = may(person, 'use.stop', now);
  if (!allowed.ok) return allowed;
  if (!isSaid(request.reason)) return noReason();
  return ok(stopOf({ kind: 'real', ...request }, person.key, now));
}

/** The stop that an alarm of a monitor makes by itself; `reason` is the alarm's code. */
export const stopByAlarm = (request: Pick<Stop, 'id' | 'use' | 'reason'>, now: Date): Stop =>
  stopOf({ ...request, kind: 'alarm' }, null, now);

/**
 * Lifts a stop: a reviewer who is not the owner of the use, with a reason. Nothing else ends one, time least of all.
 * Problems: `people.not-allowed`, `stop.no-reason`, `stop.lifted`.
 */
export function liftStop(
  stop: Stop,
  reason: string,
  person: Person,
  owner: PersonKey | null,
  now: Date,
): Result<Stop, Problem> {
  const allowed = may(person, 'stop.lift', now, { owner });
  if (!allowed.ok) return allowed;
  if (stop.lifted !== null)
    return fail(
      problem('stop.lifted', `the stop \`${stop.id}\` was lifted on ${stop.lifted.at}`, 'reload the use'),
    );
  if (!isSaid(reason)) return noReason();
  return ok({ ...stop, lifted: { by: person.key, reason, at: now.toISOString() } });
}

/** The stops that keep a use from being sent now. */
export const stopsInForce = (stops: Iterable<Stop>, use: string): readonly Stop[] =>
  [...stops].filter((stop) => stop.use === use && stop.lifted === null);

const DAY_MS = 86_400_000;

/**
 * Whether it was shown lately that stopping works: a stop of any kind within `days` (90 by default) that took effect
 * within `minutes` (5 by default). `null` where no stop took effect in that time.
 */
export function stopDrill(
  stops: Iterable<Stop>,
  now: Date,
  { days = 90, minutes = 5 } = {},
): { readonly at: string; readonly seconds: number; readonly isFastEnough: boolean } | null {
  const last = [...stops]
    .filter(({ at, effectiveAt }) => effectiveAt !== null && now.getTime() - Date.parse(at) <= days * DAY_MS)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];
  if (last === undefined) return null;
  const seconds = (Date.parse(last.effectiveAt!) - Date.parse(last.at)) / 1000;
  return { at: last.at, seconds, isFastEnough: seconds <= minutes * 60 };
}

const stopOf = (
  { id, use, reason, kind }: Pick<Stop, 'id' | 'use' | 'reason' | 'kind'>,
  by: PersonKey | null,
  now: Date,
): Stop => ({ id, use, by, reason, at: now.toISOString(), kind, effectiveAt: null, lifted: null });

const isSaid = (reason: string): boolean => /[\p{L}\p{N}]/u.test(reason);
const noReason = (): Result<never, Problem> =>
  fail(problem('stop.no-reason', 'no reason is given', 'say in one sentence why'));
