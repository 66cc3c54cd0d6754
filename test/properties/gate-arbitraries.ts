import fc from 'fast-check';
import type { Contact, PersonFacts, Rest, Suppression } from '../../src/gate/person-facts.ts';
import { type GatePolicy, RULES } from '../../src/gate/policy.ts';
import type { Sending, ToldFacts } from '../../src/gate/question.ts';
import type { Moment } from '../../src/gate/rule.ts';
import {
  clearance,
  HASH,
  hoursAfter,
  NOON,
  person,
  policy,
  sending,
  use,
} from '../../src/gate/testing/moments.ts';
import type { ClaimState, UseState } from '../../src/gate/use-state.ts';
import type { Channel } from '../../src/kernel/vocabulary.ts';
import { foldChoices } from '../../src/playbook/6-control/ledger/choice-state.ts';
import { subjectNamed } from '../../src/playbook/6-control/testing/choices.ts';
import { anyEvents, anyScope } from './ledger-arbitraries.ts';

// Few values, so that rules meet, and most of them harmless, so that a permit is not a wonder.

const CHANNELS: readonly Channel[] = ['email', 'sms'];
export const mostly = <T>(usual: T, ...rare: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 6 }, { arbitrary: fc.constantFrom(...rare), weight: 1 });
const anyTime = fc.integer({ min: -40, max: 40 }).map((hours) => hoursAfter(hours * 6));
const anyUse = fc.constantFrom('winback-spring', 'vip-dinner');

export const anyChoices = fc
  .array(anyEvents, { minLength: 1, maxLength: 2 })
  .map((keys) =>
    keys.map((events, key) => ({ subject: subjectNamed(`key-${key}`), state: foldChoices(events) })),
  );
export const anyRest: fc.Arbitrary<Rest> = fc.record({
  use: fc.option(anyUse),
  scope: anyScope.map(({ purpose, channel }) => ({ purpose, channel })),
  until: anyTime,
});
export const anySuppression: fc.Arbitrary<Suppression> = fc.record({
  list: fc.constant('unpaid-orders'),
  scope: anyScope,
  until: fc.option(anyTime),
  isProtected: fc.boolean(),
});
export const anyContact: fc.Arbitrary<Contact> = fc.record({
  use: anyUse,
  channel: fc.constantFrom(...CHANNELS),
  at: anyTime,
  dispatch: fc.constantFrom(null, 'monday', 'tuesday'),
});

export const anyPerson: fc.Arbitrary<PersonFacts> = fc
  .record({
    choices: fc.oneof(fc.constant(person().choices), anyChoices),
    rests: fc.oneof(fc.constant([]), fc.array(anyRest, { maxLength: 2 })),
    suppressions: fc.oneof(fc.constant([]), fc.array(anySuppression, { maxLength: 2 })),
    contacts: fc.array(anyContact, { maxLength: 3 }),
    rhythm: mostly<PersonFacts['rhythm']>('any', 'weekly', 'monthly'),
    age: mostly<PersonFacts['age']>('adult', 'unknown'),
    zones: mostly<string[]>(
      ['Europe/Berlin'],
      [],
      ['America/New_York'],
      ['Europe/Berlin', 'America/New_York'],
    ),
    places: mostly<string[]>(['eu-de'], [], ['us-ny'], ['eu-de', 'us-tx'], ['jp']),
    asOf: mostly(NOON, hoursAfter(-1)),
  })
  .map((facts) => person(facts));

const anyClaim: fc.Arbitrary<ClaimState> = fc.record({
  fact: fc.constant('k2-stock'),
  state: mostly<ClaimState['state']>('true', 'not-true', 'unknown'),
  freshUntil: mostly(hoursAfter(24), hoursAfter(-1)),
});
export const anyUseState: fc.Arbitrary<UseState> = fc
  .record({
    kind: mostly<UseState['kind']>('campaign', 'pricing', 'offer'),
    clearance: mostly<UseState['clearance']>(
      clearance(),
      null,
      clearance({ expiresAt: NOON.toISOString() }),
      clearance({ conditions: [{ says: 'once', check: { type: 'cap', count: 1, days: 3 } }] }),
      clearance({ conditions: [{ says: 'mail', check: { type: 'channels', only: ['email'] } }] }),
    ),
    isStopped: mostly(false, true),
    pausedBy: mostly<string | null>(null, 'complaints'),
    leftInStage: mostly<number | null>(null, 0, 4),
    purpose: mostly(
      'marketing.communications.email',
      'personalize.content.profiling',
      'analytics',
      'marketing',
    ),
    basis: mostly<UseState['basis']>('consent', null, 'legitimate-interest'),
    topics: mostly<string[]>([], ['shoes'], ['shoes', 'coats']),
    jurisdictions: mostly<string[]>(['eu', 'us'], ['eu']),
    profiles: fc.boolean(),
    adultsOnly: mostly(false, true),
    cap: mostly<UseState['cap']>(null, { count: 1, days: 7 }),
    claims: fc.array(anyClaim, { maxLength: 1 }),
    asOf: mostly(NOON, hoursAfter(-1)),
  })
  .map((state) => use(state));

export const anyTold: fc.Arbitrary<ToldFacts> = fc.record(
  {
    timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Atlantis'),
    jurisdiction: fc.constantFrom('eu-de', 'us-ny', 'jp', 'atlantis'),
    globalPrivacyControl: fc.boolean(),
    consentString: fc.constant('a string'),
    signals: fc.option(
      fc.array(
        fc.record({
          scope: anyScope,
          says: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
          because: fc.constant('the string says so'),
        }),
        { maxLength: 2 },
      ),
    ),
  },
  { requiredKeys: [] },
);
export const anySending: fc.Arbitrary<Sending> = fc
  .record({
    channel: fc.constantFrom(...CHANNELS),
    contentHash: mostly(HASH, HASH.replace(/.$/, '0') as typeof HASH),
    dispatch: fc.constantFrom(null, 'monday'),
    told: fc.oneof({ arbitrary: fc.constant({}), weight: 3 }, { arbitrary: anyTold, weight: 1 }),
  })
  .map((one) => sending(one));

export const anyPolicy: fc.Arbitrary<GatePolicy> = fc
  .record({
    all: fc.constantFrom({ count: 1, days: 3 }, { count: 3, days: 7 }, { count: 9, days: 7 }),
    shadow: fc.oneof(
      { arbitrary: fc.constant([]), weight: 3 },
      {
        arbitrary: fc.array(
          fc.record({
            rule: fc.constantFrom(...RULES),
            owner: fc.constantFrom('', 'crm-lead'),
            until: fc.constantFrom(hoursAfter(-1), hoursAfter(100)),
          }),
          { maxLength: 4 },
        ),
        weight: 1,
      },
    ),
  })
  .map(({ all, shadow }) => policy({ caps: { all, channels: {} }, shadow }));

export const anyMoment: fc.Arbitrary<Moment> = fc.record({
  use: anyUseState,
  person: anyPerson,
  sending: anySending,
  policy: anyPolicy,
  now: fc.constantFrom(NOON, hoursAfter(1 / 120)),
});
