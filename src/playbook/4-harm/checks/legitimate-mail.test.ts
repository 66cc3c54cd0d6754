import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../../check/define.ts';
import type { UseCard } from '../../../check/facts/card.ts';
import { audienceFact, cardFact, pathsFact, run } from '../../../check/testing/builders.ts';
import { SourceText } from '../../../kernel/source-text.ts';
import type { Channel } from '../../../kernel/vocabulary.ts';
import { readContent } from '../content/index.ts';
import { readMessage } from '../messages/index.ts';
import msgAiDisclose from './msg-ai-disclose/check.ts';
import msgAttributeReveal from './msg-attribute-reveal/check.ts';
import msgFrequency from './msg-frequency/check.ts';
import msgPersonalPrice from './msg-personal-price/check.ts';
import msgSender from './msg-sender/check.ts';
import msgSymmetry from './msg-symmetry/check.ts';
import msgTotalCost from './msg-total-cost/check.ts';

const CHECKS: readonly Check[] = [
  msgAiDisclose,
  msgAttributeReveal,
  msgFrequency,
  msgPersonalPrice,
  msgSender,
  msgSymmetry,
  msgTotalCost,
];

/** What the checks of messages find, with every legitimate path closed, so that nothing but the text speaks. */
function findings(text: string, file: string, channel: Channel, card: Partial<UseCard> = {}) {
  const reading = readMessage(new SourceText(file, text), { channel });
  expect(reading.problems).toEqual([]);
  const messages = [reading.message!];
  return CHECKS.flatMap((check) =>
    run(check, {
      card: cardFact({
        intent: 'inform',
        channels: [channel],
        caps: { per_person: { count: 1, days: 7 } },
        ...card,
      }),
      messages: { messages },
      content: readContent(messages),
      usedFields: { used: [] },
      audience: audienceFact(),
      paths: pathsFact(),
    }).found.map(({ gravity, what }) => ({ check: check.id, gravity, what })),
  );
}

const FOLDER = new URL('../../../../../shared/data/templates/', import.meta.url);
const files = existsSync(FOLDER)
  ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:html|mjml)$/.test(name))
  : [];
if (files.length === 0) console.log('skipped: 66 real templates are not at hand');

describe.skipIf(files.length === 0)('66 real templates', () => {
  const all = files.flatMap((file) =>
    findings(readFileSync(new URL(file, FOLDER), 'utf8'), file, 'email').map((finding) => ({
      file,
      ...finding,
    })),
  );

  it('are never blocked', () => expect(all.filter(({ gravity }) => gravity === 'block')).toEqual([]));

  it('reveal nothing and are not asked to be symmetric', () =>
    expect(all.filter(({ check }) => /reveal|symmetry|disclose|personal/.test(check))).toEqual([]));

  it('are reviewed for lacking terms or an address in a few', () =>
    expect(new Set(all.map(({ file }) => file)).size).toBeLessThanOrEqual(3));
});

describe('mail to people in hard times', () => {
  it.each<[string, string]>([
    [
      'arrears',
      'Your rent for November (£640) has not reached us, and your account is in arrears. You will not lose your home over one missed payment. Call us and we agree on a payment plan. 12 Quay Street, Whitby YO21 1QW.',
    ],
    [
      'arrears, energy',
      'You are behind on your energy bills by $184.20. We will not disconnect you this winter. Tell us what you can pay each month.',
    ],
    [
      'hardship',
      'If money is tight, you may get up to 30% off your bill with the social tariff. You can apply with proof of benefits.',
    ],
    [
      'recall',
      'Please stop using the heater H2 that you bought in 2025: it can catch fire. You get a full refund of $39.99, or a replacement free of charge.',
    ],
    [
      'recall, medicine',
      'Your insulin pens of batch 4711 may be too weak. Please do not use them and bring them to your pharmacy today.',
    ],
    [
      'scam warning',
      'Criminals send messages in our name that promise 50% off. We never ask for your PIN. Do not press the link; call the number on your card.',
    ],
    [
      'hospice',
      'Our nurses visit you and your family at home. Tell us when the pain is worst, and we change the medication the same day.',
    ],
    [
      'bereavement',
      'We are sorry for the death of your husband. Nothing is due now. A named colleague closes his accounts with you when you are ready.',
    ],
    [
      'patient programme',
      'You asked us to remind you: your next infusion is on 3 December. Questions about your treatment? Your nurse answers on 0800 111.',
    ],
    [
      'debt advice',
      'Your debts do not have to be faced alone. Our advice is free and confidential, and we never sell loans.',
    ],
    [
      'charity of a faith',
      'Dear friends, our church kitchen opens on Christmas Eve. Everyone is welcome, of any faith or none. You can donate on Sunday.',
    ],
    ['screening', 'You are invited to a free bowel cancer screening. It takes five minutes at home.'],
    [
      'German arrears',
      'Ihre Rate für November (84,20 €) ist noch offen. Rufen Sie uns an, wir finden einen Ratenplan.',
    ],
    ['French recall', 'Rappel de produit : n’utilisez plus le chauffage H2. Nous vous remboursons 39,99 €.'],
    [
      'Spanish help',
      'Si tiene dificultades para pagar, llámenos. Podemos acordar un plan de pagos sin costes.',
    ],
    [
      'domestic abuse',
      'If you are not safe at home, press exit now. Our line 0800 222 is open day and night, and does not show on your bill.',
    ],
    [
      'gambling help',
      'You set a limit of $50 a week and reached it today. Your account rests until Monday. Talk to us whenever you like.',
    ],
    [
      'bankruptcy notice',
      'The court has opened your bankruptcy. Please send us the list of creditors by 3 December.',
    ],
  ])('%s is never blocked', (_, text) => {
    for (const channel of ['email', 'sms', 'landing'] as const)
      expect(findings(text, 'm.txt', channel).filter(({ gravity }) => gravity === 'block')).toEqual([]);
  });
});

describe('what presses on hard times', () => {
  it.each<[string, string]>([
    ['debt', 'You are in debt. Get 20% off our instant loan.'],
    ['illness', 'Your depression deserves a treat: 20% off everything.'],
    ['grief', 'As a widow, you deserve something nice. Shop now.'],
  ])('%s is blocked where something is sold', (_, text) =>
    expect(findings(text, 'm.txt', 'email').filter(({ gravity }) => gravity === 'block')).not.toEqual([]),
  );
});
