import type { Channel } from '../../kernel/vocabulary.ts';
import type { PersonFacts, Readable } from '../person-facts.ts';
import type { GatePolicy } from '../policy.ts';
import type { ContactCap, UseState } from '../use-state.ts';

/** A cap with the contacts that it counts: of one use, on one channel, or (`null`) of all. */
export interface CapInForce extends ContactCap {
  readonly use: string | null;
  readonly channel: Channel | null;
}

type Rhythm = PersonFacts['rhythm'] extends Readable<infer R> ? R : never;

/** What a person wishes, as a cap on everything that reaches them. */
export const RHYTHM_CAPS: Readonly<Record<Rhythm, CapInForce | null>> = {
  any: null,
  weekly: { count: 1, days: 7, use: null, channel: null },
  monthly: { count: 1, days: 30, use: null, channel: null },
};

/** Every cap that holds for a message of a use on a channel. The wish of the person comes on top: `RHYTHM_CAPS`. */
export function capsOn(
  use: Pick<UseState, 'use' | 'cap' | 'clearance'>,
  { caps }: Pick<GatePolicy, 'caps'>,
  channel: Channel,
): readonly CapInForce[] {
  const onChannel = caps.channels[channel];
  const ofClearance = (use.clearance?.conditions ?? []).flatMap(({ check }) =>
    check?.type === 'cap' ? [{ count: check.count, days: check.days }] : [],
  );
  return [
    { ...caps.all, use: null, channel: null },
    ...(onChannel === undefined ? [] : [{ ...onChannel, use: null, channel }]),
    ...[...(use.cap === null ? [] : [use.cap]), ...ofClearance].map((cap) => ({
      ...cap,
      use: use.use,
      channel: null,
    })),
  ];
}
