import { type ChoiceEvent, type ChoiceKind, NOES, type No } from './choice-event.ts';
import type { Scope } from './scope.ts';

/** Where a choice stands last. Times are milliseconds since 1970. */
export interface Standing {
  readonly at: number;
  /** End of a yes or of a pause; `null` without one. */
  readonly until: number | null;
  readonly id: string;
}

/** What is told apart of choices: everything else is a matter of later or earlier. */
type Slot = 'yes' | No | 'paused' | 'lapsed' | 'theme-spared' | 'theme-welcome';

/**
 * What somebody's events come to: the last of each kind for each scope. Together with `join` it is a semilattice, so it
 * does not matter in which order, how often, or in how many parts the events came.
 */
export type ChoiceState = Readonly<Record<string, Standing>>;

export const NO_CHOICES: ChoiceState = {};

/** Bound by the law that `foldChoices` of any interleaving of the same events is the same. */
export const foldChoices = (events: Iterable<ChoiceEvent>, before: ChoiceState = NO_CHOICES): ChoiceState => {
  let state = before;
  for (const event of events) state = join(state, stateOf(event));
  return state;
};

/** What both come to: commutative, associative and idempotent. */
export function join(a: ChoiceState, b: ChoiceState): ChoiceState {
  const joined: Record<string, Standing> = { ...a };
  for (const [key, theirs] of Object.entries(b)) {
    const ours = joined[key];
    if (ours === undefined || isAfter(theirs, ours, slotOf(key))) joined[key] = theirs;
  }
  return joined;
}

/** What one event says by itself. An asked-for, not yet confirmed opt-in and a claim say nothing. */
export function stateOf(event: ChoiceEvent): ChoiceState {
  const slot = SLOT_OF_KIND[event.kind];
  if (slot === null || (event.kind === 'opt-in-confirmed' && event.confirms === null)) return NO_CHOICES;
  const until = slot === 'yes' ? event.validUntil : slot === 'paused' ? event.pausedUntil : null;
  return {
    [keyOf(slot, event.scope, event.theme)]: {
      at: Date.parse(event.at),
      until: until === null ? null : Date.parse(until),
      id: event.id,
    },
  };
}

const SLOT_OF_KIND: Readonly<Record<ChoiceKind, Slot | null>> = {
  given: 'yes',
  'opt-in-confirmed': 'yes',
  'opt-in-requested': null,
  claimed: null,
  objected: 'objected',
  withdrawn: 'withdrawn',
  refused: 'refused',
  gpc: 'gpc',
  paused: 'paused',
  lapsed: 'lapsed',
  'theme-spared': 'theme-spared',
  'theme-welcome': 'theme-welcome',
};

/** Later counts; of two at once the stricter; of two alike the one whose id comes first, so that the answer is one. */
function isAfter(a: Standing, b: Standing, slot: Slot): boolean {
  if (a.at !== b.at) return a.at > b.at;
  const [endA, endB] = [a.until ?? Number.POSITIVE_INFINITY, b.until ?? Number.POSITIVE_INFINITY];
  if (endA !== endB) return slot === 'yes' ? endA < endB : endA > endB;
  return a.id < b.id;
}

/** One entry of a state with its key taken apart. */
export interface Entry extends Standing {
  readonly slot: Slot;
  readonly scope: Scope;
  /** Blinded. */
  readonly theme: string | null;
}

export const entriesOf = (state: ChoiceState): readonly Entry[] =>
  Object.entries(state).map(([key, standing]) => {
    const [slot, purpose, channel, topic, theme] = key.split(BETWEEN);
    return {
      slot: slot as Slot,
      scope: {
        purpose: purpose || null,
        channel: (channel || null) as Scope['channel'],
        topic: topic || null,
      },
      theme: theme || null,
      ...standing,
    };
  });

export const isNo = (slot: Slot): slot is No => (NOES as readonly string[]).includes(slot);

/** In no purpose, channel, topic or blinded theme: see `wrongPart`. */
const BETWEEN = '|';

export const keyOf = (slot: Slot, { purpose, channel, topic }: Scope, theme: string | null): string =>
  [slot, purpose ?? '', channel ?? '', topic ?? '', theme ?? ''].join(BETWEEN);
export const slotOf = (key: string): Slot => key.slice(0, key.indexOf(BETWEEN)) as Slot;
