import { z } from 'zod';
import { showMe } from '../../app/server/people/me.ts';
import {
  editPerson,
  eraseOne,
  invitePerson,
  showPeople,
  showPerson,
} from '../../app/server/people/people.ts';
import { ACTIONS } from '../../app/server/rights.ts';
import { changed, matchedVersion, viewed } from '../change-route.ts';
import type { Api } from '../fastify-types.ts';
import { flag, line, moment, pageOf, paging, personKey, role, version } from '../schemas/common.ts';
import type { RouteDependencies } from './index.ts';

const person = z
  .object({
    key: z.string(),
    name: z.string(),
    email: z.string(),
    roles: z.array(z.string()).readonly(),
    reportsTo: z.string().nullable(),
    isLineKnown: z.boolean(),
    trainedAt: z.string().nullable(),
    until: z.string().nullable(),
    isActive: z.boolean(),
    hasSignedUp: z.boolean(),
    version,
  })
  .meta({ id: 'Person' });
const details = {
  reportsTo: personKey.nullable().optional(),
  trainedAt: moment.nullable().optional(),
  until: moment.nullable().optional(),
};
const params = z.object({ key: personKey });
const tags = ['people'];

/** Accounts and their roles. */
export function addPeopleRoutes(app: Api, { services, story }: RouteDependencies): void {
  app.get(
    '/v1/me',
    {
      config: { right: 'anyone-known' },
      schema: {
        operationId: 'readMe',
        summary: 'Who one is, and what one’s roles are',
        tags,
        response: {
          200: z.object({
            key: z.string(),
            is: z.enum(['person', 'machine']),
            name: z.string().nullable().describe('`null` of a machine.'),
            roles: z.array(z.string()).readonly(),
            may: z
              .array(z.enum(ACTIONS))
              .readonly()
              .describe('What the roles allow, at times of own uses alone, as docs/roles.md tells.'),
            until: z.string().nullable(),
            hasStory: z.boolean().describe('Whether `GET /v1/story` has something to show.'),
          }),
        },
      },
    },
    async (request) => ({ ...(await viewed(services, request, showMe)), hasStory: (story ?? null) !== null }),
  );
  app.get(
    '/v1/people',
    {
      config: { right: 'people.read' },
      schema: {
        operationId: 'listPeople',
        summary: 'Who holds which role',
        tags,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(['name', 'createdAt']).optional(),
          role: role.optional(),
          active: flag.optional(),
          query: z.string().max(200).optional(),
        }),
        response: { 200: pageOf(person) },
      },
    },
    (request) => {
      const { role, active, query, ...page } = request.query;
      return viewed(services, request, (view) => showPeople(view, { role, isActive: active, query }, page));
    },
  );
  app.get(
    '/v1/people/:key',
    {
      config: { right: 'people.read' },
      schema: { operationId: 'readPerson', summary: 'One account', tags, params, response: { 200: person } },
    },
    async (request, reply) => {
      const shown = await viewed(services, request, (view) => showPerson(view, request.params.key));
      return reply.header('etag', `"${shown.version}"`).send(shown);
    },
  );
  app.post(
    '/v1/people',
    {
      config: { right: 'people.write' },
      schema: {
        operationId: 'invitePerson',
        summary: 'Invite somebody; the link is shown this once',
        tags,
        body: z.strictObject({
          name: line(200),
          email: z.email().max(254),
          roles: z.array(role).min(1).max(9),
          ...details,
        }),
        response: { 201: z.object({ person, link: z.string() }) },
      },
    },
    (request, reply) =>
      changed(services, request, reply, 201, (change) => invitePerson(change, request.body)),
  );
  app.patch(
    '/v1/people/:key',
    {
      config: { right: 'people.write', match: 'required' },
      schema: {
        operationId: 'changePerson',
        summary: 'Change an account',
        tags,
        params,
        body: z.strictObject({
          name: line(200).optional(),
          roles: z.array(role).max(9).optional(),
          isActive: z.boolean().optional(),
          ...details,
        }),
        response: { 200: person },
      },
    },
    async (request, reply) => {
      await changed(services, request, reply, 200, (change) =>
        editPerson(change, request.params.key, matchedVersion(request), request.body),
      );
      services.forgetKeys();
    },
  );
  app.delete(
    '/v1/people/:key',
    {
      config: { right: 'people.write' },
      schema: {
        operationId: 'erasePerson',
        summary: 'Erase somebody; what they did stays, without a name',
        tags,
        params,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      let account: string | null = null;
      await changed(services, request, reply, 204, async (change) => {
        account = await eraseOne(change, request.params.key);
      });
      if (account !== null) await services.context.signIn.eraseAccount(account);
      services.forgetKeys();
    },
  );
}
