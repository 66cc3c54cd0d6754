import { z } from 'zod';
import { askCopy } from '../../app/server/access/ask-copy.ts';
import { askDossier, decideDossier } from '../../app/server/access/ask-dossier.ts';
import { makeCopiesSoon } from '../../app/server/access/make-copies.ts';
import { showCopies, showCopy } from '../../app/server/access/show-copies.ts';
import { packedCopy, removeCopy, type TakenCopy, takeCopy } from '../../app/server/access/take-copy.ts';
import { makeChange } from '../../app/server/change.ts';
import { accessPage } from '../../preferences/access-page.ts';
import { callerOf, changed, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { orRefuse } from '../refused.ts';
import { askedCopy, askedDossier, copy, decidedDossier, lookedAtCopy, takenFor } from '../schemas/access.ts';
import { id, pageOf, paging } from '../schemas/common.ts';
import type { RouteDependencies } from './index.ts';

const tags = ['access'];
const params = z.object({ id });

/** Copies of what is known of a person, and dossiers for an authority. People are named in bodies alone. */
export function addAccessRoutes(app: Api, { services }: RouteDependencies): void {
  const { context } = services;
  app.post(
    '/v1/access/exports',
    {
      config: { right: 'access.export' },
      schema: {
        operationId: 'askForCopy',
        summary: 'Make a copy of what is known of whoever made a request, over all sources that can be asked',
        tags,
        body: askedCopy,
        response: { 201: copy },
      },
    },
    async (request, reply) => {
      const { language = null, ...asked } = request.body;
      await changed(services, request, reply, 201, (change) => askCopy(change, { ...asked, language }));
      makeCopiesSoon(context);
    },
  );
  app.get(
    '/v1/access/exports',
    {
      config: { right: 'access.read' },
      schema: {
        operationId: 'listCopies',
        summary: 'Copies and dossiers that have not ended, and how far each is; never of whom',
        tags,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['createdAt', 'endsAt', 'state']).optional(),
          kind: z.enum(['copy', 'dossier']).optional(),
          state: z.enum(['asked', 'collecting', 'ready', 'failed', 'refused']).optional(),
          request: id.optional(),
        }),
        response: { 200: pageOf(copy) },
      },
    },
    (request) => {
      const { after, limit, direction, sort, ...filter } = request.query;
      return viewed(services, request, (view) => showCopies(view, filter, { after, limit, direction, sort }));
    },
  );
  app.get(
    '/v1/access/exports/:id',
    {
      config: { right: 'access.read' },
      schema: {
        operationId: 'readCopy',
        summary: 'How far a copy or a dossier is, part by part; of a dossier what it is for',
        tags,
        params,
        response: { 200: lookedAtCopy },
      },
    },
    (request) => viewed(services, request, (view) => showCopy(view, request.params.id)),
  );
  app.post(
    '/v1/access/exports/:id/download',
    {
      config: { right: 'access.export' },
      schema: {
        operationId: 'takeCopy',
        summary: 'The copy or the dossier as a ZIP, for a purpose that is logged',
        tags,
        params,
        body: takenFor,
        produces: ['application/zip'],
      },
    },
    async (request, reply) => {
      const { id: copyId } = request.params;
      // Never as a first answer that is kept for a repeated key: that would be a second copy, with another end.
      const taken = orRefuse(
        await makeChange(context, callerOf(request), null, async (change) => ({
          status: 200,
          body: await takeCopy(change, copyId, request.body.purpose),
        })),
      );
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${copyId}.zip"`)
        .send(zipOf(taken.body as TakenCopy));
    },
  );
  app.delete(
    '/v1/access/exports/:id',
    {
      config: { right: 'access.remove' },
      schema: {
        operationId: 'removeCopy',
        summary: 'Remove a copy or a dossier before its end',
        tags,
        params,
        response: { 204: z.null() },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 204, (change) => removeCopy(change, request.params.id)),
  );
  app.post(
    '/v1/access/dossiers',
    {
      config: { right: 'access.export' },
      schema: {
        operationId: 'askForDossier',
        summary:
          'Ask for what is on record about a person and a time, for an authority; a second person agrees',
        tags,
        body: askedDossier,
        response: { 201: copy },
      },
    },
    (request, reply) => changed(services, request, reply, 201, (change) => askDossier(change, request.body)),
  );
  app.post(
    '/v1/access/dossiers/:id/decision',
    {
      config: { right: 'dossier.decide' },
      schema: {
        operationId: 'decideDossier',
        summary: 'Agree to a dossier that somebody else asked for, or refuse it',
        tags,
        params,
        body: decidedDossier,
        response: { 200: copy },
      },
    },
    async (request, reply) => {
      await changed(services, request, reply, 200, (change) =>
        decideDossier(change, request.params.id, request.body.agrees),
      );
      makeCopiesSoon(context);
    },
  );
}

/** What is handed over; the page to read is put beside the data here, in the language of the person. */
export const zipOf = (taken: TakenCopy): Buffer =>
  taken.kind === 'dossier'
    ? taken.archive
    : packedCopy(taken.document, accessPage(taken.document, taken.language));
