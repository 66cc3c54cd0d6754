import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { followLink } from '../../app/server/people/links.ts';
import { PASSWORD } from '../../app/server/sign-in/create-sign-in.ts';
import { enterWithPassword } from '../../app/server/sign-in/enter.ts';
import type { Api } from '../fastify-types.ts';
import { orRefuse } from '../refused.ts';
import { line } from '../schemas/common.ts';
import type { RouteDependencies } from './index.ts';
import { LINK_PAGE_POLICY, linkPage } from './link-page.ts';

const account = z.strictObject({
  name: line(200),
  email: z.email().max(254).optional(),
  password: z.string().min(PASSWORD.minimum).max(PASSWORD.maximum),
});
const params = z.object({ link: z.string().max(100) });
const tags = ['sign-in'];

const LINKS = [
  {
    purpose: 'set-up',
    names: { form: 'showSetUp', follow: 'setUp' },
    says: 'Make the first administrator, with the link of the first start',
    title: 'Set up Scruple',
    greeting: 'You become the first administrator, and invite the others.',
    asksEmail: true,
  },
  {
    purpose: 'invitation',
    names: { form: 'showInvitation', follow: 'acceptInvitation' },
    says: 'Take the account that one was invited to',
    title: 'Your account at Scruple',
    greeting: 'You were invited. Choose your name and a password.',
    asksEmail: false,
  },
] as const;

/** Links that are good once: the page that they lead to, and what it sends. It works without a script. */
export function addLinkRoutes(app: Api, { services, limits }: RouteDependencies): void {
  const { context, authenticate } = services;
  const config = { rateLimit: { max: limits.signInsPerMinute, timeWindow: 60_000 } };
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 4096 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  for (const { purpose, names, says, title, greeting, asksEmail } of LINKS) {
    app.get(
      `/${purpose}/:link`,
      {
        config,
        schema: {
          operationId: names.form,
          summary: `A page with a form: ${says.toLowerCase()}`,
          tags,
          params,
        },
      },
      async (request, reply) =>
        reply
          .type('text/html; charset=utf-8')
          .header('content-security-policy', LINK_PAGE_POLICY)
          .send(
            linkPage({
              title,
              says: greeting,
              action: `/auth/${purpose}/${encodeURIComponent(request.params.link)}`,
              asksEmail,
            }),
          ),
    );
    app.post(
      `/auth/${purpose}/:link`,
      {
        config,
        schema: {
          operationId: names.follow,
          summary: says,
          tags,
          params,
          body: account,
          response: { 200: z.object({ status: z.literal('ok') }) },
        },
      },
      async (request, reply) => {
        const { params: path, body, headers } = request;
        const made = orRefuse(await followLink(context, purpose, path.link, body));
        const entered = await enterWithPassword(context, authenticate, {
          email: made.email,
          password: body.password,
          cookie: headers.cookie ?? null,
        });
        reply.header('set-cookie', [...orRefuse(entered).cookies]);
        return isForm(request) ? reply.redirect('/', 303) : reply.send({ status: 'ok' });
      },
    );
  }
}

const isForm = ({ headers }: FastifyRequest): boolean =>
  headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
