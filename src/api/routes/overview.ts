import { z } from 'zod';
import { showOverview } from '../../app/server/overview/overview.ts';
import { searchFindings } from '../../app/server/uses/search-findings.ts';
import { viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { line, pageOf, paging } from '../schemas/common.ts';
import { finding, gravity, verdict } from '../schemas/uses.ts';
import type { RouteDependencies } from './index.ts';

const count = z.int().min(0);
const overview = z.object({
  waiting: z.object({
    count: count.describe('Up to 100.'),
    items: z
      .array(
        z.object({
          kind: z.enum(['answer-request', 'confirm-sources', 'judge', 'repair', 'ask-for-review']),
          use: z.string().nullable().describe('`null` where a request is about no use.'),
          review: z.string().nullable(),
          request: z
            .object({ id: z.string(), kind: z.string() })
            .nullable()
            .describe('What a customer asked; nothing of who it is.'),
          verdict: verdict.or(gravity).nullable().describe('`null` where it must not sway who judges.'),
          since: z.string(),
          dueAt: z.string().nullable(),
        }),
      )
      .readonly(),
  }),
  live: z.object({
    count,
    items: z
      .array(z.object({ use: z.string(), owner: z.string(), clearedUntil: z.string().nullable() }))
      .readonly(),
  }),
  paused: z.object({
    count,
    items: z
      .array(z.object({ use: z.string(), reason: z.string(), at: z.string(), byPerson: z.boolean() }))
      .readonly(),
  }),
  incidents: z.object({ open: count, late: count.describe('Of these, where something is overdue.') }),
  practices: z
    .array(
      z.object({
        step: z.int().min(1).max(7),
        title: z.string(),
        checks: count.describe('How many look at it; with none, nothing is known.'),
        uses: count.describe('Uses whose latest version holds a finding of it that nobody waived.'),
        gravest: gravity.nullable(),
      }),
    )
    .readonly(),
});

/** What somebody sees first, and what they find over all uses. */
export function addOverviewRoutes(app: Api, { services }: RouteDependencies): void {
  app.get(
    '/v1/overview',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readOverview',
        summary: 'What needs one now, what is live, what is paused and why, and where the practices stand',
        tags: ['overview'],
        response: { 200: overview },
      },
    },
    (request) =>
      viewed(services, request, async (view) => (await showOverview(view)) as z.infer<typeof overview>),
  );
  app.get(
    '/v1/findings',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'searchFindings',
        summary: 'Findings that stand now in any use, by part of the name of their check or use',
        tags: ['uses'],
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['gravity', 'check', 'use']).optional(),
          query: line(200).optional(),
          gravity: gravity.optional(),
        }),
        response: { 200: pageOf(z.object({ use: z.string(), finding })) },
      },
    },
    (request) => {
      const { query, gravity: weight, ...page } = request.query;
      return viewed(services, request, (view) => searchFindings(view, { query, gravity: weight }, page));
    },
  );
}
