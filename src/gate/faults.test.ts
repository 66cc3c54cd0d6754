import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { problem } from '../kernel/problem.ts';
import { foldChoices } from '../playbook/6-control/ledger/choice-state.ts';
import { EVENT } from '../playbook/6-control/testing/choices.ts';
import { decide } from './decide.ts';
import type { GatePolicy } from './policy.ts';
import type { Moment } from './rule.ts';
import { essentialUse, hoursAfter, moment, NOON, sending, use } from './testing/moments.ts';
import { type UseState, useOfClearance } from './use-state.ts';

type Fault = (one: Moment) => Moment;
const ofUse =
  (over: Partial<UseState>): Fault =>
  (one) => ({ ...one, use: { ...one.use, ...over } });
const ofPerson =
  (over: Partial<NonNullable<Moment['person']>>): Fault =>
  (one) => ({ ...one, person: { ...one.person!, ...over } });
const ofPolicy =
  (over: Partial<GatePolicy>): Fault =>
  (one) => ({ ...one, policy: { ...one.policy, ...over } });
const never = new Date(Number.NaN);
const BEFORE_1970 = new Date(-1);
const EVERYTHING = { purpose: null, channel: null, topic: null };
const tenContacts = (at: Date) =>
  ofPerson({
    contacts: Array.from({ length: 10 }, () => ({ use: 'other', channel: 'email', at, dispatch: null })),
  });
/** As JSON of another release may hold it, whatever the types say. */
const word = (text: string) => text as never;
const REVOKED = problem('clearance.revoked', 'the clearance was taken back', 'ask for the one in force');

/** What can go wrong around the gate, or stand in the way, as the rules see it. `docs/gate.md` has the same list. */
const FAULTS: Readonly<Record<string, Fault>> = {
  'no store answers: only the signed clearance is at hand': (one) => ({
    ...one,
    use: useOfClearance(one.use.clearance!),
    person: null,
  }),
  'the person cannot be told': (one) => ({ ...one, person: null }),
  'the ledger does not answer': ofPerson({ choices: null }),
  'rests do not answer': ofPerson({ rests: null }),
  'suppression lists do not answer': ofPerson({ suppressions: null }),
  'contacts do not answer': ofPerson({ contacts: null }),
  'the wish how often does not answer': ofPerson({ rhythm: null }),
  'a part of everything is gone': ofPerson({
    choices: null,
    rests: null,
    suppressions: null,
    contacts: null,
    rhythm: null,
  }),
  'what is known of the person is stale': ofPerson({ asOf: hoursAfter(-1) }),
  'what is known of the use is stale': ofUse({ asOf: hoursAfter(-1) }),
  'what is known bears no time': (one) => ofPerson({ asOf: never })(ofUse({ asOf: never })(one)),
  'what is known was read before 1970': (one) =>
    ofPerson({ asOf: BEFORE_1970 })(ofUse({ asOf: BEFORE_1970 })(one)),
  'what is known will be read in ten days': (one) =>
    ofPerson({ asOf: hoursAfter(240) })(ofUse({ asOf: hoursAfter(240) })(one)),
  'the clock jumps an hour ahead': (one) => ({ ...one, now: hoursAfter(1) }),
  'the clock jumps an hour back': (one) => ({ ...one, now: hoursAfter(-1) }),
  'a fact of a claim cannot be asked': ofUse({
    claims: [{ fact: 'k2-stock', state: 'unknown', freshUntil: NOON }],
  }),
  'a claim is not true': ofUse({
    claims: [{ fact: 'k2-stock', state: 'not-true', freshUntil: hoursAfter(1) }],
  }),
  'until when a claim is good cannot be read': ofUse({
    claims: [{ fact: 'k2-stock', state: 'true', freshUntil: never }],
  }),
  'a monitor paused the use': ofUse({ pausedBy: 'complaints' }),
  'the numbers of a monitor are missing': (one) =>
    ofUse({
      clearance: {
        ...one.use.clearance!,
        conditions: [
          { says: 'few complaints', check: { type: 'monitor', monitor: 'complaints', atMost: 0.001 } },
        ],
      },
    })(one),
  'the numbers of a monitor are none': (one) =>
    ofUse({
      clearance: {
        ...one.use.clearance!,
        conditions: [
          { says: 'few complaints', check: { type: 'monitor', monitor: 'complaints', atMost: 0.001 } },
        ],
      },
      monitors: { complaints: Number.NaN },
    })(one),
  'the stage of the roll-out is full': ofUse({ leftInStage: 0 }),
  'the stage of the roll-out is no number': ofUse({ leftInStage: Number.NaN }),
  'the basis of the use is not known': (one) => ofPerson({ choices: [] })(ofUse({ basis: null })(one)),
  'the basis of the use is a word that nobody knows': (one) =>
    ofPerson({ choices: [] })(ofUse({ basis: word('custom') })(one)),
  'the jurisdictions of the use are not known': ofUse({ jurisdictions: [] }),
  'the use is cleared for a place that does not exist': ofUse({ jurisdictions: [word('atlantis')] }),
  'nobody knows where the person lives': ofPerson({ places: [], zones: [] }),
  'the person lives in a place and a zone that do not exist': ofPerson({
    places: [word('atlantis')],
    zones: ['Atlantis/Capital'],
  }),
  'the age of the person is a word that nobody knows': (one) =>
    ofPerson({ age: word('grown') })(ofUse({ adultsOnly: true })(one)),
  'nobody knows how old the person is': (one) =>
    ofPerson({ age: 'unknown' })(ofUse({ adultsOnly: true })(one)),
  'the person never said anything': ofPerson({ choices: [] }),
  'the person stands under two keys, and said no under one of them': (one) =>
    ofPerson({
      choices: [
        ...one.person!.choices!,
        { subject: one.person!.subject, state: foldChoices([{ ...EVENT, id: 'no', kind: 'withdrawn' }]) },
      ],
    })(one),
  'the person is on a suppression list': ofPerson({
    suppressions: [
      {
        list: 'unpaid',
        scope: { purpose: null, channel: null, topic: null },
        until: hoursAfter(1),
        isProtected: false,
      },
    ],
  }),
  'the end of a suppression cannot be read': ofPerson({
    suppressions: [{ list: 'unpaid', scope: EVERYTHING, until: never, isProtected: false }],
  }),
  'the person is left alone': ofPerson({
    rests: [{ use: null, scope: { purpose: null, channel: null }, until: hoursAfter(1) }],
  }),
  'the end of a rest cannot be read': ofPerson({
    rests: [{ use: null, scope: { purpose: null, channel: null }, until: never }],
  }),
  'the person has had every contact that a cap allows': tenContacts(NOON),
  'contacts bear no time': tenContacts(never),
  'a cap is no number': ofUse({ cap: { count: Number.NaN, days: 7 } }),
  'the wish how often is a word that nobody knows': ofPerson({ rhythm: word('yearly') }),
  'how long a permit lasts is no number': ofPolicy({ permitSeconds: Number.NaN }),
  'caps are tried out until a time that cannot be read': (one) =>
    ofPolicy({ shadow: [{ rule: 'contact-cap', owner: 'crm-lead', until: never }] })(tenContacts(NOON)(one)),
  'a consent string cannot be read': (one) => ({
    ...one,
    sending: { ...one.sending, told: { consentString: '\u0000', signals: null } },
  }),
  'the sender tells a place and a zone that do not exist': (one) => ({
    ...one,
    sending: { ...one.sending, told: { jurisdiction: 'atlantis', timeZone: 'Atlantis/Capital' } },
  }),
};

describe.each(Object.entries(FAULTS))('%s', (_, fault) => {
  it('refuses the promotion, with a reason', () => {
    const said = decide(fault(moment()));
    expect(said.decision).not.toBe('permit');
    expect(said.reasons.length).toBeGreaterThan(0);
    expect(said.expiresAt).toBeNull();
  });

  it('permits what is essential', () => {
    const said = decide(fault(moment({ use: essentialUse() })));
    expect(said).toMatchObject({ decision: 'permit', reasons: [] });
    expect(said.expiresAt?.getTime()).toBeGreaterThan(NOON.getTime() - 3_600_000);
  });
});

it('the document lists the same faults', async () => {
  const text = await readFile(new URL('../../docs/gate.md', import.meta.url), 'utf8');
  const listed = text
    .split('## Faults')[1]!
    .split('\n## ')[0]!
    .matchAll(/^- (.+)$/gm);
  expect([...listed].map(([, name]) => name)).toEqual(Object.keys(FAULTS));
});

describe('without a fault', () => {
  it.each([moment(), moment({ use: essentialUse() })])('both are permitted', (one) =>
    expect(decide(one).decision).toBe('permit'),
  );
});

describe('what refuses an essential message, too', () => {
  it.each<[string, Partial<Moment>]>([
    ['no clearance', { use: use({ clearance: null }) }],
    ['a clearance that was taken back', { use: use({ clearance: null, clearanceProblem: REVOKED }) }],
    [
      'a clearance that no trusted key signed, or that cannot be read',
      {
        use: use({
          clearance: null,
          clearanceProblem: problem('clearance.unsound', 'the signature does not fit', 'ask for a review'),
        }),
      },
    ],
    ['a clock that stands before 1970', { use: essentialUse(), now: BEFORE_1970 }],
    ['a clock that tells no time', { use: essentialUse(), now: never }],
    ['a clearance that has ended', { use: essentialUse({}, { expiresAt: NOON.toISOString() }) }],
    [
      'a text that was not cleared',
      { use: essentialUse(), sending: sending({ contentHash: 'sha256:0' as never }) },
    ],
    ['a channel that is not of the use', { use: essentialUse({ channels: ['post'] }) }],
    ['a person who stopped the use', { use: essentialUse({ isStopped: true }) }],
  ])('%s', (_, over) => expect(decide(moment(over)).decision).not.toBe('permit'));

  it('cannot be tried out', () => {
    const shadow = (['clearance', 'content'] as const).map((rule) => ({
      rule,
      owner: 'crm-lead',
      until: hoursAfter(1),
    }));
    const one = moment({ use: essentialUse(), sending: sending({ contentHash: 'sha256:0' as never }) });
    expect(decide({ ...one, policy: { ...one.policy, shadow } }).decision).toBe('deny');
  });
});
