import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/gate/decide.ts';
import { OUTCOMES } from '../../src/gate/decision.ts';
import { REASON_CODES } from '../../src/gate/reason-codes.ts';
import type { Moment } from '../../src/gate/rule.ts';
import {
  clearance,
  essentialUse,
  HASH,
  moment,
  person,
  policy,
  sending,
  use,
} from '../../src/gate/testing/moments.ts';
import type { Condition } from '../../src/playbook/5-oversight/clearances/condition.ts';
import { covers } from '../../src/playbook/5-oversight/clearances/covers.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '\u0000',
    '__proto__',
    'constructor',
    'eu-',
    'us-'.repeat(50),
    'x'.repeat(100_000),
    '../../etc',
    'Europe/Berlin ',
  ),
);
const number = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, -0, 1e308));
const time = fc.oneof(
  fc.constant(new Date(Number.NaN)),
  fc.constantFrom(8.64e15, -8.64e15, 0).map((ms) => new Date(ms)),
  fc.date({ noInvalidDate: false }),
);
const scope = fc.record({ purpose: fc.option(text), channel: fc.option(text), topic: fc.option(text) });
const state = fc.dictionary(text, fc.record({ at: number, until: fc.option(number), id: text }), {
  maxKeys: 3,
});

/** Values of the right type that nobody meant, in every field that comes from outside. */
const anyHostile: fc.Arbitrary<Moment> = fc
  .record({
    person: fc.option(
      fc.record({
        choices: fc.option(fc.array(fc.record({ subject: text, state }), { maxLength: 2 })),
        rests: fc.option(fc.array(fc.record({ use: fc.option(text), scope, until: time }), { maxLength: 2 })),
        suppressions: fc.option(
          fc.array(fc.record({ list: text, scope, until: fc.option(time), isProtected: fc.boolean() }), {
            maxLength: 2,
          }),
        ),
        contacts: fc.option(
          fc.array(fc.record({ use: text, channel: text, at: time, dispatch: fc.option(text) }), {
            maxLength: 3,
          }),
        ),
        zones: fc.array(text, { maxLength: 2 }),
        places: fc.array(text, { maxLength: 2 }),
        asOf: time,
      }),
    ),
    sending: fc.record({
      use: fc.oneof(fc.constant('winback-spring'), text),
      channel: fc.oneof(fc.constantFrom('email', 'sms'), text),
      contentHash: text,
      dispatch: fc.option(text),
      told: fc.record(
        {
          timeZone: text,
          jurisdiction: text,
          consentString: text,
          signals: fc.option(
            fc.array(fc.record({ scope, says: fc.constantFrom('yes', 'no', 'unknown'), because: text }), {
              maxLength: 2,
            }),
          ),
        },
        { requiredKeys: [] },
      ),
    }),
    use: fc.record({
      purpose: text,
      topics: fc.array(text, { maxLength: 2 }),
      jurisdictions: fc.array(text, { maxLength: 2 }),
      leftInStage: fc.option(number),
      cap: fc.option(fc.record({ count: number, days: number })),
      claims: fc.array(fc.record({ fact: text, state: text, freshUntil: time }), { maxLength: 2 }),
      asOf: time,
    }),
    policy: fc.record({ stalenessSeconds: number, permitSeconds: number }),
    now: fc.oneof(fc.constant(moment().now), time),
  })
  .map(
    (hostile) =>
      ({
        use: use(hostile.use as never),
        person: hostile.person === null ? null : person(hostile.person as never),
        sending: sending(hostile.sending as never),
        policy: policy(hostile.policy),
        now: hostile.now,
      }) as Moment,
  );

describe('values that nobody meant, in every field', () => {
  it('are answered, with codes that are known and sentences of ours', () => {
    fc.assert(
      fc.property(anyHostile, (one) => {
        const { decision, reasons } = decide(one);
        expect(OUTCOMES).toContain(decision);
        for (const { code, detail } of reasons) {
          expect(Object.keys(REASON_CODES)).toContain(code);
          expect(detail.startsWith(REASON_CODES[code])).toBe(true);
        }
        expect(reasons.length === 0).toBe(decision === 'permit');
      }),
      { numRuns: 600 },
    );
  });

  it('are never permitted beside a person of whom they are all that is known', () => {
    fc.assert(
      fc.property(anyHostile, (one) => {
        const { decision } = decide(moment({ ...one, use: use() }));
        // A yes has a key that only the ledger makes.
        return (
          decision !== 'permit' ||
          (one.person?.choices ?? []).some(
            ({ state: own }) => 'yes' in own || Object.keys(own).some((key) => key.startsWith('yes|')),
          )
        );
      }),
      { numRuns: 600 },
    );
  });

  it('around an essential letter change nothing', () => {
    fc.assert(
      fc.property(anyHostile, (one) => {
        const letter = {
          ...one.sending,
          use: 'winback-spring',
          channel: 'email' as const,
          contentHash: HASH,
        };
        const owed = essentialUse({ ...one.use, clearance: essentialUse().clearance });
        return decide({ ...one, use: owed, sending: letter, now: moment().now }).decision === 'permit';
      }),
      { numRuns: 300 },
    );
  });
});

describe('the rules of clearance and content', () => {
  const anyCheck: fc.Arbitrary<Condition['check']> = fc.oneof(
    fc.constant(null),
    fc.record({
      type: fc.constant('until' as const),
      at: fc.constantFrom('2026-11-24T11:00:00Z', '2026-11-25T00:00:00Z'),
    }),
    fc.record({
      type: fc.constant('channels' as const),
      only: fc.subarray(['email' as const, 'sms' as const]),
    }),
    fc.record({ type: fc.constant('cap' as const), count: fc.constant(3), days: fc.constant(7) }),
    fc.record({
      type: fc.constant('check-silent' as const),
      check: fc.constantFrom('msg-guilt', 'msg-fear-shame'),
    }),
  );
  const HASHES = [HASH, HASH.replace(/.$/, '0') as typeof HASH];

  it('say of a text that is sent as it was cleared what `covers` says', () => {
    fc.assert(
      fc.property(
        fc.array(anyCheck, { maxLength: 3 }),
        fc.subarray(HASHES),
        fc.constantFrom(...HASHES),
        fc.constantFrom('email' as const, 'sms' as const),
        fc.subarray(['msg-guilt', 'msg-fear-shame']),
        fc.subarray(['msg-guilt']),
        (checks, cleared, contentHash, channel, assessed, found) => {
          const signed = clearance({
            conditions: checks.map((check) => ({ says: 'as agreed', check })),
            envelope: {
              variants: cleared.map((messageHash, index) => ({ name: `${index}`, messageHash })),
              slots: [],
              claims: [],
              silent: [],
            },
          });
          const one = moment({
            use: use({ clearance: signed, checks: { assessed, found } }),
            sending: sending({ contentHash, channel }),
          });
          const message = {
            messageHash: contentHash,
            rendered: null,
            channel,
            assessed,
            found,
            isPromotional: true,
          };
          return (decide(one).decision === 'permit') === covers(signed, message, one.now).ok;
        },
      ),
      { numRuns: 500 },
    );
  });
});
