import { z } from 'zod';
import type { Api } from '../fastify-types.ts';

const question = z
  .strictObject({
    use: z.string().min(1).max(200),
    subject: z.string().min(1).max(500),
    channel: z.string().min(1).max(40),
    contentHash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    dispatch: z.string().max(200).optional(),
    facts: z.record(z.string().max(200), z.unknown()).optional(),
  })
  .meta({ id: 'GateQuestion' });
const decision = z
  .object({
    decision: z.enum(['permit', 'hold', 'deny']),
    reasons: z.array(z.object({ code: z.string(), detail: z.string() })),
    clearance: z.string().nullable(),
    expiresAt: z.string().nullable(),
  })
  .meta({ id: 'GateDecision' });

/** Nothing is permitted before the gate exists: a sender that is wired early sends nothing. */
const NOT_BUILT = {
  decision: 'deny',
  reasons: [{ code: 'gate-not-built', detail: 'this server has no gate yet, so nothing is permitted' }],
  clearance: null,
  expiresAt: null,
} satisfies z.infer<typeof decision>;

/** Decisions at send time. */
export function addGateRoutes(app: Api): void {
  app.post(
    '/v1/gate/decisions',
    {
      config: { right: 'gate.decide' },
      schema: {
        operationId: 'decide',
        summary: 'May this be sent to this person now',
        tags: ['gate'],
        body: question,
        response: { 200: decision },
      },
    },
    async () => NOT_BUILT,
  );
  app.post(
    '/v1/gate/decisions::batch',
    {
      config: { right: 'gate.decide' },
      schema: {
        operationId: 'decideMany',
        summary: 'The same for many',
        tags: ['gate'],
        body: z.strictObject({ decisions: z.array(question).min(1).max(1000) }),
        response: { 200: z.object({ decisions: z.array(decision) }) },
      },
    },
    async ({ body }) => ({ decisions: body.decisions.map(() => NOT_BUILT) }),
  );
}
