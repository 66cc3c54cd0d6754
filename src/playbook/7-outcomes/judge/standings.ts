import type { ByStratum, Comparison } from '../counts/by-stratum.ts';
import type { LiveStream } from '../counts/live-stream.ts';
import { batchBetting } from '../monitors/batch-betting.ts';
import { highestCapital } from '../monitors/betting-path.ts';
import { highestDrift } from '../monitors/drift.ts';
import { disparity, relativeToOthers } from '../monitors/relative.ts';
import { WATCHED, type Watched } from '../policy.ts';

/** How one monitor of one stream stands. */
export interface Standing {
  readonly watched: Watched;
  /** `complaints`; with `-drift`, `-disparity`, `-holdout` or `-peers` where something else is asked of the same. */
  readonly monitor: string;
  /** ln of the e-value as of now, which is what discoveries over all streams are made from; `null` where it is none. */
  readonly logEValue: number | null;
  /** ln of what warns and pauses: the most that it came to, where the promise covers that. */
  readonly reached: number;
}

/** What a stream is compared with. */
export interface Others {
  /** Everybody of the use; `null` where the stream is that. */
  readonly everybody: LiveStream | null;
  /** The same people in all uses together, this one among them; `null` where nobody asked. */
  readonly peers: ByStratum | null;
}

/** Against a bound: since the first send, and since any moment after it. `now` is in seconds. */
export function againstBound(stream: LiveStream, now: number): readonly Standing[] {
  return WATCHED.flatMap((watched): readonly Standing[] => {
    const { name, bound } = watched;
    if (bound === null) return [];
    const batches = stream.batches(name).ended(now);
    if (batches.length === 0) return [];
    const logEValue = batchBetting(batches, bound);
    return [
      { watched, monitor: name, logEValue, reached: highestCapital(batches, bound) },
      { watched, monitor: `${name}-drift`, logEValue: null, reached: highestDrift(batches, bound) },
    ];
  });
}

/** Beside others: the rest of the use, people who were left out, the same people in other uses. `now` is in seconds. */
export function besideOthers(
  { strata }: LiveStream,
  { everybody, peers }: Others,
  now: number,
): readonly Standing[] {
  const holdout = { arm: 'sent', others: { of: strata, arm: 'holdout' }, isWithin: false } as const;
  const withAll = (of: ByStratum) => ({ arm: 'sent', others: { of, arm: 'sent' }, isWithin: true }) as const;
  const rest = everybody === null ? null : telling(strata, withAll(everybody.strata));
  const leftOut = telling(strata, holdout);
  const alike = peers === null ? null : telling(strata, withAll(peers));
  return WATCHED.flatMap((watched): readonly Standing[] => {
    const { name: counted, bound } = watched;
    const standing = (suffix: string, logEValue: number): Standing => ({
      watched,
      monitor: `${counted}-${suffix}`,
      logEValue,
      reached: logEValue,
    });
    const found: Standing[] = [];
    if (rest !== null) {
      const { either, more, less } = disparity(strata.beside(rest, { counted, now }));
      // Both ways are looked at, and it is told of those who are worse off.
      found.push(standing('disparity', more > less ? either : Number.NEGATIVE_INFINITY));
    }
    // Nobody complains about what they did not get; what they take back, they take back either way.
    if (bound === null && leftOut !== null)
      found.push(standing('holdout', relativeToOthers(strata.beside(leftOut, { counted, now }))));
    if (alike !== null)
      found.push(standing('peers', relativeToOthers(strata.beside(alike, { counted, now }))));
    return found;
  });
}

/** What is compared with nobody is no hypothesis, and would dilute others. */
const telling = (strata: ByStratum, comparison: Comparison): Comparison | null =>
  strata.hasOthers(comparison) ? comparison : null;
