import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { ContentFact } from '../../../../check/facts/content.ts';
import {
  adviceOf,
  audienceFact,
  audiencePart,
  audienceReading,
  cardFact,
  fieldUse,
  pathsFact,
  run,
  settingsFact,
  somewhere,
} from '../../../../check/testing/builders.ts';
import { BASES, CHANNELS } from '../../../../kernel/vocabulary.ts';
import { judgeBasis } from './basis-matrix.ts';
import check from './check.ts';

const silent: ContentFact = { calls: [], prices: [], offers: [], seenIntents: [], sells: false };
const selling: ContentFact = {
  ...silent,
  offers: [{ quote: '20 % off', at: somewhere() }],
  seenIntents: ['sell'],
  sells: true,
};
const mail: Partial<UseCard> = {
  purpose: 'marketing.communications.email',
  channels: ['email'],
  jurisdictions: ['eu'],
};
const service: Partial<UseCard> = { purpose: 'essential.service', channels: ['email'], basis: 'contract' };
const sick = fieldUse('crm.people.diagnosis', { sensitive: ['health'] });

const judge = (
  card: Partial<UseCard>,
  rest: {
    content?: ContentFact;
    fields?: ReturnType<typeof fieldUse>[];
    open?: Parameters<typeof pathsFact>[0];
    assessed?: boolean;
  } = {},
) =>
  run(check, {
    card: cardFact(card),
    settings: settingsFact({ jurisdictions: ['eu'] }),
    audience: audienceFact(
      audiencePart([], { reading: audienceReading(rest.fields ?? [], { assessed: rest.assessed ?? true }) }),
    ),
    usedFields: { used: [] },
    content: rest.content ?? silent,
    paths: pathsFact(rest.open),
  });

describe('use-legal-basis', () => {
  it.each<[string, ReturnType<typeof judge>, string[]]>([
    ['no basis', judge(mail), ['no-basis']],
    ['marketing mail by consent', judge({ ...mail, basis: 'consent' }), []],
    ['marketing mail by contract', judge({ ...mail, basis: 'contract' }), ['does-not-fit']],
    [
      'news to members by contract',
      judge({ ...mail, basis: 'contract', intent: 'inform' }, { open: { askedFor: 'the mission' } }),
      ['to-members'],
    ],
    ['the same without a path', judge({ ...mail, basis: 'contract', intent: 'inform' }), ['does-not-fit']],
    [
      'the same with a sale',
      judge(
        { ...mail, basis: 'contract', intent: 'inform' },
        { open: { askedFor: 'the mission' }, content: selling },
      ),
      ['does-not-fit'],
    ],
    [
      'the same that asks for gifts',
      judge({ ...mail, basis: 'contract', intent: 'collect' }, { open: { askedFor: 'the mission' } }),
      ['does-not-fit'],
    ],
    ['marketing mail by legitimate interest', judge({ ...mail, basis: 'legitimate-interest' }), ['to-weigh']],
    [
      'in the United Kingdom',
      judge({ ...mail, basis: 'legitimate-interest', jurisdictions: ['uk'] }),
      ['to-weigh'],
    ],
    [
      'near miss: in the United States',
      judge({ ...mail, basis: 'legitimate-interest', jurisdictions: ['us-ca'] }),
      [],
    ],
    [
      'a marketing text in the United States',
      judge({ ...mail, basis: 'legitimate-interest', jurisdictions: ['us-ca'], channels: ['sms'] }),
      ['does-not-fit'],
    ],
    [
      'the jurisdiction of the company',
      judge({ ...mail, basis: 'contract', jurisdictions: undefined! }),
      ['does-not-fit'],
    ],
    [
      'a letter by legitimate interest',
      judge({ ...mail, basis: 'legitimate-interest', channels: ['post'] }),
      [],
    ],
    ['a letter by contract', judge({ ...mail, basis: 'contract', channels: ['post'] }), ['does-not-fit']],
    ['a service mail by contract', judge(service), []],
    ['a service mail that says it sells', judge({ ...service, intent: 'sell' }), ['does-not-fit']],
    ['a service mail with an offer in it', judge(service, { content: selling }), ['content-does-not-fit']],
    [
      'near miss: an owed mail with an amount due',
      judge(service, { content: selling, open: { owed: 'a duty' } }),
      [],
    ],
    [
      'an uploaded audience',
      judge(
        { ...mail, basis: 'legitimate-interest', channels: ['ad'] },
        { fields: [fieldUse('shop.orders.total')] },
      ),
      ['does-not-fit'],
    ],
    [
      'near miss: an advertisement for everyone',
      judge({
        ...mail,
        purpose: 'marketing.advertising.first_party.contextual',
        basis: 'legitimate-interest',
        channels: ['ad'],
      }),
      [],
    ],
    [
      'ad profiling by its purpose',
      judge({ purpose: 'marketing.advertising.profiling', basis: 'legitimate-interest' }),
      ['does-not-fit'],
    ],
    ['health data by contract', judge(service, { fields: [sick] }), ['does-not-fit']],
    [
      'health data by a legal duty',
      judge({ ...service, basis: 'legal-obligation' }, { fields: [sick] }),
      ['to-weigh'],
    ],
    [
      'near miss: health data that people gave for it',
      judge(service, { fields: [sick], open: { askedFor: 'given' } }),
      [],
    ],
    [
      'near miss: health data by which people are left out',
      judge(service, { fields: [{ ...sick, role: 'exclude' }] }),
      [],
    ],
    [
      'a significant decision by legitimate interest',
      judge({
        kind: 'eligibility',
        purpose: 'essential.service',
        basis: 'legitimate-interest',
        automation: { decision: 'significant' },
      }),
      ['does-not-fit'],
    ],
    [
      'near miss: a notable one',
      judge({
        kind: 'eligibility',
        purpose: 'essential.service',
        basis: 'legitimate-interest',
        automation: { decision: 'notable' },
      }),
      [],
    ],
  ])('%s', (_, ran, expected) => expect(adviceOf(ran)).toEqual(expected));

  it('blocks what the card declares, and asks about what only the content shows', () => {
    expect(judge({ ...mail, basis: 'contract' }).found[0]?.gravity).toBe('block');
    expect(judge(service, { content: selling }).found[0]).toMatchObject({
      gravity: 'review',
      quote: '20 % off',
    });
    expect(judge({ ...mail, basis: 'contract' }).found[0]?.instead).toContain('Rest it on `consent`');
  });

  it('cannot tell where the audience could not be read', () => {
    expect(judge(service, { assessed: false }).notAssessed[0]?.required).toBe(true);
  });

  it.each<[string[], string[]]>([
    [['jp'], ['law of jp']],
    [['eu-de', 'us-tx', 'uk'], []],
    [
      ['eu', 'ch', 'br'],
      ['law of br', 'law of ch'],
    ],
  ])('says of which country it knows no law: %j', (jurisdictions, missing) => {
    const judged = judge({ ...mail, basis: 'consent', jurisdictions });
    expect(judged.notAssessed.flatMap((one) => one.missing)).toEqual(missing);
    expect(judged.notAssessed.every(({ required }) => required)).toBe(true);
    expect(judge({ ...mail, jurisdictions }).notAssessed.flatMap((one) => one.missing)).toEqual(missing);
  });

  it('never gets easier in one more country or on one more channel', () => {
    const rank = { fits: 0, weighed: 1, 'does-not-fit': 2 };
    const use = fc.record({
      purpose: fc.constantFrom(
        'marketing.communications.email',
        'essential.service',
        'personalize.content.profiling',
      ),
      declared: fc.constant([]),
      channels: fc.subarray([...CHANNELS]),
      jurisdictions: fc.subarray(['eu', 'uk', 'us', 'us-ca', 'ch']),
      markets: fc.boolean(),
      targetsAds: fc.boolean(),
      pickedBy: fc.subarray(['health', 'age_older'] as const),
      significant: fc.boolean(),
    });
    fc.assert(
      fc.property(
        use,
        fc.constantFrom(...BASES),
        fc.constantFrom('eu', 'uk', 'us'),
        fc.constantFrom(...CHANNELS),
        (given, basis, country, channel) => {
          const more = {
            ...given,
            jurisdictions: [...given.jurisdictions, country],
            channels: [...given.channels, channel],
          };
          expect(rank[judgeBasis(basis, more).verdict]).toBeGreaterThanOrEqual(
            rank[judgeBasis(basis, given).verdict],
          );
          for (const fitting of judgeBasis(basis, given).fitting)
            expect(judgeBasis(fitting, given).verdict).toBe('fits');
        },
      ),
    );
  });
});
