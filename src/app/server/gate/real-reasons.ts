import type { GatePolicy } from '../../../gate/policy.ts';
import { restBinds } from '../../../gate/protection/rest-binds.ts';
import { restsOf } from '../../../gate/protection/rests.ts';
import type { UseState } from '../../../gate/use-state.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';
import type { GatheredPerson } from './gather-people.ts';

/** What lies behind `protected`: the causes that keep this use from the person on this channel; `lot` where none does. */
export function realReasons(
  person: GatheredPerson,
  use: UseState,
  channel: Channel,
  policy: GatePolicy,
  lotKey: string,
  now: Date,
): readonly string[] {
  const withoutLots = { ...policy, restShare: 0 };
  const binding = person
    .causesFor(use)
    .filter((cause) =>
      restsOf(lotKey, person.person, [cause], [use], withoutLots, now).some((rest) =>
        restBinds(rest, use, channel, now),
      ),
    )
    .map(({ type }) => type);
  const real = [...new Set(binding)];
  return real.length === 0 ? ['lot'] : real;
}
