import { z } from 'zod';
import { dataMapInput } from '../../app/server/datamap/input.ts';
import { dataMapOf } from '../../app/server/datamap/show.ts';
import { viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { line } from '../schemas/common.ts';
import type { RouteDependencies } from './index.ts';

const strings = z.array(z.string()).readonly();
const field = z
  .object({
    name: z.string(),
    source: z.string().nullable().describe('`null` where the data map does not know the field.'),
    dataset: z.string().nullable(),
    system: z.string().nullable(),
    category: z.string().nullable(),
    origin: z.string().nullable(),
    collectedFor: strings,
    basis: z.string().nullable(),
    retention: z.string().nullable().describe('As ISO 8601 writes a duration.'),
    description: z.string().nullable(),
    sensitive: strings,
    standsFor: strings,
  })
  .meta({ id: 'DataMapField' });
const edge = z
  .object({
    field: z.string(),
    use: z.string(),
    where: z.array(z.enum(['audience', 'message', 'score', 'declared', 'supplier'])).readonly(),
    decides: z.boolean().describe('Whether it decides who is reached, left out or ranked.'),
    basis: z.string().nullable().describe('That of the use; where its card states none, that of the field.'),
    overreach: z
      .array(z.object({ check: z.string(), what: z.string() }))
      .readonly()
      .describe('Findings of overreach that name the field; none while who asks has to judge the use first.'),
  })
  .meta({ id: 'DataMapEdge' });
const dataMap = z
  .object({
    workspaces: strings.describe('All that one may see.'),
    workspace: z.string().nullable().describe('The one that is shown; `null` where none was pushed.'),
    fields: z.array(field).readonly(),
    uses: z
      .array(
        z.object({
          id: z.string(),
          kind: z.string(),
          purpose: z.string().nullable(),
          basis: z.string().nullable(),
          state: z.string(),
        }),
      )
      .readonly(),
    edges: z.array(edge).readonly(),
    isCut: z.boolean().describe('Whether there are more uses than the 500 that are shown.'),
    problems: z.array(z.object({ message: z.string(), file: z.string().nullable() })).readonly(),
  })
  .meta({ id: 'DataMap' });

/** The data map, with what uses do with it. */
export function addDataMapRoutes(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/datamap',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readDataMap',
        summary: 'Fields of a workspace, the uses that touch them, and where that goes too far',
        tags: ['data map'],
        querystring: z.strictObject({ workspace: line(100).optional() }),
        response: { 200: dataMap },
      },
    },
    async (request) =>
      dataMapOf(await viewed(services, request, (view) => dataMapInput(view, request.query.workspace))),
  );
}
