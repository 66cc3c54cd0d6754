import { hash } from 'node:crypto';
import type { SubjectKey } from '../../playbook/6-control/ledger/subject-key.ts';

/** One of the few lengths that a rest can have, and how often it falls. */
export interface RestLength {
  readonly days: number;
  /** In (0, 1]; only the proportions count. */
  readonly weight: number;
}

export interface LotPolicy {
  /** Share of people who have a rest by lot in a ground at any moment, in [0, 1). */
  readonly restShare: number;
  readonly restLengths: readonly RestLength[];
}

/** A rest by lot, from its start to the time at which it is over; times in milliseconds since 1970. */
export interface LotRest {
  readonly days: number;
  readonly start: number;
  readonly end: number;
}

export const DAY_MS = 86_400_000;
/** Share of rests by lot that end before their length is over, at any time within it, as when a person changes a choice. */
export const ENDS_EARLY = 0.25;
const DRAWS = 2 ** 32;
/** Starts are drawn for so many lengths of time at once. */
const LENGTHS_IN_STRETCH = 2;
/** More starts in one stretch are too rare to be worth a draw, and one digest has no room for them. */
const MOST_STARTS = 5;

/**
 * How many rests of each length run for one person in one ground on average, so that a share `restShare` of people has
 * any at all: they come as a Poisson process, so that the share without is e to the minus of the sum (M/G/∞ queue).
 */
export function lotIntensities({ restShare, restLengths }: LotPolicy): readonly number[] {
  const share = Math.min(0.999, Math.max(0, restShare)) || 0;
  const sum = restLengths.reduce((all, { weight }) => all + weight, 0);
  return restLengths.map(({ weight }) => (sum > 0 ? (-Math.log(1 - share) * weight) / sum : 0));
}

/**
 * The rests that a person has by lot in one ground, of those that touch a time. Each length is drawn by itself: in every
 * stretch of time a Poisson number of starts, at any moment of it, from a keyed hash of person, ground, length and
 * stretch (SHA-512 with the key in front; no digest is ever shown, so that none can be continued). So it is the same for
 * every question, looks like chance, needs no memory, and cannot be foretold without the key.
 */
export function lotRests(
  key: string,
  subject: SubjectKey,
  ground: string,
  policy: LotPolicy,
  between: { readonly from: number; readonly until: number },
): readonly LotRest[] {
  const rests: LotRest[] = [];
  for (const { days, length, starts, noStart } of drawingsOf(policy)) {
    const stretchMs = LENGTHS_IN_STRETCH * length;
    const first = Math.floor((between.from - length) / stretchMs);
    const last = Math.floor(between.until / stretchMs);
    for (let stretch = first; stretch <= last; stretch += 1)
      for (const { at, lasts } of drawn(
        key,
        `${subject}\u0000${ground}\u0000${days}\u0000${stretch}`,
        starts,
        noStart,
      )) {
        const start = (stretch + at) * stretchMs;
        const end = start + lasts * length;
        if (start <= between.until && end > between.from) rests.push({ days, start, end });
      }
  }
  return rests;
}

interface Drawing {
  readonly days: number;
  readonly length: number;
  /** In a stretch, on average. */
  readonly starts: number;
  /** How likely a stretch has none. */
  readonly noStart: number;
}

/** Policies are many questions long in force, and what follows from one does not change. */
const drawings = new WeakMap<LotPolicy, readonly Drawing[]>();

function drawingsOf(policy: LotPolicy): readonly Drawing[] {
  const known = drawings.get(policy);
  if (known !== undefined) return known;
  const intensities = lotIntensities(policy);
  const found = policy.restLengths.flatMap(({ days }, index): Drawing[] => {
    const length = days * DAY_MS;
    // A quarter of them last half as long, so that there have to be a little more to keep the share.
    const starts = (LENGTHS_IN_STRETCH * intensities[index]!) / (1 - ENDS_EARLY / 2);
    return length > 0 && starts > 0 ? [{ days, length, starts, noStart: Math.exp(-starts) }] : [];
  });
  drawings.set(policy, found);
  return found;
}

/**
 * Until when a rest by lot that runs now would last in full; `null` where none runs. One that ends early says so only
 * when it does: as for a choice that the person takes back, nobody knows it before.
 */
export function lotRest(
  key: string,
  subject: SubjectKey,
  ground: string,
  policy: LotPolicy,
  now: Date,
): Date | null {
  const time = now.getTime();
  if (!Number.isFinite(time)) return null;
  const running = lotRests(key, subject, ground, policy, { from: time, until: time });
  if (running.length === 0) return null;
  return new Date(Math.max(...running.map(({ start, days }) => Math.ceil(start + days * DAY_MS))));
}

interface Draw {
  /** In [0, 1), of the stretch. */
  readonly at: number;
  /** In (0, 1], of the length. */
  readonly lasts: number;
}

const NO_DRAWS: readonly Draw[] = [];

function drawn(key: string, what: string, mean: number, none: number): readonly Draw[] {
  // As text: a buffer for each of so many digests costs more than the digest.
  const digits = hash('sha512', `${key}\u0000${what}`);
  const share = (place: number): number =>
    Number.parseInt(digits.slice(place * 8, place * 8 + 8), 16) / DRAWS;
  const draw = share(0);
  if (draw < none) return NO_DRAWS;
  return Array.from({ length: poisson(mean, draw, none) }, (_, i) => ({
    at: share(3 * i + 1),
    lasts: share(3 * i + 2) < ENDS_EARLY ? 1 - share(3 * i + 3) : 1,
  }));
}

/** The number whose share of the Poisson distribution a draw in [0, 1) falls into; `none` is the share of zero. */
function poisson(mean: number, draw: number, none: number): number {
  let [count, chance] = [0, none];
  let sum = chance;
  while (draw >= sum && count < MOST_STARTS) {
    count += 1;
    chance *= mean / count;
    sum += chance;
  }
  return count;
}
