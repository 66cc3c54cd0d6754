import { z } from 'zod';
import type { Api } from '../fastify-types.ts';
import { refused } from '../refused.ts';
import type { RouteDependencies } from './index.ts';

/** What anyone may ask of the process itself. */
export function addHealthRoutes(app: Api, { services, metrics }: RouteDependencies): void {
  const fine = z.object({ status: z.literal('ok') });
  app.get(
    '/healthz',
    { schema: { operationId: 'readHealth', summary: 'Whether the process runs', response: { 200: fine } } },
    async () => ({ status: 'ok' }) as const,
  );
  app.get(
    '/readyz',
    {
      schema: {
        operationId: 'readReadiness',
        summary: 'Whether it can work: the store answers',
        response: { 200: fine },
      },
    },
    async () => {
      if (await services.isReady()) return { status: 'ok' } as const;
      throw refused('store.unavailable', 'the store does not answer', 'try again shortly');
    },
  );
  app.get(
    '/metrics',
    {
      config: { right: 'anyone-known' },
      schema: {
        operationId: 'readMetrics',
        summary: 'Figures for Prometheus; without a credential on the machine itself alone',
        response: { 200: z.string() },
      },
    },
    async (_request, reply) => {
      const text = await metrics.metrics();
      return reply
        .type(metrics.contentType)
        .serializer((value: unknown) => String(value))
        .send(text);
    },
  );
  let description: string | undefined;
  app.get(
    '/openapi.json',
    { schema: { operationId: 'readDescription', summary: 'This description' } },
    async (_request, reply) => {
      description ??= JSON.stringify(app.swagger());
      return reply
        .type('application/json')
        .serializer((value: unknown) => String(value))
        .send(description);
    },
  );
}
