import { z } from 'zod';
import { setStage, showRunning, tellFacts } from '../../app/server/gate/pause-and-stage.ts';
import { tellPeople } from '../../app/server/gate/told-people.ts';
import { changed, matchedVersion, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { line, moment } from '../schemas/common.ts';
import { useParams } from '../schemas/uses.ts';
import type { RouteDependencies } from './index.ts';

const tags = ['gate'];
const running = z
  .object({
    use: z.string(),
    pausedBy: z.string().nullable(),
    stageSize: z.int().nullable().describe('How many may be sent at this stage; `null` without stages.'),
    stageSent: z.int(),
    claims: z
      .array(z.object({ fact: z.string(), state: z.string(), freshUntil: z.string().nullable() }))
      .readonly()
      .describe('Named facts that its claims rest on, as they were told last.'),
    version: z.int(),
  })
  .meta({ id: 'Running' });

/** What systems of the organisation tell the gate, and where uses stand there. */
export function addGateFactRoutes(app: Api, { services, limits }: RouteDependencies): void {
  app.get(
    '/v1/uses/:id/running',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readRunning',
        summary: 'Whether a use is paused, at which stage it is, and whether its claims are true now',
        tags,
        params: useParams,
        response: { 200: running },
      },
    },
    async (request, reply) => {
      const shown = await viewed(services, request, (view) => showRunning(view, request.params.id));
      return reply.header('etag', `"${shown.version}"`).send(shown);
    },
  );
  app.put(
    '/v1/uses/:id/running',
    {
      config: { right: 'use.write', match: 'required' },
      schema: {
        operationId: 'setStage',
        summary: 'Set how many may be sent at this stage of the roll-out; another number is another stage',
        tags,
        params: useParams,
        body: z.strictObject({ stageSize: z.int().min(0).max(1_000_000_000).nullable() }),
        response: { 200: running },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        setStage(change, request.params.id, matchedVersion(request), request.body.stageSize),
      ),
  );
  app.post(
    '/v1/uses/:id/facts',
    {
      config: { right: 'gate.tell' },
      schema: {
        operationId: 'tellFacts',
        summary: 'Say whether named facts of a use are true, and until when that is good',
        tags,
        params: useParams,
        body: z.strictObject({
          facts: z
            .array(
              z.strictObject({
                fact: line(200),
                state: z.enum(['true', 'not-true', 'unknown']),
                freshUntil: moment,
              }),
            )
            .min(1)
            .max(500),
        }),
        response: { 204: z.null() },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 204, (change) =>
        tellFacts(
          change,
          request.params.id,
          request.body.facts.map((one) => ({ ...one, freshUntil: new Date(one.freshUntil) })),
        ),
      ),
  );
  app.post(
    '/v1/gate/people',
    {
      bodyLimit: limits.pushBytes,
      config: { right: 'gate.tell' },
      schema: {
        operationId: 'tellPeople',
        summary: 'Say in which time zones and places people may be, and who is known to be of age',
        description: 'Every one that comes into question. Who is a minor is told as a hold, never here.',
        tags,
        body: z.strictObject({
          people: z
            .array(
              z.strictObject({
                subject: z.string().min(1).max(400),
                zones: z.array(line(60)).max(20),
                places: z.array(line(16)).max(20),
                isAdult: z.boolean(),
              }),
            )
            .min(1)
            .max(5_000),
        }),
        response: { 204: z.null() },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 204, (change) => tellPeople(change, request.body.people)),
  );
}
