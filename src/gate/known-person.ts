import type { Channel, Jurisdiction } from '../kernel/vocabulary.ts';
import type { ChoiceState } from '../playbook/6-control/ledger/choice-state.ts';
import type { PersonFacts, Readable, Rest, Suppression } from './person-facts.ts';

/**
 * What a gate in a sender's own process is told of one person, as it travels: everything that decides, without the ids of
 * choices and without contacts, which the server counts. Times are milliseconds since 1970.
 */
export interface KnownPerson {
  readonly subject: string;
  /** The state under each key of the person: slot and scope as `keyOf` writes them, then since when and until when. */
  readonly choices: Readable<ReadonlyArray<Readonly<Record<string, readonly [number, number | null]>>>>;
  readonly rests: Readable<
    ReadonlyArray<
      readonly [use: string | null, purpose: string | null, channel: string | null, until: number]
    >
  >;
  readonly suppressions: Readable<
    ReadonlyArray<
      readonly [
        list: string,
        purpose: string | null,
        channel: string | null,
        topic: string | null,
        until: number | null,
        isProtected: boolean,
      ]
    >
  >;
  readonly rhythm: PersonFacts['rhythm'];
  readonly age: PersonFacts['age'];
  readonly zones: readonly string[];
  readonly places: readonly string[];
}

/** How what the server knows of a person goes out to a gate. */
export const knownPerson = (facts: Omit<PersonFacts, 'contacts' | 'asOf'>): KnownPerson => ({
  subject: facts.subject,
  choices: facts.choices?.map(({ state }) => withoutIds(state)) ?? null,
  rests:
    facts.rests?.map(({ use, scope, until }) => [use, scope.purpose, scope.channel, until.getTime()]) ?? null,
  suppressions:
    facts.suppressions?.map(({ list, scope, until, isProtected }) => [
      list,
      scope.purpose,
      scope.channel,
      scope.topic,
      until?.getTime() ?? null,
      isProtected,
    ]) ?? null,
  rhythm: facts.rhythm,
  age: facts.age,
  zones: facts.zones,
  places: facts.places,
});

const withoutIds = (state: ChoiceState): Record<string, readonly [number, number | null]> =>
  Object.fromEntries(Object.entries(state).map(([key, { at, until }]) => [key, [at, until]]));

/** The part of a person that many share, with the times that are theirs alone taken out, in a fixed order. */
export interface Likeness {
  /** Since when is kept as the order in which the person chose: nothing more of it decides. */
  readonly choices: Readable<
    ReadonlyArray<ReadonlyArray<readonly [key: string, order: number, ends: boolean]>>
  >;
  readonly rests: Readable<ReadonlyArray<Omit<Rest, 'until'>>>;
  readonly suppressions: Readable<ReadonlyArray<Omit<Suppression, 'until'> & { readonly ends: boolean }>>;
  readonly rhythm: PersonFacts['rhythm'];
  readonly age: PersonFacts['age'];
  readonly zones: readonly string[];
  readonly places: readonly Jurisdiction[];
}

/** Takes apart what many share and what is one person's alone. `assemble` puts it together again. */
export function takeApart(known: KnownPerson): { readonly likeness: Likeness; readonly times: number[] } {
  const times: number[] = [];
  const ends = (until: number | null): boolean => until !== null && times.push(until) > 0;
  const order = new Map(
    [...new Set(known.choices?.flatMap((state) => Object.values(state).map(([at]) => at)) ?? [])]
      .sort((a, b) => a - b)
      .map((at, place) => [at, place]),
  );
  const likeness: Likeness = {
    choices:
      known.choices?.map((state) =>
        Object.entries(state)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, [at, until]]) => [key, order.get(at)!, ends(until)] as const),
      ) ?? null,
    rests:
      known.rests?.map(([use, purpose, channel, until]) => {
        times.push(until);
        return { use, scope: { purpose, channel: channel as Channel | null } };
      }) ?? null,
    suppressions:
      known.suppressions?.map(([list, purpose, channel, topic, until, isProtected]) => ({
        list,
        scope: { purpose, channel: channel as Channel | null, topic },
        isProtected,
        ends: ends(until),
      })) ?? null,
    rhythm: known.rhythm,
    age: known.age,
    zones: known.zones,
    places: known.places,
  };
  return { likeness, times };
}

export type AssembledFacts = Pick<
  PersonFacts,
  'rests' | 'suppressions' | 'rhythm' | 'age' | 'zones' | 'places'
> & { readonly states: Readable<readonly ChoiceState[]> };

/** The facts of a person from what they share with others and their own times, read one after the other. */
export function assemble(likeness: Likeness, nextTime: () => number): AssembledFacts {
  const states = likeness.choices?.map((entries) => {
    const state: Record<string, ChoiceState[string]> = {};
    for (const [key, order, ends] of entries)
      state[key] = { at: order, until: ends ? nextTime() : null, id: '' };
    return state;
  });
  const rests = likeness.rests?.map((rest) => ({ ...rest, until: new Date(nextTime()) }));
  const suppressions = likeness.suppressions?.map(({ ends, ...suppression }) => ({
    ...suppression,
    until: ends ? new Date(nextTime()) : null,
  }));
  const { rhythm, age, zones, places } = likeness;
  return {
    states: states ?? null,
    rests: rests ?? null,
    suppressions: suppressions ?? null,
    rhythm,
    age,
    zones,
    places,
  };
}
