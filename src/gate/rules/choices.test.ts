import { describe, expect, it } from 'vitest';
import type { ChoiceEvent } from '../../playbook/6-control/ledger/choice-event.ts';
import { foldChoices } from '../../playbook/6-control/ledger/choice-state.ts';
import { EVENT, subjectNamed } from '../../playbook/6-control/testing/choices.ts';
import type { PersonFacts } from '../person-facts.ts';
import type { ToldFacts } from '../question.ts';
import { answer } from '../testing/answers.ts';
import { hoursAfter, person, sending, use } from '../testing/moments.ts';
import type { UseState } from '../use-state.ts';

const EVERYTHING = { purpose: null, channel: null, topic: null };
const event = (over: Partial<ChoiceEvent>, index = 0): ChoiceEvent => ({
  ...EVENT,
  id: `event-${index}`,
  ...over,
});
const who = (...keys: ReadonlyArray<ReadonlyArray<Partial<ChoiceEvent>>>): PersonFacts =>
  person({
    choices: keys.map((events, key) => ({
      subject: subjectNamed(`key-${key}`),
      state: foldChoices(events.map(event)),
    })),
  });
const YES = {};
const LATER = '2026-11-10T00:00:00.000Z';

describe('what the person chose', () => {
  it.each<[string, PersonFacts | null, string]>([
    ['yes', who([YES]), 'permit'],
    ['nothing, ever', who(), 'deny no-consent'],
    ['nothing of this', who([{ scope: { ...EVENT.scope, channel: 'sms' } }]), 'deny no-consent'],
    ['a yes that ended', who([{ validUntil: LATER }]), 'deny consent-lapsed'],
    [
      'an objection to everything',
      who([YES, { kind: 'objected', scope: EVERYTHING, at: LATER }]),
      'deny said-no',
    ],
    ['a withdrawal', who([YES, { kind: 'withdrawn', at: LATER }]), 'deny said-no'],
    ['no, under another key', who([YES], [{ kind: 'objected' }]), 'deny said-no'],
    ['yes, under another key', who([], [YES]), 'permit'],
    [
      'a pause',
      who([YES, { kind: 'paused', scope: EVERYTHING, pausedUntil: '2026-12-01T00:00:00.000Z' }]),
      'hold paused-by-person',
    ],
    ['a pause that is over', who([YES, { kind: 'paused', scope: EVERYTHING, pausedUntil: LATER }]), 'permit'],
    ['a yes that nobody can show the notice of', who([{ kind: 'claimed' }]), 'deny no-consent'],
    ['cannot be read', person({ choices: null }), 'deny choices-unknown'],
    ['is older than it may be', person({ asOf: hoursAfter(-1) }), 'deny choices-unknown'],
    ['is not known, nor is the person', null, 'deny person-unknown'],
  ])('%s', (_, facts, expected) => expect(answer({ person: facts })).toBe(expected));

  it.each<[string, PersonFacts, string]>([
    ['needs no yes', who(), 'permit'],
    ['yields to a no', who([{ kind: 'objected' }]), 'deny said-no'],
  ])('on another basis than consent %s', (_, facts, expected) =>
    expect(answer({ use: use({ basis: 'legitimate-interest' }), person: facts })).toBe(expected),
  );

  it('needs a yes where nobody knows the basis', () =>
    expect(answer({ use: use({ basis: null }), person: who() })).toBe('deny no-consent'));
});

describe('a no to profiling', () => {
  const objects = (purpose: string) => [
    YES,
    { kind: 'objected' as const, scope: { ...EVERYTHING, purpose } },
  ];

  it.each<[string, Partial<UseState>, string, string]>([
    ['is told by no code where the use profiles', { profiles: true }, 'personalize', 'hold protected'],
    ['lets pass what does not profile', {}, 'personalize', 'permit'],
    [
      'is told by no code where profiling is what it is for',
      { purpose: 'personalize.content.profiled', basis: 'contract' },
      'personalize.content',
      'hold protected',
    ],
    [
      'is told by no code in advertising either',
      { purpose: 'marketing.advertising', basis: 'contract' },
      'marketing.advertising.profiling',
      'hold protected',
    ],
  ])('%s', (_, over, purpose, expected) =>
    expect(answer({ use: use(over), person: who(objects(purpose)) })).toBe(expected),
  );

  it('is told where a browser said it, which tells everybody', () => {
    const no = { kind: 'gpc' as const, scope: { ...EVERYTHING, purpose: 'marketing.advertising.profiling' } };
    const ad = use({ purpose: 'marketing.advertising', basis: 'contract' });
    expect(answer({ use: ad, person: who([no]) })).toBe('deny privacy-signal');
  });

  it('is lifted by a later yes that names it', () => {
    const yes = { scope: { purpose: 'personalize', channel: 'email' as const, topic: null }, at: LATER };
    const no = {
      kind: 'objected' as const,
      scope: { ...EVERYTHING, purpose: 'personalize', channel: 'email' as const },
    };
    expect(answer({ use: use({ profiles: true }), person: who([YES, no, yes]) })).toBe('permit');
  });
});

describe('what is told of the moment', () => {
  const ad = use({ purpose: 'marketing.advertising.third_party.targeted', basis: 'legitimate-interest' });
  const string = { consentString: 'CP…' };
  const signal = (says: 'yes' | 'no' | 'unknown') => ({
    ...string,
    signals: [{ scope: { ...EVERYTHING, purpose: 'marketing' }, says, because: 'the string says so' }],
  });
  it.each<[string, UseState, ToldFacts, string]>([
    [
      'Global Privacy Control binds advertising across contexts',
      ad,
      { globalPrivacyControl: true },
      'deny privacy-signal',
    ],
    ['and not a letter to one’s own customers', use(), { globalPrivacyControl: true }, 'permit'],
    ['a string that nobody read', use(), string, 'deny choices-unknown'],
    ['a string that nobody can read', use(), { ...string, signals: null }, 'deny choices-unknown'],
    ['a string that says no', use(), signal('no'), 'deny said-no'],
    ['a string that says nothing', use(), signal('unknown'), 'deny choices-unknown'],
    ['a string that says yes', use(), signal('yes'), 'permit'],
  ])('%s', (_, state, told, expected) =>
    expect(answer({ use: state, sending: sending({ told }) })).toBe(expected),
  );

  it('makes no yes where the ledger has none', () =>
    expect(answer({ person: who(), sending: sending({ told: signal('yes') }) })).toBe('deny no-consent'));
});
