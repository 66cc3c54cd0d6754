import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../check/facts/card.ts';
import type { ContentFact } from '../../../check/facts/content.ts';
import type { DataMapField } from '../../../check/facts/data-map.ts';
import {
  audienceFact,
  audiencePart,
  audienceReading,
  cardFact,
  dataMapFact,
  dataMapField,
  fieldUse,
  message,
  settingsFact,
  somewhere,
} from '../../../check/testing/builders.ts';
import { judgePaths, type PathsInput } from './judge-paths.ts';

const nothingSold: ContentFact = { calls: [], prices: [], offers: [], seenIntents: [], sells: false };
const seen = (quote: string) => [{ quote, at: somewhere() }];
const call = (does: ContentFact['calls'][number]['does']) => [{ does, quote: does, at: somewhere() }];

const input = (rest: Partial<Omit<PathsInput, 'card'>> & { card?: Partial<UseCard> } = {}): PathsInput => {
  const { card, ...others } = rest;
  return {
    settings: settingsFact(),
    dataMap: dataMapFact(),
    audience: audienceFact(),
    usedFields: { used: [] },
    content: nothingSold,
    messages: { messages: [] },
    ...others,
    card: cardFact(card),
  };
};

const given = (entry: Partial<DataMapField>, category: 'health' | null = 'health') => {
  const field = dataMapField('crm.patients.diagnosis', entry);
  const use = fieldUse('crm.patients.diagnosis', { sensitive: category === null ? [] : [category] });
  return {
    dataMap: dataMapFact([field]),
    audience: audienceFact(audiencePart([use])),
    usedFields: {
      used: [{ name: field.name, entry: field, where: 'audience' as const, decides: true, at: use.at }],
    },
    card: { purpose: 'marketing.communications.email' },
  };
};
const asked = { origin: 'provided', collectedFor: ['marketing.communications'], consent: 'C-7' } as const;

describe('asked for', () => {
  it.each([
    ['given for this purpose under a consent', input(given(asked)), true],
    ['given for a wider purpose', input(given({ ...asked, collectedFor: ['marketing'] })), true],
    ['the basis is consent', input(given({ ...asked, consent: null, basis: 'consent' })), true],
    ['seen by the data map alone', input(given({ ...asked, declaredSensitive: ['health'] }, null)), true],
    ['under no consent', input(given({ ...asked, consent: null, basis: 'contract' })), false],
    ['for another purpose', input(given({ ...asked, collectedFor: ['essential.service'] })), false],
    [
      'for a narrower purpose',
      input(given({ ...asked, collectedFor: ['marketing.communications.email.news'] })),
      false,
    ],
    ['inferred', input(given({ ...asked, origin: 'inferred' })), false],
    ['computed', input(given({ ...asked, derivedFrom: ['shop.orders.basket'] })), false],
    ['bought', input(given({ ...asked, origin: 'third-party' })), false],
    ['no purpose on the card', input({ ...given(asked), card: {} }), false],
    [
      'not in the data map',
      input({ ...given(asked), dataMap: dataMapFact(), usedFields: { used: [] } }),
      false,
    ],
    ['nothing sensitive', input(given(asked, null)), false],
    ['an audience nobody could read', input({ ...given(asked), audience: null }), false],
    [
      'a part nobody could read',
      input({
        ...given(asked),
        audience: audienceFact(audiencePart([], { reading: audienceReading([], { assessed: false }) })),
      }),
      false,
    ],
  ])('%s', (_, facts, isOpen) => {
    const { askedFor } = judgePaths(facts);
    expect(askedFor.open, askedFor.because).toBe(isOpen);
  });

  it('or a mission of the organisation, with data from its own relation to people', () => {
    const settings = settingsFact({
      missions: [{ category: 'health', ground: 'patient association, statutes §2' }],
    });
    const mission = (entry: Partial<DataMapField>) =>
      judgePaths({ ...input(given(entry)), settings }).askedFor;
    expect(mission({ origin: 'observed' })).toEqual({
      open: true,
      because:
        'serving people in matters of physical or mental health is the mission (patient association, statutes §2)',
    });
    expect(mission({ origin: 'third-party' }).open).toBe(false);
    expect(mission({ origin: 'observed', declaredSensitive: ['political'] }).open).toBe(false);
  });

  it('counts a sensitive field that a message shows', () => {
    const { card: _, ...rest } = given({ ...asked, declaredSensitive: ['health'], consent: null }, null);
    const shown = {
      used: rest.usedFields.used.map((used) => ({ ...used, where: 'message' as const, decides: false })),
    };
    const facts = input({
      ...rest,
      audience: audienceFact(),
      usedFields: shown,
      card: { purpose: 'marketing' },
    });
    expect(judgePaths(facts).askedFor.because).toContain('`crm.patients.diagnosis`');
  });
});

describe('owed', () => {
  const arrears = {
    basis: 'contract',
    purpose: 'essential.service.payment_processing',
    intent: 'inform',
  } as const;
  const due: ContentFact = { ...nothingSold, prices: seen('120 EUR'), calls: call('pay'), sells: true };
  it.each([
    ['an arrears notice with the amount due', input({ card: arrears, content: due }), true],
    [
      'a legal obligation',
      input({ card: { ...arrears, basis: 'legal-obligation', purpose: 'essential.legal_obligation' } }),
      true,
    ],
    [
      'a declared purpose under essential',
      input({
        card: { ...arrears, purpose: 'recall' },
        settings: settingsFact({ purposes: [{ key: 'recall', under: 'essential' }] }),
      }),
      true,
    ],
    [
      'a duty on record',
      input({ card: { ...arrears, purpose: 'operations', records: { duty: 'contract §4' } } }),
      true,
    ],
    ['no duty on record', input({ card: { ...arrears, purpose: 'operations' } }), false],
    ['a public task', input({ card: { ...arrears, basis: 'public-task' } }), true],
    ['a danger to life', input({ card: { ...arrears, basis: 'vital-interest' } }), true],
    [
      'a public task that advertises',
      input({ card: { ...arrears, basis: 'public-task', purpose: 'marketing' } }),
      false,
    ],
    ['it says that it keeps people', input({ card: { ...arrears, intent: 'retain' } }), false],
    ['another basis', input({ card: { ...arrears, basis: 'legitimate-interest' } }), false],
    ['no basis', input({ card: { purpose: arrears.purpose } }), false],
    ['an offer in it', input({ card: arrears, content: { ...due, offers: seen('20 % off') } }), false],
    ['a call to buy', input({ card: arrears, content: { ...due, calls: call('buy') } }), false],
    ['it says that it sells', input({ card: { ...arrears, intent: 'sell' } }), false],
    ['content nobody could read', input({ card: arrears, content: null }), false],
    ['a message nobody could read', input({ card: { ...arrears, messages: ['notice.txt'] } }), false],
    [
      'all messages read',
      input({ card: { ...arrears, messages: ['notice.txt'] }, messages: { messages: [message([])] } }),
      true,
    ],
  ])('%s', (_, facts, isOpen) => {
    const { owed } = judgePaths(facts);
    expect(owed.open, owed.because).toBe(isOpen);
  });
});

describe('protective', () => {
  const help = { intent: 'support' } as const;
  it.each([
    ['support with nothing sold', input({ card: help }), true],
    [
      'protection',
      input({ card: { intent: 'protect' }, content: { ...nothingSold, calls: call('help') } }),
      true,
    ],
    ['another intent', input({ card: { intent: 'inform' } }), false],
    ['no intent', input(), false],
    ['an offer', input({ card: help, content: { ...nothingSold, offers: seen('20 % off') } }), false],
    ['a price', input({ card: help, content: { ...nothingSold, prices: seen('49 EUR') } }), false],
    ['a price on the card', input({ card: { ...help, terms: { price: '49 EUR' } } }), false],
    ['a call to pay', input({ card: help, content: { ...nothingSold, calls: call('pay') } }), false],
    [
      'content that sells in another way',
      input({ card: help, content: { ...nothingSold, seenIntents: ['sell'] } }),
      false,
    ],
    ['content nobody could read', input({ card: help, content: null }), false],
  ])('%s', (_, facts, isOpen) => {
    const { protective } = judgePaths(facts);
    expect(protective.open, protective.because).toBe(isOpen);
  });
});

it('an offer in the content never opens a path', () => {
  const intents = fc.constantFrom('sell', 'inform', 'support', 'protect', 'collect') as fc.Arbitrary<
    UseCard['intent']
  >;
  const bases = fc.constantFrom('contract', 'legal-obligation', 'consent') as fc.Arbitrary<UseCard['basis']>;
  const purposes = fc.constantFrom('essential', 'essential.service', 'marketing', 'operations');
  fc.assert(
    fc.property(intents, bases, purposes, (intent, basis, purpose) => {
      const facts = input({ card: { intent: intent!, basis: basis!, purpose } });
      const before = judgePaths(facts);
      const after = judgePaths({ ...facts, content: { ...nothingSold, offers: seen('20 % off') } });
      for (const path of ['askedFor', 'owed', 'protective'] as const)
        expect(before[path].open || !after[path].open).toBe(true);
      expect(after.owed.open || after.protective.open).toBe(false);
    }),
  );
});
