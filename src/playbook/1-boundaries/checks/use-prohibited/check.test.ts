import { describe, expect, it } from 'vitest';
import type { BoundaryAnswer } from '../../../../check/facts/boundary.ts';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { ContentFact } from '../../../../check/facts/content.ts';
import type { DataMapField } from '../../../../check/facts/data-map.ts';
import type { WordingHit } from '../../../../check/facts/message.ts';
import {
  adviceOf,
  audienceFact,
  audiencePart,
  audienceReading,
  cardFact,
  dataMapField,
  fieldUse,
  message,
  pathsFact,
  run,
  somewhere,
  wordingHit,
} from '../../../../check/testing/builders.ts';
import check from './check.ts';

const silent: ContentFact = { calls: [], prices: [], offers: [], seenIntents: [], sells: false };
const boundary: BoundaryAnswer = {
  id: 'no-mothers-day',
  effect: 'forbid',
  because: 'some people mourn',
  instead: '',
  norms: [],
  at: somewhere('boundaries/house.cedar'),
};
interface Given {
  readonly fields?: ReturnType<typeof fieldUse>[];
  readonly entry?: DataMapField;
  readonly content?: ContentFact;
  readonly hits?: WordingHit[];
  readonly open?: Parameters<typeof pathsFact>[0];
  readonly forbidding?: BoundaryAnswer[];
  readonly unanswered?: { id: string; because: string }[];
  readonly assessed?: boolean;
}
const judge = (card: Partial<UseCard>, given: Given = {}) =>
  run(check, {
    card: cardFact(card),
    boundaries: { forbidding: given.forbidding ?? [], unanswered: given.unanswered ?? [], count: 1 },
    audience: audienceFact(
      audiencePart([], {
        reading: audienceReading(given.fields ?? [], { assessed: given.assessed ?? true }),
      }),
    ),
    usedFields: {
      used:
        given.entry === undefined
          ? []
          : [
              {
                name: given.entry.name,
                entry: given.entry,
                where: 'score',
                decides: true,
                at: somewhere('model.json'),
              },
            ],
    },
    content: given.content ?? silent,
    wording: {
      wordings: [{ message: message([]), assessed: true, unmeasuredLanguages: [], hits: given.hits ?? [] }],
    },
    paths: pathsFact(given.open),
  });

const debt = fieldUse('crm.people.days_past_due', { sensitive: ['fin_distress'] });
const sick = fieldUse('crm.people.diagnosis', { sensitive: ['health'] });
const child = fieldUse('crm.people.age', { sensitive: ['age_minor'] });
const shame = wordingHit({ technique: 'shame', quote: 'only losers wait' });
const posts = (entry: Partial<DataMapField> = {}) =>
  dataMapField('social.posts.tone', {
    category: 'user.content.public',
    collectedFor: ['analytics'],
    ...entry,
  });

describe('use-prohibited', () => {
  it.each<[string, ReturnType<typeof judge>, string[]]>([
    ['nothing forbids it', judge({ intent: 'sell' }), []],
    ['a boundary forbids it', judge({}, { forbidding: [boundary] }), ['crosses-boundary']],
    ['selling to people in debt', judge({ intent: 'sell' }, { fields: [debt] }), ['banned']],
    [
      'selling, whatever the card says',
      judge(
        { intent: 'support' },
        {
          fields: [debt],
          content: { ...silent, offers: [{ quote: '20 % off', at: somewhere() }], sells: true },
        },
      ),
      ['banned'],
    ],
    [
      'selling to them under pressure',
      judge({ intent: 'sell' }, { fields: [debt], hits: [shame] }),
      ['banned', 'banned'],
    ],
    [
      'near miss: a claim is no pressure',
      judge({ intent: 'inform' }, { fields: [debt], hits: [{ ...shame, kind: 'claim' }] }),
      [],
    ],
    [
      'near miss: help that names an amount',
      judge(
        { intent: 'support' },
        {
          fields: [debt],
          content: { ...silent, prices: [{ quote: '300 EUR', at: somewhere() }], sells: true },
        },
      ),
      [],
    ],
    ['near miss: helping them', judge({ intent: 'support' }, { fields: [debt] }), []],
    [
      'near miss: leaving them out',
      judge({ intent: 'sell' }, { fields: [{ ...debt, role: 'exclude' }] }),
      [],
    ],
    [
      'near miss: picking those who are not',
      judge({ intent: 'sell' }, { fields: [{ ...debt, values: ['false'] }] }),
      [],
    ],
    [
      'near miss: it is only sent along',
      judge({ intent: 'sell' }, { fields: [{ ...debt, role: 'output' }] }),
      [],
    ],
    [
      'a path is open',
      judge({ intent: 'collect' }, { fields: [debt], open: { owed: 'a contract' } }),
      ['path-open'],
    ],
    ['advertising by health', judge({ intent: 'inform', channels: ['ad'] }, { fields: [sick] }), ['banned']],
    [
      'advertising to children',
      judge({ intent: 'inform', channels: ['ad'] }, { fields: [child] }),
      ['banned'],
    ],
    [
      'advertising by purpose',
      judge({ intent: 'inform', purpose: 'marketing.advertising.first_party.targeted' }, { fields: [sick] }),
      ['banned'],
    ],
    [
      'near miss: a mail by health that informs',
      judge({ intent: 'inform', channels: ['email'] }, { fields: [sick] }),
      [],
    ],
    [
      'a score of what people write',
      judge({ kind: 'eligibility', purpose: 'essential.service' }, { entry: posts() }),
      ['banned'],
    ],
    [
      'near miss: it belongs to the matter',
      judge(
        { kind: 'eligibility', purpose: 'essential.service' },
        { entry: posts({ collectedFor: ['essential'] }) },
      ),
      [],
    ],
    [
      'near miss: it decides nothing',
      judge(
        { kind: 'score', purpose: 'essential.service', automation: { decision: 'none' } },
        { entry: posts() },
      ),
      [],
    ],
    [
      'near miss: a score of orders',
      judge(
        { kind: 'score', purpose: 'essential.service' },
        { entry: posts({ category: 'user.behavior.purchase_history' }) },
      ),
      [],
    ],
  ])('%s', (_, ran, expected) => expect(adviceOf(ran)).toEqual(expected));

  it('says what the people who drew the boundary wrote', () => {
    const [found] = judge({}, { forbidding: [{ ...boundary, norms: ['eu-gdpr-9'] }] }).found;
    expect(found).toMatchObject({
      gravity: 'block',
      what: 'The boundary `no-mothers-day` forbids this use (eu-gdpr-9).',
      why: 'Some people mourn.',
      instead: 'Change the use so that it stays inside the boundary, or drop it.',
    });
  });

  it('weighs an open path less', () => {
    expect(
      judge({ intent: 'collect' }, { fields: [debt], open: { owed: 'a contract' } }).found[0]?.gravity,
    ).toBe('review');
  });

  it('cannot tell for a boundary without answer, or an audience that could not be read', () => {
    expect(
      judge({}, { unanswered: [{ id: 'a', because: '`special` is not known' }] }).notAssessed[0]?.missing,
    ).toEqual(['boundary `a`: `special` is not known']);
    expect(judge({}, { assessed: false }).notAssessed[0]?.required).toBe(true);
  });
});
