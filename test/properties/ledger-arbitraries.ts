import fc from 'fast-check';
import type { Question } from '../../src/playbook/6-control/ledger/answer.ts';
import {
  CHOICE_KINDS,
  type ChoiceEvent,
  type ChoiceKind,
  NOES,
} from '../../src/playbook/6-control/ledger/choice-event.ts';
import type { Scope } from '../../src/playbook/6-control/ledger/scope.ts';
import { EVENT } from '../../src/playbook/6-control/testing/choices.ts';

// Few values, so that choices meet: the same purposes, moments and themes come up again and again.

export const PURPOSES = [
  'marketing',
  'marketing.communications',
  'marketing.communications.email',
  'marketing.advertising.profiling',
  'personalize.content.profiling',
  'analytics',
] as const;
const START = Date.parse('2026-11-01T00:00:00Z');
const moment = fc.nat(12).map((hour) => new Date(START + hour * 3_600_000));

export const anyScope: fc.Arbitrary<Scope> = fc.record({
  purpose: fc.constantFrom(null, ...PURPOSES),
  channel: fc.constantFrom(null, 'email' as const, 'sms' as const),
  topic: fc.constantFrom(null, 'shoes', 'coats'),
});

export const anyEvent = (kinds: readonly ChoiceKind[] = CHOICE_KINDS): fc.Arbitrary<ChoiceEvent> =>
  fc
    .record({
      id: fc.nat(1e6).map((number) => `event-${number}`),
      kind: fc.constantFrom(...kinds),
      scope: anyScope,
      theme: fc.constantFrom('a-theme', 'another'),
      at: moment,
      end: fc.option(moment),
      confirms: fc.option(fc.constant('request-1')),
    })
    .map(({ kind, theme, at, end, confirms, ...rest }) => ({
      ...EVENT,
      ...rest,
      kind,
      theme: kind.startsWith('theme') ? theme : null,
      at: at.toISOString(),
      validUntil: end?.toISOString() ?? null,
      pausedUntil: end?.toISOString() ?? null,
      confirms,
    }));

export const anyNo = anyEvent(NOES);
/** With ids that tell them apart. */
export const anyEvents = fc
  .array(anyEvent(), { maxLength: 14 })
  .map((events) => events.map((event, index) => ({ ...event, id: `event-${index}` })));

export const anyQuestion: fc.Arbitrary<Question> = fc.record({
  purpose: fc.constantFrom(...PURPOSES),
  channel: fc.constantFrom('email' as const, 'sms' as const, null),
  topics: fc.uniqueArray(fc.constantFrom('shoes', 'coats'), { maxLength: 2 }),
  themes: fc.uniqueArray(fc.constantFrom('a-theme', 'another'), { maxLength: 2 }),
  needsConsent: fc.boolean(),
});
export const anyNow = fc.nat(14).map((hour) => new Date(START + hour * 3_600_000 + 1_800_000));
