import { z } from 'zod';
import {
  changeList,
  importToList,
  type ListTerms,
  makeList,
  putOnList,
  showList,
  showLists,
  takeOffList,
} from '../../app/server/gate/suppression-lists.ts';
import { changed, matchedVersion, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { flag, pageOf, paging } from '../schemas/common.ts';
import { listParams } from '../schemas/gate-log.ts';
import {
  importedToList,
  listedPeople,
  listImport,
  listTerms,
  newList,
  suppressionList,
} from '../schemas/suppression-lists.ts';
import type { RouteDependencies } from './index.ts';

const tags = ['suppression'];

/** Lists of people whom uses leave out. Nobody is told who is on one. */
export function addSuppressionListRoutes(app: Api, { services, limits }: RouteDependencies): void {
  app.get(
    '/v1/suppression-lists',
    {
      config: { right: 'settings.read' },
      schema: {
        operationId: 'listSuppressionLists',
        summary: 'Suppression lists with owner, reason and end',
        tags,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['id', 'owner', 'changedAt']).optional(),
          query: z.string().max(200).optional().describe('Part of an id, an owner or a reason.'),
          inForce: flag.optional(),
        }),
        response: { 200: pageOf(suppressionList) },
      },
    },
    (request) => {
      const { query, inForce, ...page } = request.query;
      return viewed(services, request, (view) => showLists(view, { query, inForce }, page));
    },
  );
  app.post(
    '/v1/suppression-lists',
    {
      config: { right: 'suppression.write' },
      schema: {
        operationId: 'makeSuppressionList',
        summary: 'Make a list; all but one that stands for a no of people has an end',
        tags,
        body: newList,
        response: { 201: suppressionList },
      },
    },
    (request, reply) => {
      const { id, standsForNo, ...terms } = request.body;
      return changed(services, request, reply, 201, (change) =>
        makeList(change, id, standsForNo, termsOf(terms)),
      );
    },
  );
  app.get(
    '/v1/suppression-lists/:id',
    {
      config: { right: 'settings.read' },
      schema: {
        operationId: 'readSuppressionList',
        summary: 'One list',
        tags,
        params: listParams,
        response: { 200: suppressionList },
      },
    },
    async (request, reply) => {
      const list = await viewed(services, request, (view) => showList(view, request.params.id));
      return reply.header('etag', `"${list.version}"`).send(list);
    },
  );
  app.put(
    '/v1/suppression-lists/:id',
    {
      config: { right: 'suppression.write', match: 'required' },
      schema: {
        operationId: 'changeSuppressionList',
        summary: 'Change owner, reason, scope or end of a list',
        tags,
        params: listParams,
        body: listTerms,
        response: { 200: suppressionList },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        changeList(change, request.params.id, matchedVersion(request), termsOf(request.body)),
      ),
  );
  app.post(
    '/v1/suppression-lists/:id/people',
    {
      bodyLimit: limits.pushBytes,
      config: { right: 'suppression.write' },
      schema: {
        operationId: 'putOnSuppressionList',
        summary: 'Put people on a list; who is there stays until the later end, and nobody is told',
        tags,
        params: listParams,
        body: listedPeople,
        response: { 204: z.null() },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 204, (change) =>
        putOnList(change, request.params.id, request.body.people, endOf(request.body.endsAt)),
      ),
  );
  app.post(
    '/v1/suppression-lists/:id/people/removal',
    {
      bodyLimit: limits.pushBytes,
      config: { right: 'suppression.write' },
      schema: {
        operationId: 'takeOffSuppressionList',
        summary: 'Take people off a list, whether they are on it or not',
        tags,
        params: listParams,
        body: listedPeople.omit({ endsAt: true }),
        response: { 204: z.null() },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 204, (change) =>
        takeOffList(change, request.params.id, request.body.people),
      ),
  );
  app.post(
    '/v1/suppression-lists/:id/imports',
    {
      bodyLimit: limits.pushBytes,
      config: { right: 'suppression.write' },
      schema: {
        operationId: 'importSuppressionList',
        summary: 'Put people on a list from a file, one to a line in the first column',
        tags,
        params: listParams,
        body: listImport,
        response: { 200: importedToList },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 200, (change) =>
        importToList(change, request.params.id, request.body.csv, endOf(request.body.endsAt)),
      ),
  );
}

const endOf = (text: string | null | undefined): Date | null => (text == null ? null : new Date(text));
const termsOf = ({ endsAt, ...terms }: z.infer<typeof listTerms>): ListTerms => ({
  ...terms,
  endsAt: endOf(endsAt),
});
