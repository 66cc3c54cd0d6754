import { isUnder } from '../../../kernel/taxonomy/index.ts';
import { type Answer, answerAcross, answerTo } from '../ledger/answer.ts';
import { NOES } from '../ledger/choice-event.ts';
import { type ChoiceState, entriesOf, isNo, slotOf } from '../ledger/choice-state.ts';
import { refuses, type Scope } from '../ledger/scope.ts';

/** What somebody said to one thing; whoever said nothing has said no to what needs their yes. */
export type Said = 'yes' | 'no' | 'nothing';

/** What somebody said to a scope that names a purpose, under all their keys. A pause says nothing of it. */
export function saidTo(states: readonly ChoiceState[], scope: Scope, now: Date): Said {
  const { permitted, because } = answerAcross(states.map((state) => answered(state, scope, now)));
  return permitted ? 'yes' : (NOES as readonly string[]).includes(because) ? 'no' : 'nothing';
}

const answered = (state: ChoiceState, { purpose, channel, topic }: Scope, now: Date): Answer =>
  answerTo(
    Object.fromEntries(Object.entries(state).filter(([key]) => slotOf(key) !== 'paused')),
    {
      purpose: purpose ?? '',
      channel,
      topics: topic === null ? [] : [topic],
      themes: [],
      needsConsent: true,
    },
    now,
  );

/**
 * What a yes on the page says yes to: its scope and, by name, every narrower purpose on that channel and topic that a no
 * was said to, since a no is lifted only by a yes that names it. What a browser’s signal refused is not meant.
 */
export function yesesTo(states: readonly ChoiceState[], scope: Scope): readonly Scope[] {
  const narrower = states.flatMap((state) =>
    entriesOf(state).flatMap(({ slot, scope: no }) =>
      isNo(slot) &&
      slot !== 'gpc' &&
      no.purpose !== null &&
      no.purpose !== scope.purpose &&
      isUnder(no.purpose, scope.purpose ?? '') &&
      refuses(no, scope, slot === 'objected')
        ? [no.purpose]
        : [],
    ),
  );
  return [scope, ...[...new Set(narrower)].map((purpose) => ({ ...scope, purpose }))];
}

/**
 * Whether a no to all of a purpose stands, on every channel and for every topic, and no later yes took a part of it back.
 * A no to one channel is none to the others.
 */
export const isRefusedEverywhere = (states: readonly ChoiceState[], purpose: string): boolean =>
  states.some((state) => {
    const entries = entriesOf(state);
    return entries.some(
      ({ slot, scope, at }) =>
        isNo(slot) &&
        scope.channel === null &&
        scope.topic === null &&
        (scope.purpose === null || isUnder(purpose, scope.purpose)) &&
        !entries.some(
          (yes) =>
            yes.slot === 'yes' &&
            yes.at > at &&
            refuses({ purpose, channel: null, topic: null }, yes.scope, false),
        ),
    );
  });

/** Until when somebody paused everything; `null` where they did not. */
export function pausedUntil(states: readonly ChoiceState[], now: Date): Date | null {
  const ends = states.flatMap((state) =>
    entriesOf(state).flatMap(({ slot, scope, until }) =>
      slot === 'paused' &&
      scope.purpose === null &&
      scope.channel === null &&
      until !== null &&
      until > now.getTime()
        ? [until]
        : [],
    ),
  );
  return ends.length === 0 ? null : new Date(Math.max(...ends));
}

/** Whether a blinded theme is one that somebody is spared. */
export function isSpared(state: ChoiceState, theme: string): boolean {
  const of = entriesOf(state).filter((one) => one.theme === theme);
  const spared = of.filter(({ slot }) => slot === 'theme-spared').map(({ at }) => at);
  const welcome = of.filter(({ slot }) => slot === 'theme-welcome').map(({ at }) => at);
  return spared.length > 0 && Math.max(...spared) >= Math.max(...welcome, 0);
}

/** The yeses that count: each with what it says yes to. */
export const livingYeses = (state: ChoiceState, now: Date): readonly Scope[] =>
  entriesOf(state)
    .filter(({ slot, scope }) => slot === 'yes' && saidTo([state], scope, now) === 'yes')
    .map(({ scope }) => scope);
