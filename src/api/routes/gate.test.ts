import fc from 'fast-check';
import { serializerCompiler } from 'fastify-type-provider-zod';
import { expect, it } from 'vitest';
import type { Answered } from '../../app/server/gate/decide-questions.ts';
import type { Asked } from '../../app/server/gate/read-asked.ts';
import { shownDecision } from '../../app/server/gate/shown-decision.ts';
import { outcomeOf, type Reason } from '../../gate/decision.ts';
import { gateDecision } from '../schemas/gate.ts';

const outcome = fc.constantFrom('permit', 'hold', 'deny');
const moment = fc.option(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }));
const text = fc.option(fc.string());
const reason = fc.record({
  code: fc.string(),
  outcome,
  detail: fc.string(),
  retryAfter: moment,
  waitsFor: fc.option(fc.constantFrom('time', 'reviewer', 'owner', 'person')),
  /** What nobody is shown. */
  real: fc.string(),
});
const answered = fc
  .record({
    reasons: fc.array(reason),
    shadow: fc.array(reason),
    clearance: text,
    expiresAt: moment,
    id: text,
  })
  .map((answer) => ({ ...answer, decision: outcomeOf(answer.reasons as unknown as readonly Reason[]) }));
const asked = fc.oneof(
  fc.constant({ type: 'unreadable' }),
  fc.record({
    type: fc.constant('nobody'),
    sending: fc.record({ contentHash: fc.string(), dispatch: text, use: fc.string() }),
  }),
);

it('answers in the very text that its description would make', () => {
  const described = serializerCompiler({
    schema: gateDecision,
    method: 'POST',
    url: '/v1/gate/decisions',
  });
  fc.assert(
    fc.property(answered, asked, (answer, question) => {
      const shown = shownDecision(answer as unknown as Answered, question as unknown as Asked);
      expect(JSON.stringify(shown)).toBe(described(shown));
    }),
  );
});
