import fc from 'fast-check';
import type { KnownPerson } from '../../src/gate/known-person.ts';
import type { Contact } from '../../src/gate/person-facts.ts';
import { DEFAULT_POLICY, type GatePolicy, RULES } from '../../src/gate/policy.ts';
import type { Sending, ToldFacts } from '../../src/gate/question.ts';
import type { ContactCap, UseState } from '../../src/gate/use-state.ts';
import { BASES, type Channel } from '../../src/kernel/vocabulary.ts';
import {
  type ClearancePayload,
  ESSENTIAL_REASONS,
} from '../../src/playbook/5-oversight/clearances/statement.ts';
import { foldChoices } from '../../src/playbook/6-control/ledger/choice-state.ts';
import type { SubjectKey } from '../../src/playbook/6-control/ledger/subject-key.ts';
import { anyEvent, anyScope, PURPOSES } from '../properties/ledger-arbitraries.ts';

// Few values and times that meet `now` and the edges of windows, so that rules have something to say.

export const NOW = new Date('2026-11-01T10:00:00Z');
const DAY = 86_400_000;
export const HASH = `sha256:${'a'.repeat(64)}` as const;

const channel = fc.constantFrom<Channel>('email', 'sms', 'phone');
const near = fc.constantFrom(-2, -1, -1, 0, 1, 3).map((hours) => NOW.getTime() + hours * 3_600_000);
const edge = fc
  .tuple(fc.constantFrom(0, 1, 7, 30, 90), fc.constantFrom(-1, 0, 1))
  .map(([days, more]) => NOW.getTime() - days * DAY + more);
const unreadable = <T>(part: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(part, { freq: 12 });

const rarely = <T>(rare: T, usual: T): fc.Arbitrary<T> =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(rare) }, { weight: 11, arbitrary: fc.constant(usual) });

export const subjectOf = (number: number): SubjectKey =>
  `subject:${Buffer.from(`person ${number}`.padEnd(32, '·').slice(0, 32)).subarray(0, 32).toString('base64url')}`;

export interface WorldPerson {
  readonly known: KnownPerson;
  readonly contacts: readonly Contact[];
}

const contact: fc.Arbitrary<Contact> = fc.record({
  use: fc.constantFrom('winback', 'newsletter'),
  channel,
  at: edge.map((time) => new Date(time)),
  dispatch: fc.constantFrom(null, 'monday', 'tuesday'),
});

const person: fc.Arbitrary<Omit<WorldPerson, 'known'> & { readonly known: Omit<KnownPerson, 'subject'> }> =
  fc.record({
    known: fc.record({
      choices: unreadable(
        fc.array(
          fc
            .array(anyEvent(), { maxLength: 6 })
            .map((events) =>
              Object.fromEntries(
                Object.entries(foldChoices(events)).map(([key, { at, until }]) => [
                  key,
                  [at, until] as const,
                ]),
              ),
            ),
          { maxLength: 2 },
        ),
      ),
      rests: unreadable(
        fc.array(
          fc.tuple(
            fc.constantFrom(null, 'winback', 'newsletter'),
            fc.constantFrom(null, 'personalize', 'marketing'),
            fc.constantFrom(null, 'email', 'sms'),
            near,
          ),
          { maxLength: 2 },
        ),
      ),
      suppressions: unreadable(
        fc.array(
          fc
            .tuple(fc.constantFrom('debtors', 'left'), anyScope, fc.option(near), fc.boolean())
            .map(
              ([list, { purpose, channel: on, topic }, until, isProtected]) =>
                [list, purpose, on, topic, until, isProtected] as const,
            ),
          { maxLength: 2 },
        ),
      ),
      rhythm: unreadable(
        fc.constantFrom('any' as const, 'any' as const, 'weekly' as const, 'monthly' as const),
      ),
      age: fc.constantFrom('adult' as const, 'unknown' as const),
      zones: fc.constantFrom([], ['Europe/Berlin'], ['Europe/Berlin'], ['Europe/Berlin', 'Pacific/Auckland']),
      places: fc.constantFrom(['eu-de'], ['eu-de'], ['eu-de'], ['eu-de', 'us-ca'], []),
    }),
    contacts: fc.array(contact, { maxLength: 4 }),
  });

const cap: fc.Arbitrary<ContactCap> = fc.record({
  count: fc.constantFrom(0, 1, 2, 2, 3, 5, 5),
  days: fc.constantFrom(1, 7, 90),
});

const policy: fc.Arbitrary<GatePolicy> = fc.record({
  ...(Object.fromEntries(
    Object.entries(DEFAULT_POLICY).map(([key, value]) => [key, fc.constant(value)]),
  ) as unknown as { [K in keyof GatePolicy]: fc.Arbitrary<GatePolicy[K]> }),
  caps: fc.record({ all: cap, channels: fc.constantFrom({}, { sms: { count: 1, days: 1 } }) }),
  stalenessSeconds: fc.constantFrom(60, 60, 0),
  shadow: fc.array(
    fc.record({
      rule: fc.constantFrom(...RULES),
      owner: fc.constant('trust@harbor.example'),
      until: near.map((time) => new Date(time)),
    }),
    { maxLength: 1 },
  ),
});

const clearance: fc.Arbitrary<ClearancePayload> = fc
  .tuple(
    fc.option(fc.constantFrom(...ESSENTIAL_REASONS), { freq: 3 }),
    fc.constantFrom<ClearancePayload['conditions']>(
      [],
      [{ says: 'at most once a week', check: { type: 'cap', count: 1, days: 7 } }],
      [{ says: 'by mail alone', check: { type: 'channels', only: ['email'] } }],
    ),
  )
  .map(([essential, conditions]) => ({
    schema: 'scruple.clearance/1',
    id: 'clearance:1' as ClearancePayload['id'],
    use: 'winback',
    class: essential === null ? 'marketing' : 'essential',
    essential,
    contentHash: HASH,
    parts: {} as ClearancePayload['parts'],
    found: [],
    envelope: { variants: [{ name: 'email.txt', messageHash: HASH }], slots: [], claims: [], silent: [] },
    conditions,
    owner: 'person:owner',
    reviewers: [],
    approversNeeded: 2,
    stopOwner: 'person:stop',
    review: { id: 'review', hash: HASH },
    issuedAt: '2026-10-01T00:00:00.000Z',
    expiresAt: '2027-10-01T00:00:00.000Z',
    lineage: { full: 'clearance:1' as ClearancePayload['id'], smallChanges: 0, changedShare: 0 },
  }));

const use: fc.Arbitrary<UseState> = fc.record({
  use: fc.constant('winback'),
  kind: fc.constantFrom('campaign' as const, 'pricing' as const),
  clearance: fc.option(clearance, { freq: 10 }),
  clearanceProblem: fc.constant(null),
  isStopped: rarely(true, false),
  pausedBy: rarely<string | null>('monitor', null),
  leftInStage: rarely<number | null>(0, null),
  purpose: fc.constantFrom(...PURPOSES),
  basis: fc.constantFrom(null, ...BASES),
  channels: fc.constant(['email', 'sms', 'phone'] as const),
  topics: fc.subarray(['shoes', 'coats']),
  themes: fc.constant([]),
  jurisdictions: fc.constantFrom(['eu', 'us'], ['eu']),
  profiles: fc.boolean(),
  adultsOnly: rarely(true, false),
  cap: fc.option(cap),
  claims: fc.constant([]),
  checks: fc.constant({ assessed: [], found: [] }),
  monitors: fc.constant({}),
  asOf: fc.constant(NOW),
});

const told: fc.Arbitrary<ToldFacts> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        timeZone: fc.constantFrom('Europe/Berlin', 'Mars/Olympus'),
        jurisdiction: fc.constantFrom('eu-de', 'us-ca', 'nowhere'),
        globalPrivacyControl: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  },
);

/** One sending to some people, with everything that decides. */
export interface World {
  readonly use: UseState;
  readonly policy: GatePolicy;
  readonly sending: Sending;
  readonly asOf: Date;
  readonly people: readonly WorldPerson[];
  /** What the list tells of each row: a number of a person (of whom nothing may be known), or nobody at all. */
  readonly rows: ReadonlyArray<{ readonly person: number | null; readonly told: ToldFacts }>;
}

export const anyWorld: fc.Arbitrary<World> = fc.record({
  use,
  policy,
  sending: fc.record({
    use: fc.constant('winback'),
    channel,
    contentHash: rarely(`sha256:${'b'.repeat(64)}` as const, HASH),
    dispatch: fc.constantFrom(null, 'monday'),
    told: fc.constant({}),
  }),
  asOf: fc.constantFrom(NOW, NOW, new Date(NOW.getTime() - 61_000)),
  people: fc.array(person, { minLength: 4, maxLength: 12 }).map((people) =>
    people.map(({ known, contacts }, index) => ({
      known: { subject: subjectOf(index), ...known },
      contacts,
    })),
  ),
  rows: fc.array(fc.record({ person: fc.option(fc.nat(12), { freq: 10 }), told }), { maxLength: 30 }),
});
