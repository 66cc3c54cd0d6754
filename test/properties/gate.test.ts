import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, prepare } from '../../src/gate/decide.ts';
import { OUTCOMES, type Outcome } from '../../src/gate/decision.ts';
import { RULES } from '../../src/gate/policy.ts';
import type { Moment } from '../../src/gate/rule.ts';
import { ALL_RULES } from '../../src/gate/rules/index.ts';
import { NEVER_TRIED } from '../../src/gate/shadow.ts';
import { essentialUse, HASH, moment, sending } from '../../src/gate/testing/moments.ts';
import { join, stateOf } from '../../src/playbook/6-control/ledger/choice-state.ts';
import { anyContact, anyMoment, anyPerson, anyRest, anySuppression, anyTold } from './gate-arbitraries.ts';
import { anyNo } from './ledger-arbitraries.ts';

const RUNS = { numRuns: 400 };
const strictness = (moment: Moment): number => OUTCOMES.indexOf(decide(moment).decision);
const withPerson = (moment: Moment, over: Partial<NonNullable<Moment['person']>>): Moment => ({
  ...moment,
  person: { ...moment.person!, ...over },
});

/** Every way in which something can come to be not known. */
const REMOVALS: Readonly<Record<string, (moment: Moment) => Moment>> = {
  'the person': (one) => ({ ...one, person: null }),
  'what they chose': (one) => withPerson(one, { choices: null }),
  'that they ever chose anything': (one) => withPerson(one, { choices: [] }),
  'their rests': (one) => withPerson(one, { rests: null }),
  'the suppression lists': (one) => withPerson(one, { suppressions: null }),
  'how often they were reached': (one) => withPerson(one, { contacts: null }),
  'how often they wish to be reached': (one) => withPerson(one, { rhythm: null }),
  'their age': (one) => withPerson(one, { age: 'unknown' }),
  'their zones': (one) => withPerson(one, { zones: [] }),
  'their places': (one) => withPerson(one, { places: [] }),
  'when this was true': (one) => withPerson(one, { asOf: new Date(Number.NaN) }),
  'the clearance': (one) => ({ ...one, use: { ...one.use, clearance: null } }),
  'what its claims rest on': (one) => ({
    ...one,
    use: { ...one.use, claims: one.use.claims.map((claim) => ({ ...claim, state: 'unknown' as const })) },
  }),
  'the basis': (one) => ({ ...one, use: { ...one.use, basis: null } }),
  'the jurisdictions of the use': (one) => ({ ...one, use: { ...one.use, jurisdictions: [] } }),
  'when the use was read': (one) => ({ ...one, use: { ...one.use, asOf: new Date(Number.NaN) } }),
  'what time it is': (one) => ({ ...one, now: new Date(Number.NaN) }),
};

describe('the worlds that are made up', () => {
  it('are permitted, held and denied, each often enough for a law to mean something', () => {
    const seen = new Map<Outcome, number>();
    for (const one of fc.sample(anyMoment, 1_000)) {
      const { decision } = decide(one);
      seen.set(decision, (seen.get(decision) ?? 0) + 1);
    }
    for (const outcome of OUTCOMES) expect(seen.get(outcome) ?? 0, outcome).toBeGreaterThan(15);
  });
});

describe('what is not known', () => {
  // A choice that nobody ever made is a fact about choices, and its absence may undo a no: see the law on opt-outs.
  const names = Object.keys(REMOVALS).filter((name) => name !== 'that they ever chose anything');
  it.each(names)('never turns a refusal into a permit: %s', (name) => {
    fc.assert(
      fc.property(
        anyMoment,
        (one) => decide(one).decision !== 'deny' || decide(REMOVALS[name]!(one)).decision !== 'permit',
      ),
      RUNS,
    );
  });

  it('never turns a refusal into a permit, however much of it', () => {
    fc.assert(
      fc.property(anyMoment, fc.subarray(names, { minLength: 2 }), (one, some) => {
        const removed = some.reduce(
          (moment, name) => (moment.person === null ? moment : REMOVALS[name]!(moment)),
          one,
        );
        return decide(one).decision !== 'deny' || decide(removed).decision !== 'permit';
      }),
      RUNS,
    );
  });

  it('never permits what needs a yes to somebody who never said anything', () => {
    fc.assert(
      fc.property(anyMoment, (one) => {
        const silent = REMOVALS['that they ever chose anything']!({
          ...one,
          policy: { ...one.policy, shadow: [] },
        });
        const needsYes = silent.use.basis === 'consent' || silent.use.basis === null;
        return !needsYes || decide(silent).decision === 'deny';
      }),
      RUNS,
    );
  });
});

describe('one more', () => {
  it('no of the person never makes an answer milder', () => {
    fc.assert(
      fc.property(anyMoment, anyNo, fc.nat(1), (one, no, key) => {
        const choices = one.person!.choices!;
        const more = choices.map((keyed, index) =>
          index === key % choices.length
            ? { ...keyed, state: join(keyed.state, stateOf({ ...no, id: 'one-more' })) }
            : keyed,
        );
        return strictness(withPerson(one, { choices: more })) >= strictness(one);
      }),
      RUNS,
    );
  });

  it.each([
    [
      'rest',
      anyRest.map((rest) => (one: Moment) => withPerson(one, { rests: [...one.person!.rests!, rest] })),
    ],
    [
      'row of a suppression list',
      anySuppression.map(
        (row) => (one: Moment) => withPerson(one, { suppressions: [...one.person!.suppressions!, row] }),
      ),
    ],
    [
      'contact',
      anyContact.map(
        (contact) => (one: Moment) => withPerson(one, { contacts: [...one.person!.contacts!, contact] }),
      ),
    ],
    [
      'place where they may live',
      fc.constantFrom('eu-fr', 'us-ri', 'jp').map((place) => (one: Moment) => {
        const { places } = one.person!;
        return places.length === 0 ? one : withPerson(one, { places: [...places, place] });
      }),
    ],
    [
      'zone where they may be',
      fc.constantFrom('Asia/Tokyo', 'America/New_York').map((zone) => (one: Moment) => {
        const { zones } = one.person!;
        return zones.length === 0 ? one : withPerson(one, { zones: [...zones, zone] });
      }),
    ],
  ])('%s never makes an answer milder', (_, anyMore) => {
    fc.assert(
      fc.property(anyMoment, anyMore, (one, more) => strictness(more(one)) >= strictness(one)),
      RUNS,
    );
  });

  it('fact that the sender tells never makes an answer milder', () => {
    fc.assert(
      fc.property(anyMoment, anyTold, (one, told) => {
        const silent = { ...one, sending: { ...one.sending, told: {} } };
        return strictness({ ...one, sending: { ...one.sending, told } }) >= strictness(silent);
      }),
      RUNS,
    );
  });

  it('rule never makes an answer milder, nor takes a reason away', () => {
    fc.assert(
      fc.property(anyMoment, fc.subarray([...ALL_RULES]), (one, some) => {
        const [few, all] = [prepare(one.use, one.policy, some)(one), decide(one)];
        return (
          OUTCOMES.indexOf(all.decision) >= OUTCOMES.indexOf(few.decision) &&
          few.reasons.every(({ code }) => all.reasons.some((reason) => reason.code === code))
        );
      }),
      RUNS,
    );
  });
});

describe('the order of rules', () => {
  it('changes nothing', () => {
    fc.assert(
      fc.property(
        anyMoment,
        fc.shuffledSubarray([...ALL_RULES], { minLength: ALL_RULES.length }),
        (one, shuffled) => isDeepStrictEqual(prepare(one.use, one.policy, shuffled)(one), decide(one)),
      ),
      RUNS,
    );
  });
});

describe('a decider that was prepared', () => {
  it('answers many people as each is answered alone', () => {
    fc.assert(
      fc.property(anyMoment, fc.array(anyPerson, { minLength: 1, maxLength: 5 }), (one, people) => {
        const decider = prepare(one.use, one.policy);
        return people.every((person) =>
          isDeepStrictEqual(decider({ ...one, person }), decide({ ...one, person })),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('what is essential', () => {
  it('is permitted by letter whoever it is for, whatever they chose, and whatever of it can be read', () => {
    fc.assert(
      fc.property(anyMoment, fc.subarray(Object.keys(REMOVALS)), (one, some) => {
        const broken = some
          .filter((name) => !['the clearance', 'what time it is'].includes(name))
          .reduce((moment, name) => (moment.person === null ? moment : REMOVALS[name]!(moment)), one);
        const { isStopped: _, clearance: __, ...state } = broken.use;
        const sent = { ...broken.sending, channel: 'email' as const, contentHash: HASH };
        const said = decide({ ...broken, use: essentialUse(state), sending: sent });
        return said.decision === 'permit' && said.shadow.length === 0;
      }),
      RUNS,
    );
  });
});

describe('being left alone', () => {
  const anyRests = fc.array(anyRest, { minLength: 1, maxLength: 4 });

  it('changes nothing about what is essential', () => {
    fc.assert(
      fc.property(anyMoment, anyRests, (one, rests) => {
        const owed = { ...one, use: essentialUse() };
        return isDeepStrictEqual(
          decide(withPerson(owed, { rests })),
          decide(withPerson(owed, { rests: [] })),
        );
      }),
      RUNS,
    );
  });

  it.each([
    ['message of service', { purpose: 'essential.service.notifications.email' }],
    ['help with a product', { purpose: 'functional.service' }],
    ['price', { kind: 'pricing' }],
    ['place in a queue', { kind: 'service-routing' }],
    ['decision on who may have something', { kind: 'eligibility' }],
  ] as const)('changes nothing about a %s', (_, over) => {
    fc.assert(
      fc.property(anyMoment, anyRests, (one, rests) => {
        const state = { ...one, use: { ...one.use, ...over, profiles: false } };
        return isDeepStrictEqual(
          decide(withPerson(state, { rests })),
          decide(withPerson(state, { rests: [] })),
        );
      }),
      RUNS,
    );
  });

  it('tells nothing but the one code, and no time', () => {
    fc.assert(
      fc.property(anyMoment, anyRests, (one, rests) => {
        const [before, after] = [decide(withPerson(one, { rests: [] })), decide(withPerson(one, { rests }))];
        const added = after.reasons.filter(
          ({ code }) => !before.reasons.some((reason) => reason.code === code),
        );
        return added.every((reason) => reason.code === 'protected' && reason.retryAfter === null);
      }),
      RUNS,
    );
  });
});

describe('a rule that is tried out', () => {
  const inAWeek = (rule: (typeof RULES)[number], from: Date) => ({
    rule,
    owner: 'crm-lead',
    until: new Date(from.getTime() + 7 * 86_400_000),
  });

  it('never makes an answer stricter, and what it would have done is told', () => {
    fc.assert(
      fc.property(anyMoment, fc.constantFrom(...RULES), (one, rule) => {
        const bound = decide({ ...one, policy: { ...one.policy, shadow: [] } });
        const tried = decide({ ...one, policy: { ...one.policy, shadow: [inAWeek(rule, one.now)] } });
        const codes = new Set([...tried.reasons, ...tried.shadow].map(({ code }) => code));
        return (
          OUTCOMES.indexOf(tried.decision) <= OUTCOMES.indexOf(bound.decision) &&
          bound.reasons.every(({ code }) => codes.has(code))
        );
      }),
      RUNS,
    );
  });

  it('still refuses by everything that is firm', () => {
    fc.assert(
      fc.property(anyMoment, fc.subarray([...RULES]), (one, rules) => {
        const bound = decide({ ...one, policy: { ...one.policy, shadow: [] } });
        const tried = decide({
          ...one,
          policy: { ...one.policy, shadow: rules.map((rule) => inAWeek(rule, one.now)) },
        });
        return bound.reasons
          .filter(({ isFirm }) => isFirm)
          .every(({ code }) => tried.reasons.some((reason) => reason.code === code));
      }),
      RUNS,
    );
  });

  it.each([...NEVER_TRIED])('is never the rule of %s', (rule) => {
    fc.assert(
      fc.property(anyMoment, (one) => {
        const bound = decide({ ...one, policy: { ...one.policy, shadow: [] } });
        return isDeepStrictEqual(
          decide({ ...one, policy: { ...one.policy, shadow: [inAWeek(rule, one.now)] } }),
          bound,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('binds from its end on', () => {
    fc.assert(
      fc.property(anyMoment, fc.constantFrom(...RULES), (one, rule) => {
        const over = { ...one.policy, shadow: [{ rule, owner: 'crm-lead', until: one.now }] };
        return isDeepStrictEqual(
          decide({ ...one, policy: over }),
          decide({ ...one, policy: { ...one.policy, shadow: [] } }),
        );
      }),
      RUNS,
    );
  });

  it('needs an owner', () => {
    const shadow = [{ rule: 'content' as const, owner: '', until: new Date('2027-01-01') }];
    const wrong = sending({ contentHash: 'sha256:0' as never });
    const one = moment({ sending: wrong });
    expect(decide({ ...one, policy: { ...one.policy, shadow } }).decision).toBe('deny');
    const owned = [{ ...shadow[0]!, owner: 'crm-lead' }];
    expect(decide({ ...one, policy: { ...one.policy, shadow: owned } })).toMatchObject({
      decision: 'permit',
      shadow: [{ code: 'content-not-cleared' }],
    });
  });
});
