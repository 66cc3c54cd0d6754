import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { draftEdit, draftNewUse } from '../../app/server/new-use/draft-use.ts';
import { folderOf } from '../../app/server/new-use/folder.ts';
import { judgeDraft, keepDraft, verdictOn } from '../../app/server/new-use/keep-draft.ts';
import { QUESTIONS } from '../../app/server/new-use/questions.ts';
import { workspaceNames } from '../../app/server/uses/workspace-files.ts';
import { changed, matchedVersion, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { orRefuse } from '../refused.ts';
import { draft, type editedUse, folderParams, newUse, questions } from '../schemas/new-uses.ts';
import type { RouteDependencies } from './index.ts';

const tags = ['uses'];

/** Uses made from a message, an audience and a few answers, by people who never saw a card. */
export function addNewUseRoutes(app: Api, dependencies: RouteDependencies): void {
  const { services, limits } = dependencies;
  app.get(
    '/v1/new-use/questions',
    {
      config: { right: 'use.write' },
      schema: {
        operationId: 'readNewUseQuestions',
        summary: 'What is asked when a use is made here, and the workspaces that it can be made in',
        tags,
        response: { 200: questions },
      },
    },
    async (request) => ({
      questions: QUESTIONS,
      workspaces: await viewed(services, request, ({ db }) => workspaceNames(db)),
    }),
  );
  app.post(
    '/v1/uses',
    {
      bodyLimit: limits.pushBytes,
      config: { right: 'use.write' },
      schema: {
        operationId: 'createUse',
        summary: 'Make a use from a message, an audience and at most six answers, and give its verdict',
        description: 'What nobody said is listed as unknown and marked so in the card; nothing is guessed.',
        tags,
        body: newUse,
        response: { 200: draft, 201: draft },
      },
    },
    async (request, reply) => {
      const drafted = await viewed(services, request, (view) => draftNewUse(view, request.body));
      const judged = orRefuse(await judgeDraft(drafted, services.clock.now()));
      if (request.body.dryRun === true) return reply.code(200).send(verdictOn(judged));
      return changed(services, request, reply, 201, (change) => keepDraft(change, judged, null));
    },
  );
  app.get(
    '/v1/uses/:id/versions/:version/folder',
    {
      config: { right: 'use.read' },
      schema: {
        operationId: 'exportFolder',
        summary: 'A version as a folder that `scruple check` reads, in a ZIP',
        tags,
        params: folderParams,
        produces: ['application/zip'],
      },
    },
    async (request, reply) => {
      const { id, version } = request.params;
      const folder = await viewed(services, request, (view) => folderOf(view, id, version));
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${id}.zip"`)
        .send(folder);
    },
  );
}

/** An edit of a use by what somebody brings: parts and answers that are left out stay as they are. */
export async function editUse(
  { services }: RouteDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  body: z.infer<typeof editedUse>,
): Promise<void> {
  const expected = matchedVersion(request);
  const drafted = await viewed(services, request, (view) => draftEdit(view, id, body));
  const judged = orRefuse(await judgeDraft(drafted, services.clock.now()));
  if (body.dryRun === true) await reply.code(200).send(verdictOn(judged));
  else await changed(services, request, reply, 201, (change) => keepDraft(change, judged, expected));
}
