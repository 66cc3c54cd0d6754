import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { judgePushed } from '../../app/server/uses/judge-pushed.ts';
import { mayPush } from '../../app/server/uses/may-push.ts';
import { pushUses } from '../../app/server/uses/push.ts';
import { showFindings, showUse, showUses, showVersion, showVersions } from '../../app/server/uses/show.ts';
import { showDifference } from '../../app/server/uses/show-difference.ts';
import { demandVersion } from '../../app/server/uses/standing.ts';
import { findingId } from '../../app/server/uses/stored-version.ts';
import { changed, matchedVersion, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { orRefuse } from '../refused.ts';
import { flag, id, line, pageOf, paging } from '../schemas/common.ts';
import { listedFinding, shownDifference } from '../schemas/findings.ts';
import { draft, editedUse } from '../schemas/new-uses.ts';
import {
  gravity,
  listedUse,
  listedVersion,
  push,
  pushed,
  shownUse,
  shownVersion,
  useParams,
  verdict,
  versionParams,
} from '../schemas/uses.ts';
import type { RouteDependencies } from './index.ts';
import { editUse } from './new-uses.ts';

const tags = ['uses'];

/** Uses, their versions and what was found in them. */
export function addUseRoutes(app: Api, dependencies: RouteDependencies): void {
  const { services, limits } = dependencies;
  app.get(
    '/v1/uses',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'listUses',
        summary: 'Uses that one may see',
        tags,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['id', 'changedAt', 'createdAt', 'verdict']).optional(),
          workspace: line(100).optional(),
          kind: line(40).optional(),
          state: line(40).optional(),
          verdict: verdict.optional(),
          query: z.string().max(200).optional(),
          mine: flag.optional(),
        }),
        response: { 200: pageOf(listedUse) },
      },
    },
    (request) => {
      const { after, limit, direction, sort, ...filter } = request.query;
      return viewed(services, request, (view) => showUses(view, filter, { after, limit, direction, sort }));
    },
  );
  app.get(
    '/v1/uses/:id',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readUse',
        summary: 'One use',
        tags,
        params: useParams,
        response: { 200: shownUse },
      },
    },
    async (request, reply) => {
      const shown = await viewed(services, request, (view) => showUse(view, request.params.id));
      return reply.header('etag', `"${shown.version}"`).send(shown);
    },
  );
  app.get(
    '/v1/uses/:id/versions',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'listVersions',
        summary: 'Its versions, newest first',
        tags,
        params: useParams,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['number', 'createdAt']).optional(),
          through: line(40).optional().describe('Those pushed this way: cli, ci, api or console.'),
        }),
        response: { 200: pageOf(listedVersion) },
      },
    },
    (request) => {
      const { through, ...page } = request.query;
      const filter = { useId: request.params.id, through };
      return viewed(services, request, (view) => showVersions(view, filter, page));
    },
  );
  app.get(
    '/v1/uses/:id/versions/:version',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readVersion',
        summary: 'One version with its files and its difference to what was cleared last',
        tags,
        params: versionParams,
        response: { 200: shownVersion },
      },
    },
    (request) =>
      viewed(
        services,
        request,
        (view) =>
          showVersion(view, request.params.id, request.params.version) as Promise<
            z.infer<typeof shownVersion>
          >,
      ),
  );
  app.get(
    '/v1/uses/:id/versions/:version/difference',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'readDifference',
        summary: 'What came and went since another version: words, files and findings',
        tags,
        params: versionParams,
        querystring: z.strictObject({ since: id.describe('Id of the version before.') }),
        response: { 200: shownDifference },
      },
    },
    (request) => {
      const { id: useId, version } = request.params;
      return viewed(services, request, (view) =>
        showDifference(view, useId, request.query.since, version),
      ) as Promise<z.infer<typeof shownDifference>>;
    },
  );
  app.get(
    '/v1/uses/:id/findings',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'listFindings',
        summary: 'Findings of a use: of its latest version, unless another is named',
        tags,
        params: useParams,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['position', 'gravity', 'check']).optional(),
          version: z.string().max(128).optional(),
          check: line(80).optional(),
          gravity: gravity.optional(),
          waived: flag.optional(),
        }),
        response: { 200: pageOf(listedFinding) },
      },
    },
    (request) => {
      const { after, limit, direction, sort, version, check, waived, gravity: weight } = request.query;
      const filter = {
        useId: request.params.id,
        versionId: version,
        checkId: check,
        gravity: weight,
        isWaived: waived,
        isCurrent: version === undefined ? true : undefined,
      };
      return viewed(services, request, async (view) => {
        const page = await showFindings(view, filter, { after, limit, direction, sort });
        return { ...page, items: page.items.map((one) => ({ ...one, id: findingId(one) })) };
      });
    },
  );

  /** Judges outside the transaction, which only keeps what came of it. */
  const take = async (
    request: FastifyRequest,
    reply: FastifyReply,
    body: z.infer<typeof push>,
    only: readonly string[],
  ): Promise<void> => {
    await viewed(services, request, (view) => mayPush(view, body.files));
    const judged = orRefuse(await judgePushed(body.files, only, services.clock.now()));
    const { workspace, report = null, revision = null, through = 'api', audits = [] } = body;
    const takesVersion = request.routeOptions.config.match !== undefined;
    const expected =
      takesVersion && request.headers['if-match'] !== undefined ? matchedVersion(request) : null;
    await changed(services, request, reply, 201, async (change) => {
      for (const id of expected === null ? [] : only) await demandVersion(change, id, expected!);
      return {
        uses: await pushUses(change, {
          workspace,
          judged,
          sent: report,
          revision,
          through,
          files: body.files,
          audits,
        }),
      };
    });
  };
  app.post(
    '/v1/pushes',
    {
      bodyLimit: limits.pushBytes,
      config: { right: 'use.write' },
      schema: {
        operationId: 'pushUses',
        summary: 'Push all uses of a workspace; each becomes a new version where anything changed',
        tags,
        body: push,
        response: { 201: pushed },
      },
    },
    (request, reply) => take(request, reply, request.body, []),
  );
  app.post(
    '/v1/uses/:id/versions',
    {
      bodyLimit: limits.pushBytes,
      config: { right: 'use.write', match: 'optional' },
      schema: {
        operationId: 'addVersion',
        summary:
          'A new version of one use: from the files of its workspace, or from a message, an audience and answers',
        description: 'What is made from answers is an edit and says in `If-Match` of what; files may.',
        tags,
        params: useParams,
        body: z.union([push, editedUse]),
        response: { 200: draft, 201: z.union([pushed, draft]) },
      },
    },
    (request, reply) =>
      'files' in request.body
        ? take(request, reply, request.body, [request.params.id])
        : editUse(dependencies, request, reply, request.params.id, request.body),
  );
}
