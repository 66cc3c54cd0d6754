import { describe, expect, it } from 'vitest';
import type { UseCard } from '../../../../check/facts/card.ts';
import type { UsedField } from '../../../../check/facts/field-use.ts';
import {
  adviceOf,
  audienceFact,
  audiencePart,
  cardFact,
  dataMapField,
  fieldUse,
  message,
  messageBlock,
  run,
  somewhere,
} from '../../../../check/testing/builders.ts';
import check from './check.ts';

const SCORED: Partial<UseCard> = { kind: 'pricing', scores: [{ name: 'willingness to pay' }] };
const DISCLOSED = 'This price was personalised automatically from your past orders.';

const judge = (
  text: string,
  card: Partial<UseCard> = SCORED,
  used: UsedField[] = [],
  fields: Parameters<typeof audiencePart>[0] = [],
) =>
  run(check, {
    card: cardFact(card),
    messages: { messages: text === '' ? [] : [message([messageBlock(text)])] },
    usedFields: { used },
    audience: audienceFact(audiencePart(fields)),
  });

const field = (name: string, entry: Parameters<typeof dataMapField>[1], decides = true): UsedField => ({
  name,
  entry: dataMapField(name, entry),
  where: 'score',
  decides,
  at: somewhere('uses/test/model.json'),
});

describe('msg-personal-price', () => {
  it.each<[string, string, Partial<UseCard>, string[]]>([
    ['a scored price, not said', 'Boots for $49.', SCORED, ['undisclosed']],
    ['a scored price, without any message', '', SCORED, ['undisclosed']],
    ['a scored price, said', DISCLOSED, SCORED, []],
    ['said in German', 'Dieser Preis wurde automatisiert aufgrund Ihrer Bestellungen berechnet.', SCORED, []],
    ['said in French', 'Ce prix a été personnalisé automatiquement.', SCORED, []],
    ['said in Spanish', 'Este precio ha sido personalizado de forma automática.', SCORED, []],
    [
      'a price by segment',
      'Boots for $49.',
      { kind: 'pricing', audience: { segment: 'segment.sql' } },
      ['undisclosed'],
    ],
    [
      'a price by rule',
      'Boots for $49.',
      { kind: 'pricing', rules: [{ name: 'old phones', sql: 'r.sql' }] },
      ['undisclosed'],
    ],
    ['a scored offer', '20% off for you.', { ...SCORED, kind: 'offer' }, ['undisclosed']],
    [
      'near miss: an offer to a segment',
      '20% off.',
      { kind: 'offer', audience: { segment: 'segment.sql' } },
      [],
    ],
    ['near miss: one price for all', 'Boots for $49.', { kind: 'pricing' }, []],
  ])('%s', (_, text, card, expected) => expect(adviceOf(judge(text, card))).toEqual(expected));

  it('blocks sensitive inputs, from the score and from the segment', () => {
    const ran = judge(
      DISCLOSED,
      SCORED,
      [field('crm.score', { seenSensitive: ['fin_distress'] })],
      [fieldUse('crm.diagnosis', { sensitive: ['health'] })],
    );
    expect(ran.found.map(({ advice, gravity, quote }) => [advice, gravity, quote])).toEqual([
      ['sensitive-input', 'block', 'crm.score'],
      ['sensitive-input', 'block', 'crm.diagnosis'],
    ]);
  });

  it('leaves out what is only sent along, or not sensitive', () => {
    const used = [field('crm.note', { declaredSensitive: ['health'] }, false), field('shop.orders', {})];
    expect(
      judge(DISCLOSED, SCORED, used, [fieldUse('crm.diagnosis', { role: 'output', sensitive: ['health'] })])
        .found,
    ).toEqual([]);
  });

  it('does not apply to a campaign, and is not assessed without the fields', () => {
    expect(judge('x', { kind: 'campaign' }).status).toBe('does-not-apply');
    expect(run(check, { card: cardFact(SCORED), messages: { messages: [] } }).status).toBe('not-assessed');
  });
});
