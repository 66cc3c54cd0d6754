import { z } from 'zod';
import { ourGpcSupport } from '../../app/server/choices/gpc-support.ts';
import type { Api } from '../fastify-types.ts';

/** What programs look up at well-known addresses. */
export function addWellKnownRoutes(app: Api): void {
  app.get(
    '/.well-known/gpc.json',
    {
      schema: {
        operationId: 'readPrivacyControl',
        summary: 'That Global Privacy Control is heeded here, since when',
        tags: ['customers'],
        response: { 200: z.object({ gpc: z.literal(true), lastUpdate: z.string() }) },
      },
    },
    async () => ourGpcSupport(),
  );
}
