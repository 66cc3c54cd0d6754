import { Readable } from 'node:stream';
import { z } from 'zod';
import { openFeed } from '../../app/server/gate-feed/feed.ts';
import { callerOf } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { orRefuse } from '../refused.ts';
import type { RouteDependencies } from './index.ts';

const PLACE = /^(\d{1,15})\.(\d{1,15})\.(\d{1,15})$/;

/** What gates in processes of their own are told. */
export function addGateFeedRoutes(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/gate/feed',
    {
      config: { right: 'gate.decide' },
      schema: {
        operationId: 'readGateFeed',
        summary:
          'What a gate in a process of its own has to know: everything, or what changed since a position',
        description:
          'JSON lines of `scruple.gate-feed/1`: `begin`, then `policy`, `use` and `person`, then `end` with the position to go on from. An answer without its `end` counts for nothing. With a position it waits for up to five seconds for a change.',
        tags: ['gate'],
        querystring: z
          .strictObject({
            epoch: z.string().min(1).max(100).optional().describe('Of the position, as `end` named it.'),
            after: z
              .string()
              .regex(PLACE)
              .optional()
              .describe('Of the position: `at`, `seen` and `tick`, with dots between.'),
          })
          .refine(({ epoch, after }) => (epoch === undefined) === (after === undefined), {
            message: '`epoch` and `after` go together',
          }),
        produces: ['application/x-ndjson'],
        response: { 200: z.string().describe('One JSON object a line.') },
      },
    },
    async (request, reply) => {
      const { epoch, after } = request.query;
      const [, at, seen, tick] = PLACE.exec(after ?? '') ?? [];
      const position =
        epoch === undefined ? null : { epoch, at: Number(at), seen: Number(seen), tick: Number(tick) };
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const feed = orRefuse(await openFeed(services.context, callerOf(request), position, gone.signal));
      const lines = Readable.from(
        (async function* () {
          for await (const line of feed) yield `${JSON.stringify(line)}\n`;
        })(),
      );
      return reply.type('application/x-ndjson').send(lines as never);
    },
  );
}
