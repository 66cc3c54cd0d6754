/** What a use sent since anything was told of it, and how much is told of what it sends. */
export interface Silence {
  /** Contacts that the gate let go, each long enough ago that its send should have been told of. */
  readonly contacts: number;
  /** Told sends for each contact while something was told, from 0 to 1; `null` where nothing ever was. */
  readonly toldShare: number | null;
}

/** How unlikely a silence must be before it is taken for blindness (ours): the chance of a pause without harm. */
const ALPHA = 0.001;

/** How long a send may take until it is told of: mail systems deliver events within minutes, and try again for some. */
export const TOLD_WITHIN_MS = 3_600_000;

/**
 * Whether a monitor sees nothing any more: sends go on, and so many are not told of that this would happen by chance to
 * one in a thousand at most, if each is told of as often as before. Where nothing was ever told nothing is expected, so
 * that a monitor that never saw is no blind one; what it would see is 0, and that is what it says.
 */
export function isBlind({ contacts, toldShare }: Silence): boolean {
  if (toldShare === null || toldShare <= 0) return false;
  return (1 - Math.min(1, toldShare)) ** contacts <= ALPHA && contacts >= LEAST_CONTACTS;
}

/** Where everything is told of, one lost event would be blindness: a handful must be missing. */
const LEAST_CONTACTS = 10;
