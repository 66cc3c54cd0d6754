import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { Claim } from '../../../../check/facts/claim.ts';
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
import check from './check.ts';

const silent: ContentFact = { calls: [], prices: [], offers: [], seenIntents: [], sells: false };
const selling: ContentFact = {
  ...silent,
  offers: [{ quote: '20 % off', at: somewhere() }],
  seenIntents: ['sell', 'retain'],
  sells: true,
};
const paying: ContentFact = {
  ...silent,
  calls: [{ does: 'pay', quote: 'Pay now', at: somewhere() }],
  seenIntents: ['collect', 'inform', 'support', 'protect'],
};
const donating: ContentFact = {
  ...silent,
  calls: [{ does: 'donate', quote: 'Donate', at: somewhere() }],
  seenIntents: ['collect'],
};
const claim = (rest: Partial<Claim>): Claim => ({
  topic: 'deadline',
  quote: 'ends Sunday',
  at: somewhere(),
  binding: 0,
  factName: 'sale-end',
  offer: null,
  state: 'holds',
  because: '',
  history: [],
  ownedByUse: false,
  ...rest,
});
const country = (...values: string[]) => fieldUse('crm.customers.country', { values });

interface Given {
  readonly content?: ContentFact;
  readonly fields?: ReturnType<typeof fieldUse>[];
  readonly claims?: Claim[];
  readonly owed?: string;
  readonly assessed?: boolean;
}
const judge = (card: Partial<UseCard>, given: Given = {}) =>
  run(check, {
    card: cardFact(card),
    settings: settingsFact({ jurisdictions: ['eu', 'us-ca'] }),
    audience: audienceFact(
      audiencePart([], {
        reading: audienceReading(given.fields ?? [fieldUse('shop.orders.total')], {
          assessed: given.assessed ?? true,
        }),
      }),
    ),
    content: given.content ?? silent,
    claims: { claims: given.claims ?? [], unused: [], historyRead: true },
    paths: pathsFact(given.owed === undefined ? {} : { owed: given.owed }),
  });

describe('declared-differs', () => {
  it.each<[string, ReturnType<typeof judge>, string[]]>([
    ['a sale declared as a sale', judge({ intent: 'sell' }, { content: selling }), []],
    ['a sale declared as information', judge({ intent: 'inform' }, { content: selling }), ['intent']],
    ['a sale declared as help', judge({ intent: 'support' }, { content: selling }), ['intent']],
    [
      'a request for money declared as information',
      judge({ intent: 'inform' }, { content: donating }),
      ['intent'],
    ],
    ['near miss: an amount due in an information', judge({ intent: 'inform' }, { content: paying }), []],
    ['near miss: it is owed', judge({ intent: 'inform' }, { content: selling, owed: 'a contract' }), []],
    ['near miss: nothing is declared', judge({}, { content: selling }), []],
    ['near miss: stricter than what is seen', judge({ intent: 'sell' }), []],
    [
      'people in a country that nobody names',
      judge({}, { fields: [country("'GB'", "'DE'")] }),
      ['jurisdictions'],
    ],
    ['the same country twice', judge({}, { fields: [country("'GB'"), country("'UK'")] }), ['jurisdictions']],
    ['near miss: countries of the company', judge({}, { fields: [country("'DE'", "'US'")] }), []],
    ['near miss: a country of the card', judge({ jurisdictions: ['uk'] }, { fields: [country("'GB'")] }), []],
    [
      'a country of the company that the card leaves out',
      judge({ jurisdictions: ['uk'] }, { fields: [country("'fr'")] }),
      ['jurisdictions'],
    ],
    [
      'near miss: a country that is left out',
      judge({}, { fields: [{ ...country("'GB'"), role: 'exclude' }] }),
      [],
    ],
    [
      'near miss: a code in another field',
      judge({}, { fields: [fieldUse('shop.orders.size', { values: ["'GB'"] })] }),
      [],
    ],
    ['a fact of the owner of the use', judge({}, { claims: [claim({ ownedByUse: true })] }), ['own-fact']],
    ['near miss: a fact of somebody else', judge({}, { claims: [claim({})] }), []],
    ['a query that reads no table', judge({}, { fields: [] }), ['reads-no-table']],
  ])('%s', (_, ran, expected) => expect(adviceOf(ran)).toEqual(expected));

  it('shows what is seen beside what is declared', () => {
    expect(judge({ intent: 'support' }, { content: selling }).found[0]).toMatchObject({
      gravity: 'review',
      quote: '20 % off',
      what: 'The card says `intent: support`, and the content is there to sell (“20 % off”).',
    });
  });

  it('cannot tell where the audience could not be read, and does not call that an empty query', () => {
    const ran = judge({}, { fields: [], assessed: false });
    expect(ran.found).toEqual([]);
    expect(ran.notAssessed[0]?.required).toBe(true);
  });
});
