import { z } from 'zod';
import { showAudits, showAuditsOfVersion } from '../../app/server/audits/show.ts';
import { viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { listedAudit, shownAudit } from '../schemas/audits.ts';
import { line, pageOf, paging } from '../schemas/common.ts';
import { useId, versionParams } from '../schemas/uses.ts';
import type { RouteDependencies } from './index.ts';

const tags = ['audits'];
/** Whoever works on a use sees its own audits, others need the right to aggregates. */
const right = ['aggregate.read', 'use.read'] as const;

/** Audits of decisions, as they were sent with pushes. */
export function addAuditRoutes(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/audits',
    {
      config: { right },
      schema: {
        operationId: 'listAudits',
        summary: 'The last audits of the decisions of what uses are now',
        tags,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['sentAt', 'use', 'verdict']).optional(),
          use: useId.optional(),
          verdict: z.enum(['pass', 'review', 'insufficient']).optional(),
          query: line(200).optional().describe('Part of the name of the use or of the score.'),
        }),
        response: { 200: pageOf(listedAudit) },
      },
    },
    (request) => {
      const { use, verdict, query, ...page } = request.query;
      return viewed(services, request, (view) => showAudits(view, { useId: use, verdict, query }, page));
    },
  );
  app.get(
    '/v1/uses/:id/versions/:version/audits',
    {
      config: { right },
      schema: {
        operationId: 'readAudits',
        summary: 'The last audits of the decisions of a version, with their figures',
        tags,
        params: versionParams,
        querystring: z.strictObject({ ...paging, sort: z.enum(['card', 'name']).optional() }),
        response: { 200: pageOf(shownAudit) },
      },
    },
    (request) => {
      const { id, version } = request.params;
      return viewed(services, request, (view) =>
        showAuditsOfVersion(view, id, version, request.query),
      ) as Promise<{ items: z.infer<typeof shownAudit>[]; next: string | null }>;
    },
  );
}
