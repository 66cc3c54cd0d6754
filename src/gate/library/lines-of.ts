import { knownPerson } from '../known-person.ts';
import type { PersonFacts } from '../person-facts.ts';
import type { GatePolicy } from '../policy.ts';
import { ordinaryPart } from '../protection/protected-choices.ts';
import type { UseState } from '../use-state.ts';
import type { PersonLine, PolicyLine, UseLine } from './feed-lines.ts';

/** The policy as the feed tells it. */
export const policyLine = ({ caps, shadow, ...policy }: GatePolicy): PolicyLine => ({
  type: 'policy',
  ...policy,
  caps: { all: caps.all, channels: { ...caps.channels } },
  shadow: shadow.map(({ until, ...rule }) => ({ ...rule, until: until.toISOString() })),
});

/** A use as the feed tells it, with its clearance as it was signed; `null` where it has none. */
export const useLine = (
  { clearance: _, clearanceProblem, asOf: __, claims, ...state }: UseState,
  statement: string | null,
): UseLine => ({
  type: 'use',
  ...state,
  clearance: statement,
  problem: clearanceProblem?.code ?? null,
  claims: claims.map(({ freshUntil, ...claim }) => ({ ...claim, freshUntil: freshUntil.toISOString() })),
});

/**
 * A person as the feed tells them: what a sender may know. What of their choices is protected does not leave the server;
 * it is among the rests, where nothing tells it apart.
 */
export const personLine = (facts: Omit<PersonFacts, 'contacts' | 'asOf'>): PersonLine => ({
  type: 'person',
  ...knownPerson({
    ...facts,
    choices: facts.choices?.map(({ subject, state }) => ({ subject, state: ordinaryPart(state) })) ?? null,
  }),
});
