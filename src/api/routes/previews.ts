import { z } from 'zod';
import { audienceInput, audienceOf } from '../../app/server/previews/audience.ts';
import { previewOf } from '../../app/server/previews/preview.ts';
import { previewInput } from '../../app/server/previews/show.ts';
import { locationSchema } from '../../report/json/schema.ts';
import { viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { refused } from '../refused.ts';
import { pageOf, paging } from '../schemas/common.ts';
import { preview } from '../schemas/previews.ts';
import { versionParams } from '../schemas/uses.ts';
import type { RouteDependencies } from './index.ts';

const definition = z
  .object({
    part: z.string().describe('segment, exclude, defined-by or rule.'),
    file: z.string(),
    format: z.string(),
    isAssessed: z.boolean(),
    problem: z.string().nullable(),
    fields: z
      .array(
        z.object({
          field: z.string(),
          role: z.enum(['include', 'exclude', 'rank', 'join', 'output']),
          path: z.array(z.string()).readonly(),
          values: z.array(z.string()).readonly(),
          comparison: z.string().nullable(),
          sensitive: z.array(z.string()).readonly().describe('None where the verdict is held back.'),
          at: locationSchema,
        }),
      )
      .readonly(),
    unresolved: z.array(z.string()).readonly(),
  })
  .meta({ id: 'AudienceDefinition' });

/** Messages as recipients see them, and who they are. */
export function addPreviewRoutes(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/uses/:id/versions/:version/previews/:file',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readPreview',
        summary: 'A message of a version, safe to show, with what was found marked in it',
        description: '`file` is the path of the message as the files of the version name it.',
        tags: ['uses'],
        params: versionParams.extend({ file: z.string().min(1).max(500) }),
        response: { 200: preview },
      },
    },
    async (request) => {
      const { id, version, file } = request.params;
      // Only what is read holds the store; the work on it does not.
      const input = await viewed(services, request, (view) => previewInput(view, id, version, file));
      const shown = previewOf(input);
      if (shown === null)
        throw refused('store.not-found', 'the use has no such message', 'name one of its messages');
      return shown;
    },
  );
  app.get(
    '/v1/uses/:id/versions/:version/audience',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readAudience',
        summary: 'Which fields and values decide who is reached, and through which path',
        tags: ['uses'],
        params: versionParams,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['card', 'file']).optional().describe('As the card names them, or by name.'),
          part: z.string().max(40).optional(),
        }),
        response: { 200: pageOf(definition) },
      },
    },
    async (request) => {
      const { id, version } = request.params;
      const input = await viewed(services, request, (view) => audienceInput(view, id, version));
      const { part, ...page } = request.query;
      return audienceOf(input, { part }, page);
    },
  );
}
