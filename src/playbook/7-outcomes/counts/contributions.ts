import type { OutcomeEvent } from '../outcome-event.ts';
import { type Arm, type Counted, countedAs } from './counted.ts';
import { lagOf } from './lag.ts';

/** One number of one cell of the counts of a use. */
export interface Contribution {
  /** As `{"age_band":"65+"}`; empty for everybody together. */
  readonly group: string;
  /** Of the send that is counted or was followed, in seconds since 1970; of what followed none its own. */
  readonly second: number;
  readonly counted: Counted;
  /** How long after the send, as a bucket of `lagOf`; 0 for what has none. */
  readonly lag: number;
  readonly arm: Arm;
  /** Of the mailbox; empty where nobody told. */
  readonly provider: string;
  readonly count: number;
}

/** Everybody together. */
export const EVERYBODY = '';

/**
 * What one person adds to the counts of one use. The counts of a use are the sum over its people, so they do not depend
 * on order, repetition, lateness, or on which machine counted whom.
 *
 * @param events all that is known of this person and use, in any order, each id once.
 */
export function contributions(events: readonly OutcomeEvent[]): readonly Contribution[] {
  const person = new PersonCounts();
  return events.toSorted(asTheyHappened).flatMap((event) => person.take(event));
}

/**
 * Goes through what happened to one person with one use, in the order of `asTheyHappened`.
 *
 * What follows counts for the last send up to then, once under each name: somebody complains once about one message.
 * What is essential is owed, so nothing of it is counted: no statistic may hold it.
 */
export class PersonCounts {
  #hasOptedOut = false;
  #last: OutcomeEvent | null = null;
  readonly #counted = new Set<Counted>();

  /** What the next event adds. */
  take(event: OutcomeEvent): readonly Contribution[] {
    const { type, at } = event;
    if (type === 'send' || type === 'holdout') {
      this.#last = event;
      this.#counted.clear();
      if (event.isEssential) return [];
      const exposed = ofGroups(event, 'exposed', 0);
      return this.#hasOptedOut && type === 'send'
        ? [...exposed, everybody(event, 'send-after-opt-out')]
        : exposed;
    }
    if (type === 'opt-out' || type === 'opt-in') this.#hasOptedOut = type === 'opt-out';
    if (type === 'opt-in') return [];
    const name = countedAs(type);
    if (this.#last === null) return [everybody(event, 'unmatched')];
    if (name === null || this.#last.isEssential || this.#counted.has(name)) return [];
    this.#counted.add(name);
    return ofGroups(this.#last, name, lagOf(at - this.#last.at));
  }
}

/** What changes in the counts when more events of one person and use become known. */
export const newContributions = (
  before: readonly OutcomeEvent[],
  more: readonly OutcomeEvent[],
): readonly Contribution[] => changedContributions(before, [...before, ...more]);

/** What changes in the counts where these events of one person and use were known, and now those are. */
export function changedContributions(
  before: readonly OutcomeEvent[],
  after: readonly OutcomeEvent[],
): readonly Contribution[] {
  const now = contributions(after);
  if (before.length === 0) return now;
  const changes = new Map<string, { contribution: Contribution; count: number }>();
  const add = (contribution: Contribution, sign: 1 | -1): void => {
    const { count, ...cell } = contribution;
    const key = Object.values(cell).join('\u0000');
    const known = changes.get(key);
    if (known === undefined) changes.set(key, { contribution, count: sign * count });
    else known.count += sign * count;
  };
  for (const one of now) add(one, 1);
  for (const one of contributions(before)) add(one, -1);
  return [...changes.values()]
    .filter(({ count }) => count !== 0)
    .map(({ contribution, count }) => ({ ...contribution, count }));
}

/** At one moment a send comes before what may have followed it; else ties go by id. */
export const asTheyHappened = (a: OutcomeEvent, b: OutcomeEvent): number =>
  a.at - b.at || rank(a) - rank(b) || (a.id < b.id ? -1 : 1);
const rank = ({ type }: OutcomeEvent): number => (type === 'send' || type === 'holdout' ? 0 : 1);

const everybody = ({ at }: OutcomeEvent, counted: Counted): Contribution => ({
  group: EVERYBODY,
  second: Math.floor(at / 1000),
  counted,
  lag: 0,
  arm: 'sent',
  provider: '',
  count: 1,
});

/** In everybody, and in each group that the send names. */
function ofGroups(exposure: OutcomeEvent, counted: Counted, lag: number): Contribution[] {
  const { at, groups, provider, type } = exposure;
  const cell = {
    second: Math.floor(at / 1000),
    counted,
    lag,
    arm: type === 'holdout' ? 'holdout' : 'sent',
    provider,
    count: 1,
  } as const;
  const named = Object.entries(groups).map(([name, value]) => JSON.stringify({ [name]: value }));
  return [EVERYBODY, ...named].map((group) => ({ group, ...cell }));
}
