import { describe, expect, it } from 'vitest';
import { EVENT } from '../testing/choices.ts';
import type { ChoiceEvent } from './choice-event.ts';
import { foldChoices } from './choice-state.ts';
import { askAgainFrom } from './may-ask.ts';

const NOW = new Date('2026-11-24T00:00:00Z');
const EMAIL = EVENT.scope;
const no = (kind: ChoiceEvent['kind'], at: string, scope = EMAIL): ChoiceEvent => ({
  ...EVENT,
  kind,
  at,
  scope,
});

describe('asking again', () => {
  it.each<[string, readonly ChoiceEvent[], string | null, string | null]>([
    ['who never said no', [], 'eu-de', null],
    ['who said yes', [EVENT], 'eu-de', null],
    [
      'who refused in October',
      [no('refused', '2026-10-01T00:00:00.000Z')],
      'eu-de',
      '2027-04-01T00:00:00.000Z',
    ],
    ['who refused in May', [no('refused', '2026-05-01T00:00:00.000Z')], 'eu-de', null],
    [
      'the same in California',
      [no('refused', '2026-05-01T00:00:00.000Z')],
      'us-ca',
      '2027-05-01T00:00:00.000Z',
    ],
    [
      'the same in the United States',
      [no('refused', '2026-05-01T00:00:00.000Z')],
      'us',
      '2027-05-01T00:00:00.000Z',
    ],
    ['the same somewhere', [no('refused', '2026-05-01T00:00:00.000Z')], null, '2027-05-01T00:00:00.000Z'],
    [
      'who refused something else',
      [no('refused', '2026-10-01T00:00:00.000Z', { ...EMAIL, channel: 'sms' })],
      'eu-de',
      null,
    ],
    [
      'who objected to everything',
      [no('objected', '2026-10-01T00:00:00.000Z', { purpose: null, channel: null, topic: null })],
      'eu-de',
      '2027-04-01T00:00:00.000Z',
    ],
    [
      'who refused twice',
      [no('refused', '2026-04-01T00:00:00.000Z'), no('withdrawn', '2026-11-01T00:00:00.000Z')],
      'uk',
      '2027-05-01T00:00:00.000Z',
    ],
  ])('of those %s', (_, events, jurisdiction, from) => {
    expect(askAgainFrom(foldChoices(events), EMAIL, jurisdiction, NOW)?.toISOString() ?? null).toBe(from);
  });
});
