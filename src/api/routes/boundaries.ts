import { z } from 'zod';
import { boundariesInput, boundariesOf } from '../../app/server/boundaries/show.ts';
import { viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { line, pageOf, paging } from '../schemas/common.ts';
import type { RouteDependencies } from './index.ts';

const strings = z.array(z.string()).readonly();
const boundary = z
  .object({
    workspace: z.string(),
    id: z.string(),
    effect: z.enum(['forbid', 'permit']),
    words: z.string().nullable().describe('What it forbids, in words; `null` where its text has to be read.'),
    because: z.string(),
    instead: z.string(),
    norms: strings,
    at: z.object({ file: z.string(), line: z.int(), column: z.int(), endLine: z.int(), endColumn: z.int() }),
    text: z.string().describe('As Cedar reads it.'),
    uses: strings.describe('Uses it forbids now; none of those that who asks has to judge first.'),
  })
  .meta({ id: 'Boundary' });

/** What the organisation does not do with customer data. */
export function addBoundaryRoutes(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/boundaries',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'listBoundaries',
        summary: 'Boundaries in force, in words, with the uses that they forbid now',
        tags: ['boundaries'],
        querystring: z.strictObject({
          ...paging,
          sort: z
            .enum(['file', 'id', 'workspace'])
            .optional()
            .describe('By workspace as its files hold them, or by name.'),
          workspace: line(100).optional(),
          effect: z.enum(['forbid', 'permit']).optional(),
        }),
        response: {
          200: pageOf(boundary).extend({
            unread: z
              .array(z.object({ workspace: z.string(), id: z.string(), because: z.string() }))
              .readonly()
              .describe('Policies that could not be read: nobody can tell what they forbid.'),
          }),
        },
      },
    },
    async (request) => {
      const { workspace, effect, ...page } = request.query;
      const input = await viewed(services, request, (view) => boundariesInput(view));
      return boundariesOf(input, { workspace, effect }, page);
    },
  );
}
